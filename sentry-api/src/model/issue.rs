use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{IssueId, IssueTag, ProjectReference, ReleaseReference};
use crate::wire::{Number, Time, id_text, open_enum};

/// An issue: events that have the same cause, grouped.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Issue {
    /// The numeric id.
    pub id: IssueId,
    /// The id that people use, such as `SHOP-12`.
    pub short_id: Option<String>,
    /// The title: the type and the message of the error, or what a detector wrote.
    pub title: Option<String>,
    /// Where it comes from: a function, a route, a transaction.
    pub culprit: Option<String>,
    /// The address of its page.
    pub permalink: Option<String>,
    /// The logger that wrote it.
    pub logger: Option<String>,
    /// How bad it is.
    pub level: Option<Level>,
    /// Whether it is resolved.
    pub status: Option<IssueStatus>,
    /// Why it has this status.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub status_details: StatusDetails,
    /// What is behind the status.
    pub substatus: Option<Substatus>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// The platform of its events.
    pub platform: Option<String>,
    /// The project it belongs to.
    pub project: Option<ProjectReference>,
    /// What sort of issue it is, as a word such as `error` or `performance_slow_db_query`.
    pub issue_type: Option<String>,
    /// The family of its sort.
    pub issue_category: Option<IssueCategory>,
    /// What the title is made from.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub metadata: IssueMetadata,
    /// Who is to look after it.
    pub assigned_to: Option<Actor>,
    /// How many comments it has.
    #[serde_as(as = "Option<Number>")]
    pub num_comments: Option<u64>,
    /// How many events it has, within the period that was asked for.
    #[serde_as(as = "Option<Number>")]
    pub count: Option<u64>,
    /// How many users its events touched.
    #[serde_as(as = "Option<Number>")]
    pub user_count: Option<u64>,
    /// When its first event came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub first_seen: Option<OffsetDateTime>,
    /// When its last event came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub last_seen: Option<OffsetDateTime>,
    /// The release of its first event.
    pub first_release: Option<ReleaseReference>,
    /// The release of its last event.
    pub last_release: Option<ReleaseReference>,
    /// Whether an error of it was caught by nobody.
    pub is_unhandled: Option<bool>,
    /// Whether the caller marked it.
    pub is_bookmarked: Option<bool>,
    /// Whether the caller hears of it.
    pub is_subscribed: Option<bool>,
    /// Whether it is shared with the world.
    pub is_public: Option<bool>,
    /// Whether the caller looked at it.
    pub has_seen: Option<bool>,
    /// How many users wrote feedback.
    #[serde_as(as = "Option<Number>")]
    pub user_report_count: Option<u64>,
    /// The tags of its events with their totals; in details alone.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub tags: Vec<IssueTag>,
    /// Event counts by period, such as `24h`, as pairs of epoch seconds and count.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub stats: BTreeMap<String, Vec<(i64, u64)>>,
}

/// Why an issue has its status, and when that ends.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StatusDetails {
    /// Resolved with the next release.
    pub in_next_release: Option<bool>,
    /// Resolved in this release.
    pub in_release: Option<String>,
    /// Resolved in this commit.
    pub in_commit: Option<Value>,
    /// Ignored for so many minutes, in the answer to an update of many issues.
    pub ignore_duration: Option<u64>,
    /// Ignored until then.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub ignore_until: Option<OffsetDateTime>,
    /// Ignored until so many more events came.
    pub ignore_count: Option<u64>,
    /// The minutes within which they must come.
    pub ignore_window: Option<u64>,
    /// Ignored until so many more users were touched.
    pub ignore_user_count: Option<u64>,
    /// The minutes within which they must be.
    pub ignore_user_window: Option<u64>,
}

/// Why the caller hears of an issue, or does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SubscriptionDetails {
    /// Whether it was switched off.
    pub disabled: Option<bool>,
    /// Why, as a word such as `mentioned` or `assigned`.
    pub reason: Option<String>,
}

/// What an issue's title is made from; a part that is no text is left out.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IssueMetadata {
    /// The type of the error.
    #[serde(rename = "type")]
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub kind: Option<String>,
    /// The message of the error.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub value: Option<String>,
    /// The title of what is no error.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub title: Option<String>,
    /// The file of the frame it is blamed on.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub filename: Option<String>,
    /// The function of that frame.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub function: Option<String>,
}

/// A user or a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Actor {
    /// Which of the two.
    #[serde(rename = "type")]
    pub kind: ActorKind,
    /// The id of the user or the team.
    #[serde(deserialize_with = "id_text")]
    pub id: String,
    /// The name to show.
    pub name: Option<String>,
    /// The e-mail address of a user.
    pub email: Option<String>,
}

open_enum! {
    /// How bad an event is.
    Level {
        /// An example that Sentry made.
        Sample = "sample",
        /// For developers.
        Debug = "debug",
        /// Worth knowing.
        Info = "info",
        /// Not right, but not broken.
        Warning = "warning",
        /// Something failed.
        Error = "error",
        /// The program ended.
        Fatal = "fatal",
    }

    /// Whether an issue is resolved.
    IssueStatus {
        /// Open.
        Unresolved = "unresolved",
        /// Done with.
        Resolved = "resolved",
        /// Archived.
        Ignored = "ignored",
        /// Being grouped anew.
        Reprocessing = "reprocessing",
        /// Being merged into another.
        PendingMerge = "pending_merge",
        /// Being deleted.
        PendingDeletion = "pending_deletion",
    }

    /// What is behind an issue's status.
    Substatus {
        /// Unresolved and seen for the first time lately.
        New = "new",
        /// Unresolved for a while.
        Ongoing = "ongoing",
        /// Unresolved and much more frequent than before.
        Escalating = "escalating",
        /// Unresolved again after it was resolved.
        Regressed = "regressed",
        /// Archived until it is much more frequent.
        ArchivedUntilEscalating = "archived_until_escalating",
        /// Archived until a condition holds.
        ArchivedUntilConditionMet = "archived_until_condition_met",
        /// Archived for good.
        ArchivedForever = "archived_forever",
    }

    /// How urgent an issue is.
    Priority {
        /// Look at it now.
        High = "high",
        /// Look at it soon.
        Medium = "medium",
        /// It can wait.
        Low = "low",
    }

    /// The family of an issue's sort.
    IssueCategory {
        /// An error of a program.
        Error = "error",
        /// Something is slow.
        Performance = "performance",
        /// Something is down.
        Outage = "outage",
        /// A metric crossed its threshold.
        Metric = "metric",
        /// A cron job missed or failed.
        Cron = "cron",
        /// A user wrote.
        Feedback = "feedback",
        /// A check from outside failed.
        Uptime = "uptime",
    }

    /// A user or a team.
    ActorKind {
        /// A user.
        User = "user",
        /// A team.
        Team = "team",
    }
}
