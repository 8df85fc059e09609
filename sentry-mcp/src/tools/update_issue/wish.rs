//! What a call wants an issue to be, and how far an issue differs from it.

use sentry_api::endpoints::issues::UpdateOrganizationIssue;
use sentry_api::model::Issue;
use sentry_api::{Call, Client, Error};
use serde::Serialize;

use super::status::Priority;
use super::{UpdateIssue, assignee, invalid, status};
use crate::ToolError;
use crate::untrusted::{Line, Untrusted};

/// The wished values; what is `None` stays as it is.
#[derive(Debug)]
pub(super) struct Wish {
    status: Option<status::Target>,
    assignee: Option<assignee::Target>,
    /// The assignee in the caller's words.
    assignee_words: String,
    priority: Option<Priority>,
    has_seen: Option<bool>,
    is_bookmarked: Option<bool>,
    is_subscribed: Option<bool>,
}

/// A field that differs.
#[derive(Debug, Serialize)]
pub(super) struct Change {
    field: Field,
    from: Untrusted,
    to: Untrusted,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
enum Field {
    Status,
    AssignedTo,
    Priority,
    HasSeen,
    IsBookmarked,
    IsSubscribed,
}

impl Wish {
    pub(super) fn of(arguments: &UpdateIssue) -> Result<Self, ToolError> {
        let wish = Self {
            status: status::Target::of(arguments)?,
            assignee: arguments
                .assigned_to
                .as_deref()
                .map(assignee::Target::of)
                .transpose()?,
            assignee_words: arguments.assigned_to.clone().unwrap_or_default(),
            priority: arguments.priority,
            has_seen: arguments.has_seen,
            is_bookmarked: arguments.is_bookmarked,
            is_subscribed: arguments.is_subscribed,
        };
        let nothing = wish.status.is_none()
            && wish.assignee.is_none()
            && wish.priority.is_none()
            && [wish.has_seen, wish.is_bookmarked, wish.is_subscribed]
                .iter()
                .all(Option::is_none);
        if nothing {
            return Err(invalid("The call names no change.").hint(
                "Give at least one of status, in_release, in_commit, an ignore argument, assigned_to, priority, \
                 has_seen, is_bookmarked, is_subscribed.",
            ));
        }
        Ok(wish)
    }

    /// Asks who is meant, where only the server knows.
    pub(super) async fn resolve_assignee(
        &mut self,
        client: &Client,
        organization: &str,
    ) -> Result<(), ToolError> {
        if let Some(target) = self.assignee.take() {
            self.assignee = Some(target.resolve(client, organization).await?);
        }
        Ok(())
    }

    /// The fields in which an issue differs.
    pub(super) fn changes(&self, issue: &Issue) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut add = |field, from: &str, to: &str| {
            changes.push(Change {
                field,
                from: from.into(),
                to: to.into(),
            });
        };
        if let Some(target) = self.status.as_ref().filter(|target| !target.is_of(issue)) {
            add(Field::Status, &status_words(issue), &target.words());
        }
        if let Some(target) = self.assignee.as_ref().filter(|target| !target.is_of(issue)) {
            let from = issue.assigned_to.as_ref().map_or("none", |actor| {
                actor
                    .name
                    .as_deref()
                    .or(actor.email.as_deref())
                    .unwrap_or(&actor.id)
            });
            let to = match target {
                assignee::Target::Nobody => "none",
                _ => self.assignee_words.trim(),
            };
            add(Field::AssignedTo, from, to);
        }
        if let Some(wished) = self.priority.map(Priority::model)
            && issue.priority.as_ref() != Some(&wished)
        {
            let from = issue
                .priority
                .as_ref()
                .map_or("none", |priority| priority.as_str());
            add(Field::Priority, from, wished.as_str());
        }
        let marks = [
            (Field::HasSeen, self.has_seen, issue.has_seen),
            (Field::IsBookmarked, self.is_bookmarked, issue.is_bookmarked),
            (Field::IsSubscribed, self.is_subscribed, issue.is_subscribed),
        ];
        for (field, wished, is) in marks {
            if let Some(wished) = wished.filter(|wished| is != Some(*wished)) {
                add(field, is.map_or("unknown", yes_or_no), yes_or_no(wished));
            }
        }
        changes
    }

