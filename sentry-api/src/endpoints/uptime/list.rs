use super::UptimeMonitor;
use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::operation::operation;

operation! {
    /// Lists the uptime monitors of an organization.
    ListOrganizationUptimeMonitors(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/uptime/" -> pages of UptimeMonitor;
    scopes "alerts:read", "org:admin", "org:read", "org:write";

    /// Adds a project, by its slug or id, to those whose monitors are listed.
    texts project;
    /// Adds an environment to those whose monitors are listed.
    texts environment;
    /// Adds an owner to those whose monitors are listed: `user:ID` or `team:ID`.
    texts owner;
    /// Keeps the monitors whose name or address has this in it.
    text query;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the organization's uptime monitors.
    ///
    /// ```
    /// use sentry_api::endpoints::UptimeStatus;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let monitors = client.organization("acme").uptime_monitors().project("shop-api").await?;
    /// assert_eq!(monitors[0].uptime_status, Some(UptimeStatus::Ok));
    /// # Ok(())
    /// # }
    /// ```
    pub fn uptime_monitors(&self) -> Call<ListOrganizationUptimeMonitors> {
        self.client
            .call(ListOrganizationUptimeMonitors::new(&self.organization))
    }
}
