//! `update_issue`: the state, the assignee and the marks of issues.

mod assignee;
mod outcome;
mod status;
mod wish;

use std::collections::HashSet;

use futures::{StreamExt as _, TryStreamExt as _, stream};
use rmcp::{tool, tool_router};
use schemars::JsonSchema;
use sentry_api::endpoints::issues::IssueCollapse;
use sentry_api::model::Issue;
use sentry_api::{Client, Endpoint as _, endpoints};
use serde::Deserialize;

use self::outcome::{IssueOutcome, Outcome, Search};
use self::status::{IgnoreUntil, Priority, Status};
use self::wish::Wish;
use crate::answer::Answer;
use crate::args::{Amount, IssueRefs, Name, Parameters, quoted};
use crate::error::{Subject, may_have_been_done};
use crate::query::IssueQuery;
use crate::scope::Scope;
use crate::server::Server;
use crate::untrusted::clean;
use crate::{ErrorCode, ToolError};

/// The greatest number of issues that one call changes.
const MOST_ISSUES: u8 = IssueRefs::MAX;
/// What a failure before the first write adds to its words.
const UNCHANGED: &str = "Nothing was changed.";
/// The longest time to ignore an issue; beyond it there is `forever`.
const YEAR: u64 = 366 * 24 * 60;
/// The longest window that Sentry counts in.
const WEEK: u64 = 7 * 24 * 60;
/// More than any issue has of events or users, and within Sentry's integers.
const MANY: u64 = 1_000_000_000;
/// How many requests run at the same time.
const AT_ONCE: usize = 5;

/// The scopes of which any one suffices.
pub(super) const SCOPES: &[&str] = endpoints::UpdateOrganizationIssue::SCOPES;

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
struct UpdateIssue {
    /// Ids or URLs.
    #[serde(alias = "issue_id", alias = "issueId", alias = "issueUrl")]
    issue: Option<IssueRefs>,
    /// Instead of issue: a search with at most 25 hits.
    query: Option<String>,
    status: Option<Status>,
    /// Resolved in this version.
    in_release: Option<String>,
    /// Resolved by repository@commit.
    in_commit: Option<String>,
    ignore_until: Option<IgnoreUntil>,
    ignore_minutes: Option<Amount<YEAR>>,
    /// Events.
    ignore_count: Option<Amount<MANY>>,
    ignore_users: Option<Amount<MANY>>,
    /// Minutes, up to 10080.
    ignore_window: Option<Amount<WEEK>>,
    /// E-mail, user name, user:ID, #team, team:ID, me or none.
    #[serde(alias = "assignedTo")]
    assigned_to: Option<String>,
    priority: Option<Priority>,
    #[serde(alias = "hasSeen")]
    has_seen: Option<bool>,
    #[serde(alias = "isBookmarked")]
    is_bookmarked: Option<bool>,
    #[serde(alias = "isSubscribed")]
    is_subscribed: Option<bool>,
    /// Only say what would change.
    dry_run: bool,
    /// Slug or id.
    #[serde(alias = "organization_slug", alias = "organizationSlug", alias = "org")]
    organization: Option<Name>,
}

