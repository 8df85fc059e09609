use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};

use crate::model::OrganizationId;
use crate::wire::{Number, id};

id! {
    /// The id of a source of a detector.
    DataSourceId;
}

/// What a detector looks at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DataSource {
    /// The id.
    pub id: DataSourceId,
    /// The organization that it belongs to.
    pub organization_id: Option<OrganizationId>,
    /// What it is, such as `snuba_query_subscription`, `uptime_subscription` or `cron_monitor`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The id of what it stands for.
    pub source_id: Option<DataSourceId>,
    /// What it stands for.
    pub query_obj: Option<DataSourceQuery>,
}

/// What a source stands for; which fields there are depends on its kind.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DataSourceQuery {
    /// The id.
    pub id: Option<DataSourceId>,
    /// Of a metric: 0 where the query runs, else what becomes of it.
    pub status: Option<i64>,
    /// Of a metric: the name under which the query runs.
    pub subscription: Option<String>,
    /// Of a metric: the query.
    pub snuba_query: Option<MetricSource>,
    /// Of a cron monitor: its slug.
    pub slug: Option<String>,
    /// Of an uptime monitor: what is asked for.
    pub url: Option<String>,
    /// Of an uptime monitor: the HTTP method.
    pub method: Option<String>,
    /// Of an uptime monitor: the headers of the request, as names and values.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// Of an uptime monitor: the body of the request.
    pub body: Option<String>,
    /// Of an uptime monitor: how many seconds there are between two requests.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub interval_seconds: Option<u64>,
    /// Of an uptime monitor: after how many milliseconds a request has failed.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub timeout_ms: Option<u64>,
    /// Of an uptime monitor: whether the requests are traced.
    pub trace_sampling: Option<bool>,
}

/// The query behind a metric.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MetricSource {
    /// The id.
    pub id: Option<DataSourceId>,
    /// The data set, such as `events` or `events_analytics_platform`.
    pub dataset: Option<String>,
    /// The search.
    pub query: Option<String>,
    /// The function, such as `count()` or `p95(span.duration)`.
    pub aggregate: Option<String>,
    /// How many seconds are looked at together.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub time_window: Option<u64>,
    /// The environment; `None` stands for all.
    pub environment: Option<String>,
    /// The kinds of events, such as `error` or `trace_item_span`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub event_types: Vec<String>,
    /// How samples stand for all data.
    pub extrapolation_mode: Option<String>,
}

/// A metric for a detector to look at.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MetricQuery {
    aggregate: String,
    dataset: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    environment: Option<String>,
    event_types: &'static [&'static str],
    query: String,
    query_type: u8,
    time_window: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    extrapolation_mode: Option<&'static str>,
}

impl MetricQuery {
    /// A function over errors, such as `count()` or `count_unique(tags[sentry:user])`.
    pub fn errors(aggregate: impl Into<String>) -> Self {
        Self {
            aggregate: aggregate.into(),
            dataset: "events",
            environment: None,
            event_types: &["default", "error"],
            query: String::new(),
            query_type: 0,
            time_window: 3_600,
            extrapolation_mode: None,
        }
    }

    /// A function over spans, such as `p95(span.duration)` or `failure_rate()`.
    pub fn spans(aggregate: impl Into<String>) -> Self {
        Self {
            dataset: "events_analytics_platform",
            event_types: &["trace_item_span"],
            query_type: 1,
            extrapolation_mode: Some("unknown"),
            ..Self::errors(aggregate)
        }
    }

    /// Keeps what matches a search.
    #[must_use]
    pub fn query(mut self, query: impl Into<String>) -> Self {
        self.query = query.into();
        self
    }

    /// Keeps what comes from this environment.
    #[must_use]
    pub fn environment(mut self, environment: impl Into<String>) -> Self {
        self.environment = Some(environment.into());
        self
    }

    /// Looks at so many seconds together; an hour where nothing is said.
    #[must_use]
    pub fn time_window(mut self, seconds: u64) -> Self {
        self.time_window = seconds;
        self
    }
}

/// The form in which Sentry takes it.
impl From<MetricQuery> for Value {
    fn from(query: MetricQuery) -> Self {
        serde_json::to_value(query).unwrap_or_default()
    }
}
