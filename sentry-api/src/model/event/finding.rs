//! What a detector found, what was wrong with an event, how it was grouped and what was measured.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::super::{EventId, Level, ProjectId};
use crate::wire::Time;

/// What a detector found.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Occurrence {
    /// The id: 32 hexadecimal digits.
    pub id: Option<String>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// The event that it belongs to.
    pub event_id: Option<EventId>,
    /// What it was, such as `N+1 Query`.
    pub issue_title: Option<String>,
    /// More of what it was.
    pub subtitle: Option<String>,
    /// Sentry's number of its sort.
    #[serde(rename = "type")]
    pub kind: Option<u64>,
    /// When it was found.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub detection_time: Option<OffsetDateTime>,
    /// How bad it is.
    pub level: Option<Level>,
    /// Where it comes from: a function, a route, a transaction.
    pub culprit: Option<String>,
    /// What it was found by, in words.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub evidence_display: Vec<Evidence>,
    /// What it was found by, in the form of its sort.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub evidence_data: BTreeMap<String, Value>,
}

/// Something that a detector found an occurrence by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Evidence {
    /// What it is, such as `Offending Spans`.
    pub name: Option<String>,
    /// Its value.
    pub value: Option<String>,
    /// Whether it is what matters.
    pub important: Option<bool>,
}

/// What was wrong with an event when it came.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventError {
    /// The kind, such as `js_no_source` or `invalid_data`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// What was wrong, in words.
    pub message: Option<String>,
    /// What it was about.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub data: BTreeMap<String, Value>,
}

/// A number that was measured.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Measurement {
    /// The number.
    pub value: Option<f64>,
    /// Its unit, such as `millisecond`; `None` for a mere number.
    pub unit: Option<String>,
}

/// The rules that an event was grouped by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GroupingConfig {
    /// The name of the strategy, such as `newstyle:2023-01-11`.
    pub id: Option<String>,
    /// The rules for stack traces, in Sentry's packed form.
    pub enhancements: Option<String>,
}