    /// The sent fields that an issue, as the server gives it back, did not take over.
    ///
    /// What the answer leaves out, and what cannot be told from it, counts as taken.
    pub(super) fn not_taken(&self, sent: &[Change], issue: &Issue) -> Vec<&'static str> {
        let taken = |field: Field| match field {
            Field::Status => {
                let status = self.status.as_ref().map(status::Target::resulting);
                issue.status.is_none() || issue.status == status
            }
            Field::AssignedTo => self
                .assignee
                .as_ref()
                .is_none_or(|target| target.is_of(issue) || !target.is_certain()),
            Field::Priority => {
                issue.priority.is_none() || issue.priority == self.priority.map(Priority::model)
            }
            Field::HasSeen => issue.has_seen.is_none() || issue.has_seen == self.has_seen,
            Field::IsBookmarked => {
                issue.is_bookmarked.is_none() || issue.is_bookmarked == self.is_bookmarked
            }
            Field::IsSubscribed => {
                issue.is_subscribed.is_none() || issue.is_subscribed == self.is_subscribed
            }
        };
        let fields = sent
            .iter()
            .map(|change| change.field)
            .filter(|field| !taken(*field));
        fields.map(Field::words).collect()
    }

    /// Sends the changed fields, and no others.
    pub(super) async fn send(
        &self,
        mut call: Call<UpdateOrganizationIssue>,
        changes: &[Change],
    ) -> Result<Issue, Error> {
        for change in changes {
            call = match change.field {
                Field::Status => self
                    .status
                    .iter()
                    .fold(call, |call, target| target.send(call)),
                Field::AssignedTo => self
                    .assignee
                    .iter()
                    .fold(call, |call, target| call.assigned_to(target.value())),
                Field::Priority => self
                    .priority
                    .iter()
                    .fold(call, |call, priority| call.priority(priority.model())),
                Field::HasSeen => self
                    .has_seen
                    .iter()
                    .fold(call, |call, seen| call.has_seen(*seen)),
                Field::IsBookmarked => self
                    .is_bookmarked
                    .iter()
                    .fold(call, |call, mark| call.is_bookmarked(*mark)),
                Field::IsSubscribed => self
                    .is_subscribed
                    .iter()
                    .fold(call, |call, mark| call.is_subscribed(*mark)),
            };
        }
        call.await
    }
}

fn yes_or_no(mark: bool) -> &'static str {
    if mark { "yes" } else { "no" }
}

/// The state an issue is in, with what belongs to it.
fn status_words(issue: &Issue) -> String {
    let status = issue
        .status
        .as_ref()
        .map_or("unknown", |status| status.as_str());
    let details = &issue.status_details;
    if details.in_next_release == Some(true) {
        format!("{status} in the next release")
    } else if let Some(version) = &details.in_release {
        format!("{status} in {version}")
    } else {
        match &issue.substatus {
            Some(substatus) if substatus.as_str() != status => format!("{status}, {substatus}"),
            _ => status.to_owned(),
        }
    }
}

impl Field {
    fn words(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::AssignedTo => "assigned to",
            Self::Priority => "priority",
            Self::HasSeen => "seen",
            Self::IsBookmarked => "bookmarked",
            Self::IsSubscribed => "subscribed",
        }
    }
}

impl Change {
    pub(super) fn line(&self) -> Line {
        Line::new()
            .words(format_args!("  {}: ", self.field.words()))
            .text(&self.from, 60)
            .words(" -> ")
            .text(&self.to, 80)
    }
}
