use super::MonitorHandle;
use crate::call::Call;
use crate::model::Monitor;
use crate::operation::operation;

operation! {
    /// Gets one cron monitor.
    ///
    /// Source: [Retrieve a Monitor](https://docs.sentry.io/api/crons/retrieve-a-monitor/).
    GetOrganizationMonitor(organization, monitor)
    GET "/api/0/organizations/{organization_id_or_slug}/monitors/{monitor_id_or_slug}/" -> Monitor;
    scopes "alerts:read", "alerts:write", "project:admin", "project:read", "project:write";

    /// Adds an environment to those that come along.
    texts environment;
}

impl MonitorHandle {
    /// Gets the monitor.
    ///
    /// ```
    /// use sentry_api::model::Schedule;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let monitor = client.organization("acme").monitor("nightly-invoice-export").get().await?;
    /// let schedule = monitor.config.and_then(|config| config.schedule);
    /// assert_eq!(schedule, Some(Schedule::Crontab("15 2 * * *".to_owned())));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganizationMonitor> {
        self.client.call(GetOrganizationMonitor::new(
            &self.organization,
            &self.monitor,
        ))
    }
}
