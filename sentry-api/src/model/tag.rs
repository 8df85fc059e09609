use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::wire::{Number, Time};

/// A tag of an issue's events.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IssueTag {
    /// The key.
    pub key: String,
    /// The name to show.
    pub name: Option<String>,
    /// How many events have it.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub total_values: Option<u64>,
    /// How many values it has.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub unique_values: Option<u64>,
    /// The most frequent values, the most frequent first.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub top_values: Vec<TagValue>,
}

/// A value of a tag.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TagValue {
    /// The value; `None` for the events without one.
    pub value: Option<String>,
    /// The name to show.
    pub name: Option<String>,
    /// The value again, in the form of a key.
    pub key: Option<String>,
    /// How many events have it.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub count: Option<u64>,
    /// When the first event with it came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub first_seen: Option<OffsetDateTime>,
    /// When the last event with it came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub last_seen: Option<OffsetDateTime>,
    /// The search that finds the events with it, where it is not the key and the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
}
