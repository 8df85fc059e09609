use super::ProjectMonitorHandle;
use crate::call::Call;
use crate::model::Monitor;
use crate::operation::operation;

operation! {
    /// Gets one cron monitor of a project.
    ///
    /// Source: [Retrieve a Monitor for a Project](https://docs.sentry.io/api/crons/retrieve-a-monitor-for-a-project/).
    GetProjectMonitor(organization, project, monitor)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/monitors/{monitor_id_or_slug}/"
        -> Monitor;
    scopes "alerts:read", "alerts:write", "project:admin", "project:read", "project:write";
}

impl ProjectMonitorHandle {
    /// Gets the monitor.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("mail-worker");
    /// let monitor = project.monitor("nightly-invoice-export").get().await?;
    /// assert_eq!(monitor.project.map(|project| project.slug).as_deref(), Some("mail-worker"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetProjectMonitor> {
        self.client.call(GetProjectMonitor::new(
            &self.organization,
            &self.project,
            &self.monitor,
        ))
    }
}
