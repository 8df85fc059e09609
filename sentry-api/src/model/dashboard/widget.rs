use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::DashboardId;
use crate::wire::{Number, Time, id, open_enum};

id! {
    /// The id of a widget of a dashboard.
    WidgetId;
    /// The id of a query of a widget.
    WidgetQueryId;
}

/// One of the things that a dashboard shows.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DashboardWidget {
    /// The id.
    pub id: WidgetId,
    /// The title.
    pub title: Option<String>,
    /// What is said below the title; of a text widget, the text.
    pub description: Option<String>,
    /// How it shows its data.
    pub display_type: Option<DisplayType>,
    /// Which data it shows.
    pub widget_type: Option<WidgetType>,
    /// Where its number turns to another color.
    pub thresholds: Option<WidgetThresholds>,
    /// The length of a step in time, such as `5m`.
    pub interval: Option<String>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// The dashboard that it belongs to.
    pub dashboard_id: Option<DashboardId>,
    /// What it asks for; most displays draw one series for each.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub queries: Vec<DashboardWidgetQuery>,
    /// How many rows or series it shows at most.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub limit: Option<u64>,
    /// Where it stands.
    pub layout: Option<WidgetLayout>,
    /// Where its axis begins.
    pub axis_range: Option<AxisRange>,
    /// How its legend looks.
    pub legend_type: Option<LegendType>,
    /// Who chose its data: `user`, `inferred` and the like.
    pub dataset_source: Option<String>,
    /// Where each of its queries is shown in Explore.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub explore_urls: Vec<String>,
    /// What was left out when it was moved to newer data, in Sentry's own form.
    pub changed_reason: Option<Value>,
}

/// What a widget asks for.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DashboardWidgetQuery {
    /// The id.
    pub id: WidgetQueryId,
    /// The name that the legend shows.
    pub name: Option<String>,
    /// The columns and functions in the order of a table.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub fields: Vec<String>,
    /// The functions among them.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub aggregates: Vec<String>,
    /// The columns among them.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub columns: Vec<String>,
    /// What each of `fields` is called; empty for what has no other name.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub field_aliases: Vec<String>,
    /// The search.
    pub conditions: Option<String>,
    /// The column or function that sorts, with `-` before it for the greatest first.
    pub orderby: Option<String>,
    /// The widget that it belongs to.
    pub widget_id: Option<WidgetId>,
    /// How metrics are made for it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub on_demand: Vec<OnDemandExtraction>,
    /// Whether it is not shown.
    pub is_hidden: Option<bool>,
    /// Which of `aggregates` a big number shows, counted from 0.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub selected_aggregate: Option<u64>,
    /// The dashboards that the values of its columns lead to.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub linked_dashboards: Vec<LinkedDashboard>,
}

/// How metrics are made for a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OnDemandExtraction {
    /// Whether they are.
    pub enabled: Option<bool>,
    /// Why they are, or are not.
    pub extraction_state: Option<String>,
    /// The query that they are made for.
    pub dashboard_widget_query_id: Option<WidgetQueryId>,
}

/// A dashboard that the values of a column lead to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LinkedDashboard {
    /// The column.
    pub field: String,
    /// The dashboard.
    pub dashboard_id: DashboardId,
}

/// Where a number turns to another color.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WidgetThresholds {
    /// The greatest number of each color, by `max1` and `max2`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub max_values: BTreeMap<String, f64>,
    /// The unit of the numbers, such as `millisecond`.
    pub unit: Option<String>,
    /// Whether smaller (`-`) or greater (`+`) numbers are better.
    #[serde(rename = "preferredPolarity")]
    pub preferred_polarity: Option<String>,
}

impl WidgetThresholds {
    /// Numbers up to `max1` have the first color, up to `max2` the second, others the third.
    pub fn new(max1: f64, max2: f64, unit: impl Into<String>) -> Self {
        let values = [("max1", max1), ("max2", max2)];
        Self {
            max_values: values.map(|(name, value)| (name.to_owned(), value)).into(),
            unit: Some(unit.into()),
            preferred_polarity: None,
        }
    }
}

/// Where a widget stands, on a grid of six columns.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WidgetLayout {
    /// The column, counted from 0.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub x: Option<u64>,
    /// The row, counted from 0.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub y: Option<u64>,
    /// How many columns wide it is.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub w: Option<u64>,
    /// How many rows high it is.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub h: Option<u64>,
    /// How many rows high it is at least.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub min_h: Option<u64>,
}

open_enum! {
    /// How a widget shows its data.
    DisplayType {
        /// As lines over time.
        Line = "line",
        /// As filled lines over time.
        Area = "area",
        /// As bars over time.
        Bar = "bar",
        /// As a table.
        Table = "table",
        /// As one number.
        BigNumber = "big_number",
        /// As the details of one thing.
        Details = "details",
        /// As a bar for each value of a column.
        CategoricalBar = "categorical_bar",
        /// As a wheel of scores.
        Wheel = "wheel",
        /// As the elements that were clicked in anger.
        RageAndDeadClicks = "rage_and_dead_clicks",
        /// As a tree of what a server serves.
        ServerTree = "server_tree",
        /// As a text, with no data.
        Text = "text",
        /// As a table of what agents did.
        AgentsTracesTable = "agents_traces_table",
        /// As a map of colors.
        Heatmap = "heatmap",
    }

    /// Which data a widget shows.
    WidgetType {
        /// Errors and transactions together, the older form.
        Discover = "discover",
        /// Issues.
        Issue = "issue",
        /// Release health.
        Metrics = "metrics",
        /// Errors.
        ErrorEvents = "error-events",
        /// Transactions.
        TransactionLike = "transaction-like",
        /// Spans.
        Spans = "spans",
        /// Logs.
        Logs = "logs",
        /// Metrics of the application's own.
        TraceMetrics = "tracemetrics",
        /// The sizes of mobile builds.
        PreprodAppSize = "preprod-app-size",
    }

    /// Where the axis of a widget begins.
    AxisRange {
        /// Where Sentry thinks best.
        Auto = "auto",
        /// With the smallest value.
        DataMin = "dataMin",
    }

    /// How the legend of a widget looks.
    LegendType {
        /// As names alone.
        Default = "default",
        /// With the values.
        Breakdown = "breakdown",
    }
}
