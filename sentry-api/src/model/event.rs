//! Events and what they hold.

mod entry;
mod finding;
mod stacktrace;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};
use time::OffsetDateTime;

pub use self::entry::{
    Breadcrumb, Breadcrumbs, Entry, Exception, Exceptions, Mechanism, Message, Request, Thread,
    Threads,
};
pub use self::finding::{EventError, Evidence, GroupingConfig, Measurement, Occurrence};
pub use self::stacktrace::{ContextLine, Frame, Stacktrace};
use super::{EventId, Formatted, IssueId, IssueMetadata, ProjectId, ReleaseReference, UserReport};
use crate::wire::Time;

/// An event: one error, one transaction or one finding of a detector.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Event {
    /// The id that the SDK gave it.
    #[serde(rename = "eventID", alias = "event_id")]
    pub event_id: EventId,
    /// The issue it belongs to.
    #[serde(rename = "groupID")]
    pub group_id: Option<IssueId>,
    /// The project it belongs to.
    #[serde(rename = "projectID")]
    pub project_id: Option<ProjectId>,
    /// The title.
    pub title: Option<String>,
    /// The message.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub message: Option<String>,
    /// The file or the URL of the frame it is blamed on.
    pub location: Option<String>,
    /// Where it comes from: a function, a route, a transaction.
    pub culprit: Option<String>,
    /// The platform, such as `python`.
    pub platform: Option<String>,
    /// `error`, `transaction`, `default` and the like, in whole events;
    /// [`kind`](Self::kind) tells it of all.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The same in the short form of lists.
    #[serde(rename = "event.type", skip_serializing_if = "Option::is_none")]
    pub listed_kind: Option<String>,
    /// When it happened.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When Sentry got it.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_received: Option<OffsetDateTime>,
    /// The release it happened in.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub release: Option<ReleaseReference>,
    /// The distribution of the release.
    pub dist: Option<String>,
    /// The event as text for a language model, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formatted: Option<Formatted>,
    /// Whom it happened to.
    pub user: Option<EventUser>,
    /// What made it.
    pub sdk: Option<Sdk>,
    /// The tags.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub tags: Vec<EventTag>,
    /// The parts: exceptions, threads, breadcrumbs, the request and others.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub entries: Vec<Entry>,
    /// Structured facts by name, such as `os`, `browser` and `trace`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub contexts: BTreeMap<String, Value>,
    /// Extra values that the program added.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub context: BTreeMap<String, Value>,
    /// What the title is made from.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub metadata: IssueMetadata,
    /// The event after it in the same issue.
    #[serde(rename = "nextEventID")]
    pub next_event_id: Option<EventId>,
    /// The event before it in the same issue.
    #[serde(rename = "previousEventID")]
    pub previous_event_id: Option<EventId>,
    /// How many bytes it has.
    pub size: Option<u64>,
    /// When the transaction began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub start_timestamp: Option<OffsetDateTime>,
    /// When the transaction ended.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub end_timestamp: Option<OffsetDateTime>,
    /// What was measured, by name, such as `lcp`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub measurements: BTreeMap<String, Measurement>,
    /// What a detector found.
    pub occurrence: Option<Occurrence>,
    /// What was wrong with the event when it came.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub errors: Vec<EventError>,
    /// What it was grouped by.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub fingerprints: Vec<String>,
    /// The rules that it was grouped by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grouping_config: Option<GroupingConfig>,
    /// What was cut or scrubbed, by part of the event: under the path of each value, the key
    /// `""` tells the rules that changed it and its length before.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(rename = "_meta", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub meta: BTreeMap<String, Value>,
    /// Newer SDKs that would tell more.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sdk_updates: Vec<Value>,
    /// The modules of the program with their versions.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub packages: BTreeMap<String, Value>,
    /// The releases that resolve its issue.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub resolved_with: Vec<String>,
    /// What the user wrote about it.
    pub user_report: Option<UserReport>,
}

impl Event {
    /// `error`, `transaction`, `default` and the like.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref().or(self.listed_kind.as_deref())
    }

    /// The value of the tag `key`.
    #[must_use]
    pub fn tag(&self, key: &str) -> Option<&str> {
        let tag = self.tags.iter().find(|tag| tag.key == key)?;
        tag.value.as_deref()
    }

    /// The exceptions, the one that was raised last at the end.
    pub fn exceptions(&self) -> impl Iterator<Item = &Exception> {
        self.entries.iter().flat_map(|entry| match entry {
            Entry::Exception(exceptions) => exceptions.values.as_slice(),
            _ => &[],
        })
    }
}

/// One tag of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventTag {
    /// The key.
    pub key: String,
    /// The value.
    pub value: Option<String>,
}

/// Whom an event happened to, as the program told it.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventUser {
    /// The program's own id.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub id: Option<super::UserId>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The name to log in with.
    pub username: Option<String>,
    /// The name to show.
    pub name: Option<String>,
    /// The IP address.
    pub ip_address: Option<String>,
    /// Where the address is: `country_code`, `city`, `region`.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub geo: BTreeMap<String, Option<String>>,
    /// Whatever else the program told.
    pub data: Option<Value>,
}

/// What made an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sdk {
    /// The name, such as `sentry.python`.
    pub name: Option<String>,
    /// The version.
    pub version: Option<String>,
}
