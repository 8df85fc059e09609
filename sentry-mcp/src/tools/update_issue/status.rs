//! The states an issue can be brought into.

use schemars::JsonSchema;
use sentry_api::Call;
use sentry_api::endpoints::issues::UpdateOrganizationIssue;
use sentry_api::model::{Issue, IssueStatus, Substatus};
use serde::Deserialize;

use super::{UpdateIssue, invalid};
use crate::ToolError;
use crate::args::Amount;

#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(inline)]
pub(super) enum Status {
    Resolved,
    #[serde(alias = "resolved_in_next_release")]
    ResolvedInNextRelease,
    Unresolved,
    Ignored,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub(super) enum IgnoreUntil {
    Escalating,
    Forever,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub(super) enum Priority {
    High,
    Medium,
    Low,
}

impl Priority {
    pub(super) fn model(self) -> sentry_api::model::Priority {
        use sentry_api::model::Priority as Model;
        match self {
            Self::High => Model::High,
            Self::Medium => Model::Medium,
            Self::Low => Model::Low,
        }
    }
}

/// A state with what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Target {
    Unresolved,
    Resolved,
    InNextRelease,
    InRelease(String),
    InCommit { repository: String, commit: String },
    Ignored,
    UntilEscalating,
    Forever,
    ForMinutes(u64),
    UntilCount(u64, Option<u64>),
    UntilUsers(u64, Option<u64>),
}

impl Target {
    /// The one state that the arguments name together, if they name any.
    pub(super) fn of(arguments: &UpdateIssue) -> Result<Option<Self>, ToolError> {
        let window = arguments.ignore_window.map(Amount::get);
        let ignoring = [
            arguments.ignore_until.map(|until| match until {
                IgnoreUntil::Escalating => Self::UntilEscalating,
                IgnoreUntil::Forever => Self::Forever,
            }),
            arguments
                .ignore_minutes
                .map(|minutes| Self::ForMinutes(minutes.get())),
            arguments
                .ignore_count
                .map(|count| Self::UntilCount(count.get(), window)),
            arguments
                .ignore_users
                .map(|users| Self::UntilUsers(users.get(), window)),
        ];
        let resolving = [
            arguments.in_release.clone().map(Self::InRelease),
            arguments.in_commit.as_deref().map(commit).transpose()?,
        ];
        let mut details: Vec<Self> = ignoring.into_iter().chain(resolving).flatten().collect();
        if details.len() > 1 {
            return Err(invalid(
                "Several of in_release, in_commit and the ignore arguments are given.",
            )
            .hint("Give one of them; ignore_window goes with ignore_count or ignore_users."));
        }
        if window.is_some()
            && !matches!(
                details.as_slice(),
                [Self::UntilCount(..) | Self::UntilUsers(..)]
            )
        {
            return Err(invalid(
                "The argument `ignore_window` belongs to `ignore_count` or `ignore_users`.",
            )
            .hint("Give one of them with it, or leave it out."));
        }
        let Some(detail) = details.pop() else {
            return Ok(arguments.status.map(|status| match status {
                Status::Resolved => Self::Resolved,
                Status::ResolvedInNextRelease => Self::InNextRelease,
                Status::Unresolved => Self::Unresolved,
                Status::Ignored => Self::Ignored,
            }));
        };
        let fits = match arguments.status {
            None => true,
            Some(Status::Resolved) => !detail.is_ignoring(),
            Some(Status::Ignored) => detail.is_ignoring(),
            Some(_) => false,
        };
        if fits {
            Ok(Some(detail))
        } else {
            Err(invalid("The status does not go with the other arguments.")
                .hint("in_release and in_commit go with status=resolved, the ignore arguments with status=ignored; each implies it."))
        }
    }

    fn is_ignoring(&self) -> bool {
        matches!(
            self,
            Self::UntilEscalating
                | Self::Forever
                | Self::ForMinutes(_)
                | Self::UntilCount(..)
                | Self::UntilUsers(..)
        )
    }

