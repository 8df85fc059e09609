use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnError, serde_as};
use time::OffsetDateTime;

use crate::wire::Time;

/// What the sessions of a release tell, of one project; rates are percents.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ReleaseHealth {
    /// The percent of users to whom nothing crashed.
    pub crash_free_users: Option<f64>,
    /// The percent of sessions that did not crash.
    pub crash_free_sessions: Option<f64>,
    /// The percent of the project's users of the last day who had this release.
    pub adoption: Option<f64>,
    /// The percent of the project's sessions of the last day in this release.
    pub sessions_adoption: Option<f64>,
    /// How many users there were.
    pub total_users: Option<u64>,
    /// How many there were in the last 24 hours.
    #[serde(rename = "totalUsers24h")]
    pub total_users_24h: Option<u64>,
    /// How many the project had in the last 24 hours, in any release.
    #[serde(rename = "totalProjectUsers24h")]
    pub total_project_users_24h: Option<u64>,
    /// How many sessions there were.
    pub total_sessions: Option<u64>,
    /// How many there were in the last 24 hours.
    #[serde(rename = "totalSessions24h")]
    pub total_sessions_24h: Option<u64>,
    /// How many the project had in the last 24 hours, in any release.
    #[serde(rename = "totalProjectSessions24h")]
    pub total_project_sessions_24h: Option<u64>,
    /// How many crashed.
    pub sessions_crashed: Option<u64>,
    /// How many had errors.
    pub sessions_errored: Option<u64>,
    /// How long half of them lasted at most, in seconds.
    #[serde(rename = "durationP50")]
    pub duration_p50: Option<f64>,
    /// How long nine of ten lasted at most, in seconds.
    #[serde(rename = "durationP90")]
    pub duration_p90: Option<f64>,
    /// Whether there were any.
    pub has_health_data: Option<bool>,
    /// Counts by period, such as `24h`, as pairs of epoch seconds and count.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub stats: BTreeMap<String, Vec<(i64, u64)>>,
}

/// How far a release spread in one project.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AdoptionStage {
    /// `low_adoption`, `adopted` or `replaced`.
    pub stage: Option<String>,
    /// Since when it is adopted.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub adopted: Option<OffsetDateTime>,
    /// Since when another has its place.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub unadopted: Option<OffsetDateTime>,
}
