//! What belongs to parts of an issue.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::serde_as;
use time::OffsetDateTime;

use super::ActorKind;
use crate::model::User;
use crate::wire::{Number, Time, id_text};

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
    /// Who gave it the status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Box<User>>,
    /// Whether it was resolved by itself, since nothing came for long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_resolved: Option<bool>,
    /// How many events are still to be grouped anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending_events: Option<u64>,
    /// What is being grouped anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub info: Option<ReprocessingInfo>,
}

/// What is being grouped anew.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ReprocessingInfo {
    /// When it began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// How many parts were to be counted.
    pub sync_count: Option<u64>,
    /// How many events it is about.
    pub total_events: Option<u64>,
}

/// How often an issue came, and since when.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IssueCounts {
    /// How many events it has.
    #[serde_as(as = "Option<Number>")]
    pub count: Option<u64>,
    /// How many users its events touched.
    #[serde_as(as = "Option<Number>")]
    pub user_count: Option<u64>,
    /// When the first event came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub first_seen: Option<OffsetDateTime>,
    /// When the last event came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub last_seen: Option<OffsetDateTime>,
}

/// Why an issue waits for review.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IssueInbox {
    /// Sentry's number of the reason, such as 0 for new issues, 2 for regressions and 6 for
    /// ongoing ones.
    pub reason: Option<i64>,
    /// When it began to wait.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_added: Option<OffsetDateTime>,
}

/// Who is suspected to own an issue.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SuggestedOwner {
    /// What the suspicion comes from, such as `ownershipRule` or `suspectCommit`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The user or the team, as `user:ID` or `team:ID`.
    pub owner: Option<String>,
    /// When it was suspected.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_added: Option<OffsetDateTime>,
}

/// A link to another system that stands beside an issue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IssueAnnotation {
    /// The text of the link.
    pub display_name: Option<String>,
    /// The address.
    pub url: Option<String>,
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
