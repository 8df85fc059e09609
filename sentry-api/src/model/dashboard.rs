mod widget;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

pub use self::widget::{
    AxisRange, DashboardWidget, DashboardWidgetQuery, DisplayType, LegendType, LinkedDashboard,
    OnDemandExtraction, WidgetId, WidgetLayout, WidgetQueryId, WidgetThresholds, WidgetType,
};
use super::{ProjectId, TeamId, User};
use crate::wire::{Time, id};

id! {
    /// The id of a dashboard: a number.
    DashboardId;
}

/// A dashboard as it is listed, without its widgets.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DashboardSummary {
    /// The id.
    pub id: DashboardId,
    /// The title.
    pub title: Option<String>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// Who made it.
    pub created_by: Option<User>,
    /// When the caller looked at it last.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub last_visited: Option<OffsetDateTime>,
    /// How its widgets show their data, in their order.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub widget_display: Vec<DisplayType>,
    /// The shape of each of its widgets.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub widget_preview: Vec<Map<String, Value>>,
    /// The projects that it looks at; none stands for all.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub projects: Vec<ProjectId>,
    /// The environments that it looks at; none stands for all.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub environment: Vec<String>,
    /// What else it looks at.
    pub filters: Option<DashboardFilters>,
    /// Who may change it; `None` where everybody may.
    pub permissions: Option<DashboardPermissions>,
    /// Whether the caller marked it.
    pub is_favorited: Option<bool>,
    /// Which of Sentry's own dashboards it is, if it is one.
    pub prebuilt_id: Option<i64>,
}

/// A dashboard with its widgets.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Dashboard {
    /// The id.
    pub id: DashboardId,
    /// The title.
    pub title: Option<String>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// Who made it.
    pub created_by: Option<User>,
    /// What it shows.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub widgets: Vec<DashboardWidget>,
    /// The projects that it looks at; none stands for all.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub projects: Vec<ProjectId>,
    /// The environments that it looks at; none stands for all.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub environment: Vec<String>,
    /// What else it looks at.
    pub filters: Option<DashboardFilters>,
    /// The period up to now that it looks at, such as `14d`.
    pub period: Option<String>,
    /// The moment from which on it looks, where there is no period.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub start: Option<OffsetDateTime>,
    /// The moment up to which it looks.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub end: Option<OffsetDateTime>,
    /// Whether that time lies further back than the data.
    pub expired: Option<bool>,
    /// Whether times are shown in UTC.
    #[serde(default, deserialize_with = "truth")]
    pub utc: Option<bool>,
    /// Who may change it; `None` where everybody may.
    pub permissions: Option<DashboardPermissions>,
    /// Whether the caller marked it.
    pub is_favorited: Option<bool>,
    /// Which of Sentry's own dashboards it is, if it is one.
    pub prebuilt_id: Option<i64>,
}

/// What a dashboard looks at besides projects and environments.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DashboardFilters {
    /// The versions of releases; none stands for all.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub release: Vec<String>,
    /// The ids of releases; none stands for all.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub release_id: Vec<String>,
    /// Filters on other fields, in Sentry's own form.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub global_filter: Vec<Map<String, Value>>,
}

/// Who may change a dashboard.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DashboardPermissions {
    /// Whether everybody may.
    pub is_editable_by_everyone: Option<bool>,
    /// The teams that may where not everybody may.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub teams_with_edit_access: Vec<TeamId>,
}

/// Reads a truth, which the description calls a text.
fn truth<'de, D: Deserializer<'de>>(input: D) -> Result<Option<bool>, D::Error> {
    Ok(match Value::deserialize(input)? {
        Value::Bool(truth) => Some(truth),
        Value::String(text) => text.parse().ok(),
        _ => None,
    })
}
