use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::Monitor;
use crate::operation::operation;

operation! {
    /// Lists the cron monitors of an organization.
    ///
    /// Source: [Retrieve Monitors for an Organization](https://docs.sentry.io/api/crons/retrieve-monitors-for-an-organization/).
    ListOrganizationMonitors(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/monitors/" -> pages of Monitor;
    scopes "alerts:read", "org:admin", "org:read", "org:write";

    /// Adds a project, by its slug or id, to those whose monitors are listed.
    texts project;
    /// Adds an environment to those whose monitors are listed.
    texts environment;
    /// Keeps the monitors of this owner: `user:ID` or `team:ID`.
    text owner;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the organization's cron monitors.
    ///
    /// ```
    /// use sentry_api::model::MonitorStatus;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let monitors = client.organization("acme").monitors().project("mail-worker").await?;
    /// let failing = monitors.iter().find(|monitor| {
    ///     let mut environments = monitor.environments.iter();
    ///     environments.any(|environment| environment.status == Some(MonitorStatus::Error))
    /// });
    /// assert_eq!(failing.and_then(|monitor| monitor.slug.as_deref()), Some("nightly-invoice-export"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn monitors(&self) -> Call<ListOrganizationMonitors> {
        self.client
            .call(ListOrganizationMonitors::new(&self.organization))
    }
}
