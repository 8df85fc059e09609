use super::DashboardHandle;
use crate::call::Call;
use crate::model::Dashboard;
use crate::operation::operation;

operation! {
    /// Gives a dashboard an earlier form again.
    RestoreOrganizationDashboardRevision(organization, dashboard, revision)
    POST "/api/0/organizations/{organization_id_or_slug}/dashboards/{dashboard_id}/revisions/{revision_id}/restore/"
        -> Dashboard;
    scopes "org:admin", "org:read", "org:write";
}

impl DashboardHandle {
    /// Gives the dashboard an earlier form again, named by the id of the revision.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let acme = client.organization("acme");
    /// # let id = acme.dashboards().await?.remove(0).id;
    /// let dashboard = acme.dashboard(id);
    /// dashboard.update().title("Till").await?;
    /// let before = dashboard.revisions().await?.remove(0).id;
    /// let restored = dashboard.restore_revision(before).await?;
    /// assert_eq!(restored.title.as_deref(), Some("Checkout"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn restore_revision(
        &self,
        id: impl Into<String>,
    ) -> Call<RestoreOrganizationDashboardRevision> {
        self.client.call(RestoreOrganizationDashboardRevision::new(
            &self.organization,
            &self.dashboard,
            id,
        ))
    }
}
