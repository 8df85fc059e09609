mod details;
mod external;
mod metadata;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::formats::PreferOne;
use serde_with::{DefaultOnError, DefaultOnNull, OneOrMany, serde_as};
use time::OffsetDateTime;

pub use self::details::{
    Actor, IssueAnnotation, IssueCounts, IssueInbox, ReprocessingInfo, StatusDetails,
    SubscriptionDetails, SuggestedOwner,
};
pub use self::external::{ExternalIssue, IntegrationIssue};
pub use self::metadata::IssueMetadata;
pub use self::words::{ActorKind, IssueCategory, IssueStatus, Level, Priority, Substatus};
use super::{Activity, EventId, IssueId, IssueTag, ProjectReference, ReleaseReference, User};
use crate::wire::{Number, Time};

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
    /// What happened to it, the newest first; in details alone.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activity: Vec<Activity>,
    /// Who looked at it; in details alone.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen_by: Vec<User>,
    /// Who hears of it; in details alone.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<User>,
    /// The kind of its events, such as `error` or `transaction`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The id under which it is shared.
    pub share_id: Option<String>,
    /// Why the caller hears of it, or does not.
    pub subscription_details: Option<SubscriptionDetails>,
    /// Links to other systems.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub annotations: Vec<IssueAnnotation>,
    /// Since when the priority is what somebody set.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub priority_locked_at: Option<OffsetDateTime>,
    /// How well Seer thinks that it can be fixed, from 0 to 1.
    pub seer_fixability_score: Option<f64>,
    /// When Seer was asked the last time.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub seer_autofix_last_triggered: Option<OffsetDateTime>,
    /// When Seer's newer generation was asked the last time.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub seer_explorer_autofix_last_triggered: Option<OffsetDateTime>,
    /// The counts over all time, whatever the period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lifetime: Option<IssueCounts>,
    /// The counts of the events that match the search, where that narrows them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filtered: Option<IssueCounts>,
    /// Why it waits for review, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inbox: Option<IssueInbox>,
    /// Who is suspected to own it, where that was asked for.
    #[serde_as(as = "DefaultOnNull<OneOrMany<_, PreferOne>>")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<SuggestedOwner>,
    /// The issues of other systems that integrations linked, where that was asked for.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub integration_issues: Vec<IntegrationIssue>,
    /// The issues of other systems that applications linked, where that was asked for.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sentry_app_issues: Vec<ExternalIssue>,
    /// How many sessions its project had, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_count: Option<u64>,
    /// Whether its newest event has files attached, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest_event_has_attachments: Option<bool>,
    /// The event whose id was searched for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matching_event_id: Option<EventId>,
}
