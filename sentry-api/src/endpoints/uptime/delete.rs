use super::UptimeMonitorHandle;
use crate::call::Call;
use crate::no_content::NoContent;
use crate::operation::operation;

operation! {
    /// Deletes an uptime monitor.
    DeleteProjectUptimeMonitor(organization, project, monitor)
    DELETE "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/uptime/{uptime_detector_id}/"
        -> NoContent;
    scopes "alerts:write", "project:admin", "project:read", "project:write";
}

impl UptimeMonitorHandle {
    /// Deletes the monitor.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// acme.project("shop-api").uptime_monitor("45037").delete().await?;
    /// assert_eq!(acme.uptime_monitors().project("shop-api").await?.len(), 0);
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete(&self) -> Call<DeleteProjectUptimeMonitor> {
        self.client.call(DeleteProjectUptimeMonitor::new(
            &self.organization,
            &self.project,
            &self.uptime_monitor,
        ))
    }
}
