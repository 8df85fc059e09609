use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{Actor, Project};
use crate::wire::{Number, Time, id, open_enum};

id! {
    /// The id of a cron monitor: a UUID.
    MonitorId;
    /// The id of a check-in: a UUID.
    CheckInId;
}

/// A cron monitor: what watches that a job runs when it should.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Monitor {
    /// The id.
    pub id: MonitorId,
    /// The slug, as in paths and check-ins.
    pub slug: Option<String>,
    /// The name to show.
    pub name: Option<String>,
    /// Whether it is on.
    pub status: Option<MonitorStatus>,
    /// Whether it makes no issues.
    pub is_muted: Option<bool>,
    /// Whether check-ins change its configuration.
    pub is_upserting: Option<bool>,
    /// When the job should run and what counts as a failure.
    pub config: Option<MonitorConfig>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// The project that its check-ins belong to.
    pub project: Option<Project>,
    /// How the job does in each environment.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub environments: Vec<MonitorEnvironment>,
    /// Who owns it.
    pub owner: Option<Actor>,
    /// The alert that belongs to it, where one was asked for.
    pub alert_rule: Option<MonitorAlertRule>,
}

/// When a job should run and what counts as a failure.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MonitorConfig {
    /// How the schedule is written.
    pub schedule_type: Option<ScheduleType>,
    /// When the job should run.
    pub schedule: Option<Schedule>,
    /// The zone in which the schedule is meant, such as `Europe/Berlin`; UTC where there is none.
    pub timezone: Option<String>,
    /// How many minutes a check-in may be late before it counts as missed.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub checkin_margin: Option<u64>,
    /// How many minutes the job may run before it counts as timed out.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub max_runtime: Option<u64>,
    /// How many failures in a row make an issue.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub failure_issue_threshold: Option<u64>,
    /// How many successes in a row resolve it.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub recovery_threshold: Option<u64>,
    /// The id of the alert that belongs to it.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub alert_rule_id: Option<u64>,
}

/// When a job should run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Schedule {
    /// As in a crontab, such as `15 2 * * *`.
    Crontab(String),
    /// Once in so many units of time.
    Interval(u64, IntervalUnit),
    /// In a manner that this version of the crate does not know.
    Other(Value),
}

/// How a job does in one environment.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MonitorEnvironment {
    /// The name of the environment.
    pub name: Option<String>,
    /// How the job does.
    pub status: Option<MonitorStatus>,
    /// Whether it makes no issues there.
    pub is_muted: Option<bool>,
    /// When the first check-in came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When the last check-in came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub last_check_in: Option<OffsetDateTime>,
    /// When the next check-in is expected.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub next_check_in: Option<OffsetDateTime>,
    /// From when on the next check-in counts as missed.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub next_check_in_latest: Option<OffsetDateTime>,
    /// The failure that goes on, if one does.
    pub active_incident: Option<MonitorIncident>,
}

/// A failure of a job, from its first bad check-in to its first good one.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MonitorIncident {
    /// When it began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub starting_timestamp: Option<OffsetDateTime>,
    /// When it ended, if it did.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub resolving_timestamp: Option<OffsetDateTime>,
    /// What Sentry did because it lasted for long.
    pub broken_notice: Option<BrokenNotice>,
}

/// What Sentry did about a job that failed for long.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BrokenNotice {
    /// When somebody was told.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub user_notified_timestamp: Option<OffsetDateTime>,
    /// When the environment was muted.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub environment_muted_timestamp: Option<OffsetDateTime>,
}

/// The alert that belongs to a cron monitor.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MonitorAlertRule {
    /// Who is told.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub targets: Vec<MonitorAlertTarget>,
    /// The environment that it looks at.
    pub environment: Option<String>,
}

/// Who is told of the failures of a job.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MonitorAlertTarget {
    /// The id of the user or the team.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub target_identifier: Option<u64>,
    /// `Member` or `Team`.
    pub target_type: Option<String>,
}

open_enum! {
    /// How a job does, or whether its monitor is on.
    MonitorStatus {
        /// On; in an environment: no check-in came yet.
        Active = "active",
        /// Off.
        Disabled = "disabled",
        /// The last check-in was good.
        Ok = "ok",
        /// The last check-in was bad, late or missed.
        Error = "error",
        /// About to be deleted.
        PendingDeletion = "pending_deletion",
        /// Being deleted.
        DeletionInProgress = "deletion_in_progress",
    }

    /// How a schedule is written.
    ScheduleType {
        /// As in a crontab.
        Crontab = "crontab",
        /// As a number and a unit.
        Interval = "interval",
    }

    /// The unit of a schedule.
    IntervalUnit {
        /// Minutes.
        Minute = "minute",
        /// Hours.
        Hour = "hour",
        /// Days.
        Day = "day",
        /// Weeks.
        Week = "week",
        /// Months.
        Month = "month",
        /// Years.
        Year = "year",
    }
}
