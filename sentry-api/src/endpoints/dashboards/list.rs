use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::DashboardSummary;
use crate::operation::operation;

operation! {
    /// Lists the dashboards of an organization.
    ///
    /// Source: [List an Organization's Custom Dashboards](https://docs.sentry.io/api/dashboards/list-an-organizations-custom-dashboards/).
    ListOrganizationDashboards(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/dashboards/" -> pages of DashboardSummary;
    scopes "org:admin", "org:read", "org:write";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the organization's dashboards.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let dashboards = client.organization("acme").dashboards().await?;
    /// assert_eq!(dashboards[0].title.as_deref(), Some("Checkout"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn dashboards(&self) -> Call<ListOrganizationDashboards> {
        self.client
            .call(ListOrganizationDashboards::new(&self.organization))
    }
}
