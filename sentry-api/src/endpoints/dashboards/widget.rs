mod query;

use serde::Serialize;

pub use self::query::WidgetQuery;
use crate::model::{
    AxisRange, DashboardWidget, DisplayType, LegendType, WidgetId, WidgetLayout, WidgetThresholds,
    WidgetType,
};
use crate::wire::Unset;

/// A widget to put on a dashboard.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Widget {
    #[serde(skip_serializing_if = "Unset::is_unset")]
    id: Option<WidgetId>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    thresholds: Option<WidgetThresholds>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    display_type: Option<DisplayType>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    interval: Option<String>,
    queries: Vec<WidgetQuery>,
    #[serde(rename = "widget_type", skip_serializing_if = "Unset::is_unset")]
    kind: Option<WidgetType>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    limit: Option<u64>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    layout: Option<Layout>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    axis_range: Option<AxisRange>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    legend_type: Option<LegendType>,
}

/// Where a widget stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Layout {
    x: u64,
    y: u64,
    w: u64,
    h: u64,
    min_h: u64,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            x: 0,
            y: 0,
            w: 2,
            h: 2,
            min_h: 2,
        }
    }
}

impl From<WidgetLayout> for Layout {
    fn from(layout: WidgetLayout) -> Self {
        let usual = Self::default();
        Self {
            x: layout.x.unwrap_or(usual.x),
            y: layout.y.unwrap_or(usual.y),
            w: layout.w.unwrap_or(usual.w),
            h: layout.h.unwrap_or(usual.h),
            min_h: layout.min_h.unwrap_or(usual.min_h),
        }
    }
}

impl Widget {
    /// A widget that shows this kind of data in this way.
    pub fn new(
        title: impl Into<String>,
        display_type: DisplayType,
        widget_type: WidgetType,
    ) -> Self {
        Self {
            id: None,
            title: Some(title.into()),
            description: None,
            thresholds: None,
            display_type: Some(display_type),
            interval: None,
            queries: Vec::new(),
            kind: Some(widget_type),
            limit: None,
            layout: None,
            axis_range: None,
            legend_type: None,
        }
    }

    /// Gives it another title.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Says something below the title; of a text widget, its text.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Shows the data in this way.
    #[must_use]
    pub fn display_type(mut self, display_type: DisplayType) -> Self {
        self.display_type = Some(display_type);
        self
    }

    /// Adds a query; most displays draw one series for each.
    #[must_use]
    pub fn query(mut self, query: WidgetQuery) -> Self {
        self.queries.push(query);
        self
    }

    /// Takes all queries away, to put others in their place.
    #[must_use]
    pub fn without_queries(mut self) -> Self {
        self.queries.clear();
        self
    }

    /// Sets the length of a step in time, such as `5m`.
    #[must_use]
    pub fn interval(mut self, interval: impl Into<String>) -> Self {
        self.interval = Some(interval.into());
        self
    }

    /// Shows so many rows or series at most.
    #[must_use]
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Places it, with its column and row counted from 0; there are six columns.
    #[must_use]
    pub fn at(mut self, column: u64, row: u64) -> Self {
        let layout = self.layout.get_or_insert_default();
        (layout.x, layout.y) = (column, row);
        self
    }

    /// Makes it so many columns wide and rows high; 2 and 2 where nothing is said.
    #[must_use]
    pub fn size(mut self, columns: u64, rows: u64) -> Self {
        let layout = self.layout.get_or_insert_default();
        (layout.w, layout.h, layout.min_h) = (columns, rows, layout.min_h.min(rows));
        self
    }

    /// Sets where its number turns to another color.
    #[must_use]
    pub fn thresholds(mut self, thresholds: WidgetThresholds) -> Self {
        self.thresholds = Some(thresholds);
        self
    }

    /// Sets where its axis begins.
    #[must_use]
    pub fn axis_range(mut self, axis_range: AxisRange) -> Self {
        self.axis_range = Some(axis_range);
        self
    }

    /// Sets how its legend looks.
    #[must_use]
    pub fn legend_type(mut self, legend_type: LegendType) -> Self {
        self.legend_type = Some(legend_type);
        self
    }
}

/// The widget as it is, to be kept or changed.
impl From<DashboardWidget> for Widget {
    fn from(widget: DashboardWidget) -> Self {
        Self {
            id: Some(widget.id),
            title: widget.title,
            description: widget.description,
            thresholds: widget.thresholds,
            display_type: widget.display_type,
            interval: widget.interval,
            queries: widget.queries.into_iter().map(WidgetQuery::from).collect(),
            kind: widget.widget_type,
            limit: widget.limit,
            layout: widget.layout.map(Layout::from),
            axis_range: widget.axis_range,
            legend_type: widget.legend_type,
        }
    }
}
