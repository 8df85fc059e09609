use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{CheckInId, MonitorConfig};
use crate::wire::{Number, Time, open_enum};

/// A run of a job as its monitor saw it.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CheckIn {
    /// The id.
    pub id: CheckInId,
    /// The environment in which the job ran.
    pub environment: Option<String>,
    /// How it went.
    pub status: Option<CheckInStatus>,
    /// How many milliseconds it took.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub duration: Option<u64>,
    /// When the job began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When Sentry took the check-in in.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_added: Option<OffsetDateTime>,
    /// When it was changed last.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_updated: Option<OffsetDateTime>,
    /// When the job said that it had begun.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_in_progress: Option<OffsetDateTime>,
    /// What time it was by the clock of the monitors.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_clock: Option<OffsetDateTime>,
    /// When it was expected.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub expected_time: Option<OffsetDateTime>,
    /// The configuration of the monitor at that time.
    pub monitor_config: Option<MonitorConfig>,
    /// The issues whose events came out of that run, where they were asked for.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub groups: Vec<String>,
}

open_enum! {
    /// How a run of a job went.
    CheckInStatus {
        /// Well.
        Ok = "ok",
        /// It goes on.
        InProgress = "in_progress",
        /// It failed.
        Error = "error",
        /// It did not begin.
        Missed = "missed",
        /// It did not end in time.
        Timeout = "timeout",
    }
}
