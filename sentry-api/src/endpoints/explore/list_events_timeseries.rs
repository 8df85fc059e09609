use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::{DataScanned, Dataset};
use crate::operation::operation;
use crate::wire::{Number, Time, open_enum};

operation! {
    /// Queries a function of events over time.
    ///
    /// Source: [Query Explore Events in Timeseries Format](https://docs.sentry.io/api/explore/query-explore-events-in-timeseries-format/).
    ListOrganizationEventsTimeseries(organization; dataset: Dataset)
    GET "/api/0/organizations/{organization_id_or_slug}/events-timeseries/" -> EventsTimeseries;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Sets the function, which is `count()` otherwise.
    text y_axis = "yAxis";
    /// Keeps the events that match a search.
    text query;
    /// Sets the length of a step, in seconds; Sentry chooses one otherwise.
    one interval: u64;
    /// Adds a field to those that tell the series of a query of top events apart.
    texts group_by = "groupBy";
    /// Asks for one series for each of so many groups, 1 to 10; needs `sort` and `group_by`.
    one top_events: u32 = "topEvents";
    /// Sets what the top events are sorted by; with `-` before it the greatest comes first.
    text sort;
    /// Leaves out the series of all that is in none of the top groups.
    bit exclude_other = "excludeOther";
    /// Asks for the values so many seconds earlier too.
    one comparison_delta: u64 = "comparisonDelta";
    /// Adds a project, by its slug or id, to those that are searched; `-1` stands for all.
    texts project;
    /// Adds an environment to those that are searched.
    texts environment;
    /// Counts the stored samples alone instead of estimating what all would be.
    bit disable_aggregate_extrapolation = "disableAggregateExtrapolation";
    /// Refuses functions in the search and in `group_by`.
    bit prevent_metric_aggregates = "preventMetricAggregates";
}

/// Functions of events over time.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventsTimeseries {
    /// The series: one, or one for each of the top groups.
    #[serde(rename = "timeSeries")]
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub time_series: Vec<TimeSeries>,
    /// What was looked at.
    pub meta: Option<EventsTimeseriesMeta>,
}

/// What a query over time looked at.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventsTimeseriesMeta {
    /// The data set.
    pub dataset: Option<Dataset>,
    /// Where the period begins.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub start: Option<OffsetDateTime>,
    /// Where the period ends.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub end: Option<OffsetDateTime>,
}

/// One function of one group over time.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TimeSeries {
    /// The function.
    pub y_axis: Option<String>,
    /// The values, oldest first.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub values: Vec<TimeSeriesValue>,
    /// The group, where it is one of the top groups; empty otherwise.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub group_by: Vec<SeriesGroup>,
    /// What is known of the values.
    pub meta: Option<TimeSeriesMeta>,
}

/// A field of a group with its value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SeriesGroup {
    /// The field.
    pub key: Option<String>,
    /// The value: text, a number, or null.
    #[serde(default)]
    pub value: Value,
}

/// What is known of the values of a series.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TimeSeriesMeta {
    /// The kind of the values, such as `integer` or `duration`.
    pub value_type: Option<String>,
    /// The unit of the values, such as `millisecond`.
    pub value_unit: Option<String>,
    /// The length of a step, in milliseconds.
    #[serde_as(as = "Option<Number>")]
    pub interval: Option<u64>,
    /// The place among the top groups, from 0.
    #[serde_as(as = "Option<Number>")]
    pub order: Option<u64>,
    /// Whether it stands for all that is in none of the top groups.
    pub is_other: Option<bool>,
    /// Whether all events were looked at.
    pub data_scanned: Option<DataScanned>,
}

/// A value at a moment.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TimeSeriesValue {
    /// Where the step begins.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub timestamp: Option<OffsetDateTime>,
    /// The value of the function over the step.
    pub value: Option<f64>,
    /// Whether the step is not over yet.
    pub incomplete: Option<bool>,
    /// Why it counts as incomplete.
    pub incomplete_reason: Option<String>,
    /// The value so much earlier, where that was asked for.
    pub comparison_value: Option<f64>,
    /// How many stored samples it was estimated from.
    pub sample_count: Option<f64>,
    /// What part of all events the samples are, 0 to 1.
    pub sample_rate: Option<f64>,
    /// How sure the estimate is.
    pub confidence: Option<Confidence>,
}

open_enum! {
    /// How sure an estimate is.
    Confidence {
        /// Few samples.
        Low = "low",
        /// Enough samples.
        High = "high",
    }
}

impl OrganizationHandle {
    /// Queries a function of the organization's events over time.
    ///
    /// ```
    /// use sentry_api::model::Dataset;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let answer = client
    ///     .organization("acme")
    ///     .events_timeseries(Dataset::Errors)
    ///     .y_axis("count()")
    ///     .stats_period("24h")
    ///     .interval(3600)
    ///     .await?;
    /// let series = &answer.time_series[0];
    /// assert!(series.values.iter().any(|step| step.value > Some(0.0)));
    /// # Ok(())
    /// # }
    /// ```
    pub fn events_timeseries(&self, dataset: Dataset) -> Call<ListOrganizationEventsTimeseries> {
        self.client.call(ListOrganizationEventsTimeseries::new(
            &self.organization,
            dataset,
        ))
    }
}
