use super::MonitorHandle;
use crate::call::Call;
use crate::model::CheckIn;
use crate::operation::operation;

operation! {
    /// Lists the check-ins of a cron monitor, newest first.
    ///
    /// Source: [Retrieve Check-Ins for a Monitor](https://docs.sentry.io/api/crons/retrieve-check-ins-for-a-monitor/).
    ListOrganizationMonitorCheckins(organization, monitor)
    GET "/api/0/organizations/{organization_id_or_slug}/monitors/{monitor_id_or_slug}/checkins/"
        -> pages of CheckIn;
    scopes "alerts:read", "alerts:write", "project:admin", "project:read", "project:write";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl MonitorHandle {
    /// Lists the monitor's check-ins, newest first.
    ///
    /// ```
    /// use sentry_api::model::CheckInStatus;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let monitor = client.organization("acme").monitor("nightly-invoice-export");
    /// let check_ins = monitor.check_ins().per_page(5).await?;
    /// assert_eq!(check_ins[0].status, Some(CheckInStatus::Missed));
    /// # Ok(())
    /// # }
    /// ```
    pub fn check_ins(&self) -> Call<ListOrganizationMonitorCheckins> {
        self.client.call(ListOrganizationMonitorCheckins::new(
            &self.organization,
            &self.monitor,
        ))
    }
}
