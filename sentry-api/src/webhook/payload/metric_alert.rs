use serde::Deserialize;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::Setting;
use crate::webhook::read::IdText;
use crate::wire::Time;

/// A metric crossed the threshold of an alert, or came back.
///
/// Source: [Metric alerts](https://docs.sentry.io/integrations/integration-platform/webhooks/metric-alerts/).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct MetricAlertPayload {
    /// What happened to the metric.
    pub metric_alert: Option<MetricAlert>,
    /// A title to show.
    pub description_title: Option<String>,
    /// A sentence or two to show.
    pub description_text: Option<String>,
    /// The address of the page of what happened.
    pub web_url: Option<String>,
}

/// What happened to a metric.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct MetricAlert {
    /// The id.
    #[serde_as(as = "Option<IdText>")]
    pub id: Option<String>,
    /// The number within the organization, which stands in addresses.
    #[serde_as(as = "Option<IdText>")]
    pub identifier: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The slugs of the projects.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub projects: Vec<String>,
    /// When it began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_started: Option<OffsetDateTime>,
    /// When Sentry saw that it had begun.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_detected: Option<OffsetDateTime>,
    /// When it ended; `None` as long as it lasts.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_closed: Option<OffsetDateTime>,
    /// What the alert looks for.
    pub alert_rule: Option<MetricAlertRule>,
}

/// What a metric alert looks for.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct MetricAlertRule {
    /// The id.
    #[serde_as(as = "Option<IdText>")]
    pub id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The data set it reads, such as `events`.
    pub dataset: Option<String>,
    /// The metric, such as `count()`.
    pub aggregate: Option<String>,
    /// Which events count, in Sentry's search language.
    pub query: Option<String>,
    /// The environment; `None` for all.
    pub environment: Option<String>,
    /// Over how many minutes the metric is taken.
    pub time_window: Option<f64>,
    /// The threshold below which all is well again.
    pub resolve_threshold: Option<f64>,
    /// The thresholds.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub triggers: Vec<MetricAlertTrigger>,
}

/// One threshold of a metric alert.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct MetricAlertTrigger {
    /// The id.
    #[serde_as(as = "Option<IdText>")]
    pub id: Option<String>,
    /// `critical` or `warning`.
    pub label: Option<String>,
    /// The threshold.
    pub alert_threshold: Option<f64>,
    /// The threshold below which all is well again.
    pub resolve_threshold: Option<f64>,
    /// What is done when the metric crosses it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub actions: Vec<MetricAlertAction>,
}

/// What is done when a metric crosses a threshold.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct MetricAlertAction {
    /// The id.
    #[serde_as(as = "Option<IdText>")]
    pub id: Option<String>,
    /// `sentry_app` for an integration, `email` and others.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The id of the integration.
    #[serde_as(as = "Option<IdText>")]
    pub sentry_app_id: Option<String>,
    /// What stands in the fields of the integration's form.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub settings: Vec<Setting>,
}
