use super::{UptimeMonitor, UptimeMonitorHandle};
use crate::call::Call;
use crate::operation::operation;

operation! {
    /// Gets one uptime monitor.
    GetProjectUptimeMonitor(organization, project, monitor)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/uptime/{uptime_detector_id}/"
        -> UptimeMonitor;
    scopes "alerts:read", "project:admin", "project:read", "project:write";
}

impl UptimeMonitorHandle {
    /// Gets the monitor.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let monitor = client.organization("acme").project("shop-api").uptime_monitor("45037").get().await?;
    /// assert_eq!(monitor.url.as_deref(), Some("https://api.shop.example.com/health/ready"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetProjectUptimeMonitor> {
        self.client.call(GetProjectUptimeMonitor::new(
            &self.organization,
            &self.project,
            &self.uptime_monitor,
        ))
    }
}
