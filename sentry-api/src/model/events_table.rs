//! Tables of events.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};
use serde_with::{DefaultOnNull, DeserializeAs, serde_as};
use time::OffsetDateTime;

use crate::wire::{Number, Time, open_enum};

open_enum! {
    /// A set of events that can be queried.
    Dataset {
        /// Errors.
        Errors = "errors",
        /// Spans of traces; those with `is_transaction:true` are the transactions.
        Spans = "spans",
        /// Log entries.
        Logs = "logs",
        /// Samples of the application's own metrics.
        TraceMetrics = "tracemetrics",
        /// Functions, as profiles saw them.
        ProfileFunctions = "profile_functions",
        /// Results of uptime checks.
        UptimeResults = "uptime_results",
        /// Transactions, on servers without spans.
        Transactions = "transactions",
        /// Errors and transactions, on servers that keep them together.
        Discover = "discover",
        /// Events of issues that are no errors.
        IssuePlatform = "issuePlatform",
    }

    /// Whether all events of the period were looked at.
    DataScanned {
        /// All of them.
        Full = "full",
        /// A part, since there are too many.
        Partial = "partial",
    }
}

/// A page of a table of events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "Table")]
#[non_exhaustive]
pub struct EventsTable {
    /// The rows.
    pub data: Vec<EventsRow>,
    /// What is known of the columns.
    #[serde(serialize_with = "shared")]
    pub meta: Arc<EventsMeta>,
}

#[serde_as]
#[derive(Deserialize)]
struct Table {
    data: Vec<Map<String, Value>>,
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    meta: EventsMeta,
}

impl From<Table> for EventsTable {
    fn from(table: Table) -> Self {
        let meta = Arc::new(table.meta);
        let row = |columns| EventsRow {
            columns,
            meta: Arc::clone(&meta),
        };
        Self {
            data: table.data.into_iter().map(row).collect(),
            meta,
        }
    }
}

fn shared<S: Serializer>(meta: &Arc<EventsMeta>, output: S) -> Result<S::Ok, S::Error> {
    meta.as_ref().serialize(output)
}

/// What is known of the columns of a table.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EventsMeta {
    /// The kind of each column, such as `string`, `integer`, `duration` or `date`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub fields: BTreeMap<String, Option<String>>,
    /// The unit of each column that has one, such as `millisecond` or `byte`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub units: BTreeMap<String, Option<String>>,
    /// The data set that answered.
    pub dataset: Option<Dataset>,
    /// Why that data set answered.
    pub dataset_reason: Option<String>,
    /// Whether all events of the period were looked at.
    pub data_scanned: Option<DataScanned>,
    /// How many bytes were looked at.
    #[serde_as(as = "Option<Number>")]
    pub bytes_scanned: Option<u64>,
    /// Whether the values come from metrics instead of stored events.
    pub is_metrics_data: Option<bool>,
    /// Whether the values come from metrics that were taken from events.
    pub is_metrics_extracted_data: Option<bool>,
    /// What Sentry advises on the query and its columns.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub tips: BTreeMap<String, Option<String>>,
}

impl EventsMeta {
    /// The kind of a column, such as `string`, `integer`, `duration` or `date`.
    #[must_use]
    pub fn kind(&self, column: &str) -> Option<&str> {
        self.fields.get(column)?.as_deref()
    }

    /// The unit of a column, such as `millisecond` or `byte`.
    #[must_use]
    pub fn unit(&self, column: &str) -> Option<&str> {
        self.units.get(column)?.as_deref()
    }
}

/// A row of a table of events: a value for each field that was asked for.
///
/// ```
/// use sentry_api::model::EventsTable;
///
/// let table: EventsTable = serde_json::from_str(
///     r#"{"data": [{"transaction": "/search/", "p95(span.duration)": 1.5}],
///         "meta": {"units": {"p95(span.duration)": "second"}}}"#,
/// )?;
/// let row = &table.data[0];
/// assert_eq!(row.text("transaction"), Some("/search/"));
/// assert_eq!(row.number("p95(span.duration)"), Some(1.5));
/// assert_eq!(row.duration("p95(span.duration)").unwrap().as_millis(), 1500);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct EventsRow {
    columns: Map<String, Value>,
    meta: Arc<EventsMeta>,
}

impl Serialize for EventsRow {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        self.columns.serialize(output)
    }
}

impl EventsRow {
    /// The value of a column as it came.
    #[must_use]
    pub fn value(&self, column: &str) -> Option<&Value> {
        self.columns.get(column)
    }

    /// The value of a column of text.
    #[must_use]
    pub fn text(&self, column: &str) -> Option<&str> {
        self.value(column)?.as_str()
    }

    /// The value of a column of numbers.
    #[must_use]
    pub fn number(&self, column: &str) -> Option<f64> {
        self.value(column)?.as_f64()
    }

    /// The value of a column of truths.
    #[must_use]
    pub fn boolean(&self, column: &str) -> Option<bool> {
        self.value(column)?.as_bool()
    }

    /// The value of a column of times, such as `timestamp`.
    #[must_use]
    pub fn time(&self, column: &str) -> Option<OffsetDateTime> {
        Time::deserialize_as(self.value(column)?).ok().flatten()
    }

    /// The value of a column of durations, by the unit that the table names: milliseconds
    /// where it names none.
    #[must_use]
    pub fn duration(&self, column: &str) -> Option<Duration> {
        let seconds = match self.meta.unit(column) {
            Some("nanosecond") => 1e-9,
            Some("microsecond") => 1e-6,
            None | Some("millisecond") => 1e-3,
            Some("second") => 1.0,
            Some("minute") => 60.0,
            Some("hour") => 3_600.0,
            Some("day") => 86_400.0,
            Some("week") => 604_800.0,
            Some(_) => return None,
        };
        Duration::try_from_secs_f64(self.number(column)? * seconds).ok()
    }

    /// The names and values of all columns.
    pub fn columns(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.columns
            .iter()
            .map(|(name, value)| (name.as_str(), value))
    }

    /// What is known of the columns, which the rows of a page share.
    #[must_use]
    pub fn meta(&self) -> &EventsMeta {
        &self.meta
    }
}
