use time::OffsetDateTime;

use super::{MonitorStats, ProjectMonitorHandle};
use crate::call::Call;
use crate::operation::operation;

operation! {
    /// Counts the check-ins of a cron monitor of a project over time.
    GetProjectMonitorStats(organization, project, monitor)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/monitors/{monitor_id_or_slug}/stats/"
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

impl ProjectMonitorHandle {
    /// Counts the monitor's check-ins over time.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("mail-worker");
    /// let hours = project.monitor("bounce-sweep").stats().resolution("1h").await?;
    /// assert!(hours.iter().all(|hour| hour.missed == Some(0)));
    /// # Ok(())
    /// # }
    /// ```
    pub fn stats(&self) -> Call<GetProjectMonitorStats> {
        self.client.call(GetProjectMonitorStats::new(
            &self.organization,
            &self.project,
            &self.monitor,
        ))
    }
}

impl Call<GetProjectMonitorStats> {
    /// Counts from one moment to another.
    pub fn between(self, since: OffsetDateTime, until: OffsetDateTime) -> Self {
        self.with(|call| {
            call.since = Some(since.unix_timestamp());
            call.until = Some(until.unix_timestamp());
        })
    }
}