    /// Whether an issue is in this state already.
    pub(super) fn is_of(&self, issue: &Issue) -> bool {
        let details = &issue.status_details;
        let resolved = issue.status == Some(IssueStatus::Resolved);
        let ignored = issue.status == Some(IssueStatus::Ignored);
        match self {
            Self::Unresolved => issue.status == Some(IssueStatus::Unresolved),
            Self::Resolved => {
                resolved
                    && details.in_next_release != Some(true)
                    && details.in_release.is_none()
                    && details.in_commit.is_none()
            }
            Self::InNextRelease => resolved && details.in_next_release == Some(true),
            Self::InRelease(version) => resolved && details.in_release.as_ref() == Some(version),
            Self::InCommit { commit, .. } => {
                let known = details
                    .in_commit
                    .as_ref()
                    .and_then(|known| known.get("id")?.as_str());
                resolved && known == Some(commit)
            }
            Self::Ignored => ignored,
            Self::UntilEscalating => {
                ignored && issue.substatus == Some(Substatus::ArchivedUntilEscalating)
            }
            Self::Forever => ignored && issue.substatus == Some(Substatus::ArchivedForever),
            // The time begins anew.
            Self::ForMinutes(_) => false,
            Self::UntilCount(count, window) => {
                ignored && details.ignore_count == Some(*count) && details.ignore_window == *window
            }
            Self::UntilUsers(users, window) => {
                ignored
                    && details.ignore_user_count == Some(*users)
                    && details.ignore_user_window == *window
            }
        }
    }

    /// The status that an issue has afterwards.
    pub(super) fn resulting(&self) -> IssueStatus {
        match self {
            Self::Unresolved => IssueStatus::Unresolved,
            Self::Resolved | Self::InNextRelease | Self::InRelease(_) | Self::InCommit { .. } => {
                IssueStatus::Resolved
            }
            _ => IssueStatus::Ignored,
        }
    }

    /// Puts the state into an update.
    pub(super) fn send(
        &self,
        call: Call<UpdateOrganizationIssue>,
    ) -> Call<UpdateOrganizationIssue> {
        use sentry_api::endpoints::issues::StatusChange;
        match self {
            Self::Unresolved => call.unresolve(),
            Self::Resolved => call.resolve(),
            Self::InNextRelease => call.resolve_in_next_release(),
            Self::InRelease(version) => call.resolve_in_release(version),
            Self::InCommit { repository, commit } => call.resolve_in_commit(repository, commit),
            Self::Ignored => call.status(StatusChange::Ignored),
            Self::UntilEscalating => call.archive_until_escalating(),
            Self::Forever => call.archive_forever(),
            Self::ForMinutes(minutes) => call.archive_for(*minutes),
            Self::UntilCount(count, window) => call.archive_until_count(*count, *window),
            Self::UntilUsers(users, window) => call.archive_until_users(*users, *window),
        }
    }

    /// The state in words.
    pub(super) fn words(&self) -> String {
        let within = |window: &Option<u64>| {
            window
                .map(|window| format!(" in {window} minutes"))
                .unwrap_or_default()
        };
        match self {
            Self::Unresolved => "unresolved".to_owned(),
            Self::Resolved => "resolved".to_owned(),
            Self::InNextRelease => "resolved in the next release".to_owned(),
            Self::InRelease(version) => format!("resolved in {version}"),
            Self::InCommit { repository, commit } => format!("resolved by {repository}@{commit}"),
            Self::Ignored => "ignored".to_owned(),
            Self::UntilEscalating => "ignored until it escalates".to_owned(),
            Self::Forever => "ignored forever".to_owned(),
            Self::ForMinutes(minutes) => format!("ignored for {minutes} minutes"),
            Self::UntilCount(count, window) => {
                format!("ignored until {count} more events{}", within(window))
            }
            Self::UntilUsers(users, window) => {
                format!("ignored until {users} more users{}", within(window))
            }
        }
    }
}

/// Reads `repository@commit`.
fn commit(text: &str) -> Result<Target, ToolError> {
    match text.trim().rsplit_once('@') {
        Some((repository, commit)) if !repository.is_empty() && !commit.is_empty() => {
            Ok(Target::InCommit {
                repository: repository.to_owned(),
                commit: commit.to_owned(),
            })
        }
        _ => Err(invalid("The argument `in_commit` names no repository.")
            .hint("Write it as repository@commit, such as acme/shop@4f2c1d0.")),
    }
}
