use super::ProjectMonitorHandle;
use crate::call::Call;
use crate::model::CheckIn;
use crate::operation::operation;

operation! {
    /// Lists the check-ins of a cron monitor of a project, newest first.
    ///
    /// Source: [Retrieve Check-Ins for a Monitor by Project](https://docs.sentry.io/api/crons/retrieve-check-ins-for-a-monitor-by-project/).
    ListProjectMonitorCheckins(organization, project, monitor)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/monitors/{monitor_id_or_slug}/checkins/"
        -> pages of CheckIn;
    scopes "alerts:read", "alerts:write", "project:admin", "project:read", "project:write";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl ProjectMonitorHandle {
    /// Lists the monitor's check-ins, newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("mail-worker");
    /// let check_ins = project.monitor("nightly-invoice-export").check_ins().await?;
    /// // A run that was missed took no time.
    /// assert_eq!(check_ins[0].duration, None);
    /// # Ok(())
    /// # }
    /// ```
    pub fn check_ins(&self) -> Call<ListProjectMonitorCheckins> {
        self.client.call(ListProjectMonitorCheckins::new(
            &self.organization,
            &self.project,
            &self.monitor,
        ))
    }
}
