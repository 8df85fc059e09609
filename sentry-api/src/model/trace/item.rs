use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::model::{EventId, IssueId, Level, ProjectId, SpanId};
use crate::wire::{Number, Time, mend, open_enum, unicode};

open_enum! {
    /// What a node of a trace is.
    TraceEventType {
        /// A span.
        Span = "span",
        /// An uptime check, which has the form of a span.
        UptimeCheck = "uptime_check",
        /// An error.
        Error = "error",
        /// An event of an issue that is no error, such as a slow query.
        Occurrence = "occurrence",
    }
}

/// What is at a place in a trace.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum TraceItem {
    /// A span or an uptime check.
    Span(Box<TraceSpan>),
    /// An error or an occurrence whose span is not in the trace.
    Issue(Box<TraceIssue>),
}

/// A span of a trace: something that took time.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TraceSpan {
    /// The id of the span.
    pub event_id: SpanId,
    /// Whether it is a span or an uptime check.
    pub event_type: Option<TraceEventType>,
    /// The span that it is a part of; `None` at the start of a trace.
    pub parent_span_id: Option<SpanId>,
    /// The project.
    pub project_id: Option<ProjectId>,
    /// The slug of the project.
    pub project_slug: Option<String>,
    /// The name of the transaction.
    pub transaction: Option<String>,
    /// The event of the transaction.
    pub transaction_id: Option<EventId>,
    /// Whether it is the span of a transaction as a whole.
    pub is_transaction: Option<bool>,
    /// The operation, such as `db` or `http.server`.
    pub op: Option<String>,
    /// The name of the span.
    pub name: Option<String>,
    /// What it did: a query, a URL, a function.
    pub description: Option<String>,
    /// When it began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub start_timestamp: Option<OffsetDateTime>,
    /// When it ended.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub end_timestamp: Option<OffsetDateTime>,
    /// How long it took, in milliseconds.
    pub duration: Option<f64>,
    /// The SDK that sent it.
    pub sdk_name: Option<String>,
    /// The profile of the transaction; empty where there is none.
    pub profile_id: Option<String>,
    /// The continuous profiler that ran; empty where none did.
    pub profiler_id: Option<String>,
    /// The region that an uptime check ran in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_name: Option<String>,
    /// What the SDK measured.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub measurements: BTreeMap<String, f64>,
    /// The web vitals of a page load; times are milliseconds.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub browser_web_vital: BTreeMap<String, f64>,
    /// The vitals of an app's start, in milliseconds.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub mobile_app_vital: BTreeMap<String, f64>,
    /// The errors that happened in it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub errors: Vec<TraceIssue>,
    /// The events of other issues that happened in it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub occurrences: Vec<TraceIssue>,
    /// The attributes that the call asked for.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub additional_attributes: Map<String, Value>,
}

/// An error, or an event of another issue, in a trace.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TraceIssue {
    /// The id of the event.
    pub event_id: EventId,
    /// Whether it is an error or an occurrence.
    pub event_type: Option<TraceEventType>,
    /// The issue it belongs to.
    pub issue_id: Option<IssueId>,
    /// The id of the issue that people use, such as `SHOP-12`.
    pub short_id: Option<String>,
    /// Sentry's number of the sort of issue.
    #[serde_as(as = "Option<Number>")]
    pub issue_type: Option<u64>,
    /// The title.
    pub description: Option<String>,
    /// Where it comes from.
    pub culprit: Option<String>,
    /// How bad it is.
    pub level: Option<Level>,
    /// The project.
    pub project_id: Option<ProjectId>,
    /// The slug of the project.
    pub project_slug: Option<String>,
    /// The name of the transaction it happened in.
    pub transaction: Option<String>,
    /// When it happened.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub start_timestamp: Option<OffsetDateTime>,
    /// When it was over, for what took time.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub end_timestamp: Option<OffsetDateTime>,
}

impl TraceItem {
    /// The errors and occurrences that it is or has.
    pub(super) fn issues(&self) -> impl Iterator<Item = &TraceIssue> {
        let (own, within) = match self {
            Self::Span(span) => (None, Some(span.errors.iter().chain(&span.occurrences))),
            Self::Issue(issue) => (Some(issue.as_ref()), None),
        };
        own.into_iter().chain(within.into_iter().flatten())
    }
}

/// What tells a node's type, and how deep it is where it says so itself.
#[serde_as]
#[derive(Default, Deserialize)]
struct Kind {
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    event_type: Option<TraceEventType>,
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    issue_id: Option<IssueId>,
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    depth: usize,
}

/// Reads a node and the depth that it names. The error is the field that it lacks.
pub(super) fn read(text: &[u8]) -> Result<(usize, TraceItem), String> {
    let kind: Kind = serde_json::from_slice(text).unwrap_or_default();
    let is_issue = match kind.event_type {
        Some(TraceEventType::Error | TraceEventType::Occurrence) => true,
        Some(TraceEventType::Span | TraceEventType::UptimeCheck) => false,
        _ => kind.issue_id.is_some(),
    };
    let item = if is_issue {
        TraceItem::Issue(one(text)?)
    } else {
        TraceItem::Span(one(text)?)
    };
    Ok((kind.depth, item))
}

fn one<T: DeserializeOwned>(text: &[u8]) -> Result<T, String> {
    serde_json::from_slice(text).or_else(|_| mend(&unicode(text)))
}
