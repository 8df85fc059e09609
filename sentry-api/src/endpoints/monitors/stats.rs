use serde::{Deserialize, Serialize};
use serde_with::serde_as;
use time::OffsetDateTime;

use super::MonitorHandle;
use crate::call::Call;
use crate::operation::operation;
use crate::wire::{Number, Time};

operation! {
    /// Counts the check-ins of a cron monitor over time.
    GetOrganizationMonitorStats(organization, monitor)
    GET "/api/0/organizations/{organization_id_or_slug}/monitors/{monitor_id_or_slug}/stats/"
        -> Vec<MonitorStats>;
    scopes "alerts:read", "alerts:write", "project:admin", "project:read", "project:write";

    /// The moment with which it begins, in seconds since the epoch.
    own since: i64;
    /// The moment with which it ends, in seconds since the epoch.
    own until: i64;
    /// Sets the length of a step, such as `1h` or `1d`.
    text resolution;
    /// Adds an environment to those whose check-ins are counted.
    texts environment;
}

/// How many check-ins of each kind came in one step of time.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MonitorStats {
    /// When the step begins.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub ts: Option<OffsetDateTime>,
    /// Good ones.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub ok: Option<u64>,
    /// Failures.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub error: Option<u64>,
    /// Runs that did not begin.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub missed: Option<u64>,
    /// Runs that did not end in time.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub timeout: Option<u64>,
    /// Runs that go on.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub in_progress: Option<u64>,
    /// Those of which nobody knows how they went.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub unknown: Option<u64>,
    /// How long a run took, in milliseconds, on average.
    pub duration: Option<f64>,
}

impl MonitorHandle {
    /// Counts the monitor's check-ins over time.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let monitor = client.organization("acme").monitor("nightly-invoice-export");
    /// let now = time::OffsetDateTime::now_utc();
    /// let days = monitor.stats().between(now - time::Duration::WEEK, now).resolution("1d").await?;
    /// let missed: u64 = days.iter().filter_map(|day| day.missed).sum();
    /// assert_eq!(missed, 3);
    /// # Ok(())
    /// # }
    /// ```
    pub fn stats(&self) -> Call<GetOrganizationMonitorStats> {
        self.client.call(GetOrganizationMonitorStats::new(
            &self.organization,
            &self.monitor,
        ))
    }
}

impl Call<GetOrganizationMonitorStats> {
    /// Counts from one moment to another.
    pub fn between(self, since: OffsetDateTime, until: OffsetDateTime) -> Self {
        self.with(|call| {
            call.since = Some(since.unix_timestamp());
            call.until = Some(until.unix_timestamp());
        })
    }
}