#[tool_router(router = update_issue_router, vis = "pub(super)")]
impl Server {
    /// Change issues: sends what differs, says what changed.
    #[tool(
        title = "Update issues",
        annotations(
            read_only_hint = false,
            destructive_hint = true,
            idempotent_hint = true,
            open_world_hint = true
        )
    )]
    async fn update_issue(
        &self,
        Parameters(arguments): Parameters<UpdateIssue>,
    ) -> Result<Answer, ToolError> {
        let arguments = arguments?;
        let mut wish = Wish::of(&arguments)?;
        let client = self.upstream().client()?;
        let (organization, issues, query) = self.targets(client, &arguments).await?;
        wish.resolve_assignee(client, &organization)
            .await
            .map_err(|error| error.and(UNCHANGED))?;
        let notes = query
            .as_ref()
            .map(|query| query.notes.clone())
            .unwrap_or_default();
        let dry_run = arguments.dry_run;
        let calls = issues
            .into_iter()
            .map(|issue| apply(client, &organization, &wish, issue, dry_run));
        let outcomes: Vec<_> = stream::iter(calls).buffered(AT_ONCE).collect().await;
        if let [only] = outcomes.as_slice()
            && let Some(failure) = &only.failure
        {
            return Err(failure.clone());
        }
        let outcome = Outcome {
            organization,
            search: query.map(|query| Search {
                shown: query.shown(),
                query: clean(&query.text).into_owned(),
                scope: Scope::projects(&[], self.config().project()),
            }),
            dry_run,
            issues: outcomes,
            notes,
        };
        outcome
            .show()
            .map(|answer| answer.within(self.config().budget()))
    }

    /// The organization and the issues as they are now, and the query that found them.
    async fn targets(
        &self,
        client: &Client,
        arguments: &UpdateIssue,
    ) -> Result<(String, Vec<Issue>, Option<IssueQuery>), ToolError> {
        match (&arguments.issue, &arguments.query) {
            (Some(refs), None) => {
                let (organization, issues) = self
                    .named_issues(client, refs, arguments.organization.as_ref())
                    .await?;
                Ok((organization, issues, None))
            }
            (None, Some(query)) => {
                let query = IssueQuery::read(query, None)?;
                let named = arguments.organization.as_ref().map(Name::as_str);
                let organization = self.upstream().organization(named).await?;
                let issues = self.searched_issues(client, &organization, &query).await?;
                Ok((organization, issues, Some(query)))
            }
            _ => Err(invalid("Exactly one of `issue` and `query` is needed.")
                .hint("Give issue with one id or a list of ids, or query with a search.")),
        }
    }

    async fn named_issues(
        &self,
        client: &Client,
        refs: &IssueRefs,
        named: Option<&Name>,
    ) -> Result<(String, Vec<Issue>), ToolError> {
        let mut organization = None;
        let mut keys: Vec<String> = Vec::new();
        for issue in refs.as_slice() {
            let (own, place) = self.issue_place(issue, named).await?;
            if organization.get_or_insert_with(|| own.clone()) != &own {
                return Err(invalid("The issues are of several organizations.")
                    .hint("Update those of one organization at a time."));
            }
            let key = place.key.to_string();
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let organization = organization.unwrap_or_default();
        let issues = stream::iter(keys.into_iter().map(|key| {
            let handle = client.organization(&organization).issue(&key);
            let organization = &organization;
            async move {
                let issue = handle.get().await;
                issue.map_err(|error| {
                    let subject = Subject::Issue {
                        organization,
                        issue: &key,
                        environments: &[],
                    };
                    self.failure(&error, subject).and(UNCHANGED)
                })
            }
        }))
        .buffered(AT_ONCE)
        .try_collect()
        .await?;
        Ok((organization, without_twins(issues)))
    }

    /// The issues that a search finds, which are counted before any is changed.
    async fn searched_issues(
        &self,
        client: &Client,
        organization: &str,
        query: &IssueQuery,
    ) -> Result<Vec<Issue>, ToolError> {
        let mut call = client
            .organization(organization)
            .issues()
            .query(&query.text)
            .limit(MOST_ISSUES.into())
            .collapse(IssueCollapse::Stats);
        let project = self.config().project();
        if let Some(project) = project {
            call = call.project(project);
        }
        let page = call.page().await.map_err(|error| {
            let subject = Subject::Search {
                organization,
                projects: project.as_slice(),
                environments: &[],
            };
            self.failure(&error, subject).and(UNCHANGED)
        })?;
        match page.hits {
            Some(hits) if hits > MOST_ISSUES.into() => return Err(too_many(hits)),
            None if page.next.is_some() => {
                return Err(too_many(format_args!("more than {MOST_ISSUES}")));
            }
            _ => {}
        }
        if page.items.is_empty() {
            return Err(ToolError::new(
                ErrorCode::IssueNotFound,
                format!(
                    "No issue of {}{} matches {}.",
                    quoted(organization),
                    Scope::projects(&[], project),
                    query.shown()
                ),
            )
            .hint("Look with search_issues first."));
        }
        Ok(page.items)
    }
}

/// One issue may go by its number and its short id.
fn without_twins(mut issues: Vec<Issue>) -> Vec<Issue> {
    let mut seen = HashSet::new();
    issues.retain(|issue| seen.insert(issue.id.clone()));
    issues
}

fn invalid(message: &str) -> ToolError {
    ToolError::new(ErrorCode::InvalidArgument, message)
}

fn too_many(found: impl std::fmt::Display) -> ToolError {
    invalid(&format!(
        "That would be {found} issues; a call changes at most {MOST_ISSUES}. Nothing was changed."
    ))
    .hint("Narrow the query, or name the issues.")
}

/// Changes one issue where it differs from what is wished.
async fn apply(
    client: &Client,
    organization: &str,
    wish: &Wish,
    issue: Issue,
    dry_run: bool,
) -> IssueOutcome {
    let mut outcome = IssueOutcome::of(&issue, wish.changes(&issue));
    if outcome.changes.is_empty() || dry_run {
        return outcome;
    }
    let update = client
        .organization(organization)
        .issue(issue.id.as_str())
        .update();
    match wish.send(update, &outcome.changes).await {
        Ok(issue) => {
            outcome.updated = true;
            outcome.not_taken = wish.not_taken(&outcome.changes, &issue);
        }
        Err(error) => {
            let subject = Subject::Update {
                organization,
                issue: issue.id.as_str(),
            };
            outcome.unknown = may_have_been_done(&error);
            outcome.fail(ToolError::from_api(&error, subject));
        }
    }
    outcome
}
