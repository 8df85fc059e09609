use super::{UptimeCheck, UptimeMonitorHandle};
use crate::call::Call;
use crate::operation::operation;

operation! {
    /// Lists the checks of an uptime monitor, newest first.
    ListProjectUptimeMonitorChecks(organization, project, monitor)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/uptime/{uptime_detector_id}/checks/"
        -> pages of UptimeCheck;
    scopes "alerts:read", "project:admin", "project:read", "project:write";
    within period;

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl UptimeMonitorHandle {
    /// Lists the monitor's checks, newest first.
    ///
    /// ```
    /// use futures::TryStreamExt;
    /// use sentry_api::endpoints::UptimeCheckStatus;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let monitor = client.organization("acme").project("shop-api").uptime_monitor("45037");
    /// let checks: Vec<_> = monitor.checks().stats_period("4h").stream().try_collect().await?;
    /// let failed = checks.iter().filter(|check| check.check_status != Some(UptimeCheckStatus::Success));
    /// assert_eq!(failed.count(), 79);
    /// # Ok(())
    /// # }
    /// ```
    pub fn checks(&self) -> Call<ListProjectUptimeMonitorChecks> {
        self.client.call(ListProjectUptimeMonitorChecks::new(
            &self.organization,
            &self.project,
            &self.uptime_monitor,
        ))
    }
}
