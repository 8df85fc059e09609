use super::DashboardHandle;
use crate::call::Call;
use crate::model::Dashboard;
use crate::operation::operation;

operation! {
    /// Gets one dashboard with its widgets.
    ///
    /// Source: [Retrieve an Organization's Custom Dashboard](https://docs.sentry.io/api/dashboards/retrieve-an-organizations-custom-dashboard/).
    GetOrganizationDashboard(organization, dashboard)
    GET "/api/0/organizations/{organization_id_or_slug}/dashboards/{dashboard_id}/" -> Dashboard;
    scopes "org:admin", "org:read", "org:write";
}

impl DashboardHandle {
    /// Gets the dashboard with its widgets.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let id = acme.dashboards().await?.remove(0).id;
    /// let dashboard = acme.dashboard(id).get().await?;
    /// let titles: Vec<_> = dashboard.widgets.iter().filter_map(|widget| widget.title.as_deref()).collect();
    /// assert_eq!(titles[0], "Errors of the checkout");
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganizationDashboard> {
        self.client.call(GetOrganizationDashboard::new(
            &self.organization,
            &self.dashboard,
        ))
    }
}
