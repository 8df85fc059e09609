mod source;

use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

pub use self::source::{DataSource, DataSourceId, DataSourceQuery, MetricQuery, MetricSource};
use super::{Actor, ConditionGroup, Issue, ProjectId, UserId, WorkflowId};
use crate::wire::{Number, Time, id, open_enum};

id! {
    /// The id of a detector: a number.
    DetectorId;
}

/// What looks at data and opens issues; Sentry shows it as a monitor.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Detector {
    /// The id.
    pub id: DetectorId,
    /// The project that it looks at.
    pub project_id: Option<ProjectId>,
    /// The name.
    pub name: Option<String>,
    /// What is said in the issues that it opens.
    pub description: Option<String>,
    /// What it looks for.
    #[serde(rename = "type")]
    pub kind: Option<DetectorType>,
    /// The workflows that hear of its issues.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub workflow_ids: Vec<WorkflowId>,
    /// Who owns it.
    pub owner: Option<Actor>,
    /// Who made it; `None` where Sentry did.
    pub created_by: Option<UserId>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When it was changed last.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_updated: Option<OffsetDateTime>,
    /// What it looks at.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub data_sources: Vec<DataSource>,
    /// When it opens an issue and when it resolves it.
    pub condition_group: Option<ConditionGroup>,
    /// How it compares.
    pub config: Option<DetectorConfig>,
    /// Whether it is on.
    pub enabled: Option<bool>,
    /// The issue that it opened last.
    pub latest_group: Option<Issue>,
}

/// How a detector compares.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct DetectorConfig {
    /// With what a metric is compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detection_type: Option<DetectionType>,
    /// How many seconds the compared time lies back, for a change in percent.
    #[serde_as(as = "Option<Number>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison_delta: Option<u64>,
    /// Of an uptime monitor: the environment of its issues.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment: Option<String>,
    /// Of an uptime monitor: who made it, a person (1) or Sentry (2, 3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<i64>,
    /// Of an uptime monitor: how many failures in a row open an issue.
    #[serde_as(as = "Option<Number>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub downtime_threshold: Option<u64>,
    /// Of an uptime monitor: how many successes in a row resolve it.
    #[serde_as(as = "Option<Number>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recovery_threshold: Option<u64>,
}

impl DetectorConfig {
    /// Compares with fixed numbers.
    #[must_use]
    pub fn fixed() -> Self {
        Self::of(DetectionType::Static)
    }

    /// Compares with what Sentry expects by what it has seen.
    #[must_use]
    pub fn expected() -> Self {
        Self::of(DetectionType::Dynamic)
    }

    /// Compares in percent with the time so many seconds ago.
    #[must_use]
    pub fn change_since(seconds: u64) -> Self {
        Self {
            comparison_delta: Some(seconds),
            ..Self::of(DetectionType::Percent)
        }
    }

    fn of(detection_type: DetectionType) -> Self {
        Self {
            detection_type: Some(detection_type),
            ..Self::default()
        }
    }
}

open_enum! {
    /// What a detector looks for.
    DetectorType {
        /// A metric that is out of bounds.
        MetricIssue = "metric_issue",
        /// Errors; every project has one.
        Error = "error",
        /// All issues of a project.
        IssueStream = "issue_stream",
        /// A job that fails.
        MonitorCheckInFailure = "monitor_check_in_failure",
        /// An address that does not answer.
        UptimeDomainFailure = "uptime_domain_failure",
    }

    /// With what a metric is compared.
    DetectionType {
        /// With fixed numbers.
        Static = "static",
        /// With an earlier time, in percent.
        Percent = "percent",
        /// With what is expected by what was seen.
        Dynamic = "dynamic",
    }
}
