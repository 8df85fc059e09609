use super::arguments::{Permissions, arguments};
use super::{DashboardHandle, Widget};
use crate::call::Call;
use crate::model::{Dashboard, DashboardFilters};
use crate::operation::operation;
use crate::wire::Numeric;

operation! {
    /// Changes a dashboard; what is not set stays as it is.
    ///
    /// Source: [Edit an Organization's Custom Dashboard](https://docs.sentry.io/api/dashboards/edit-an-organizations-custom-dashboard/).
    UpdateOrganizationDashboard(organization, dashboard)
    PUT "/api/0/organizations/{organization_id_or_slug}/dashboards/{dashboard_id}/" -> Dashboard;
    scopes "org:admin", "org:read", "org:write";

    /// Repeats its id.
    text id;
    /// Gives it another title.
    text title;
    /// Adds a widget to those that it has from now on: once one is given, all that are not are
    /// deleted. `Widget::from` makes one of a widget that is there.
    many widget: Widget = "widgets";
    /// The projects that it looks at.
    own projects: Vec<Numeric>;
    /// Adds an environment to those that it looks at.
    texts environment;
    /// Looks at a period up to now, such as `14d`.
    null_text period;
    /// Looks from this moment on, where there is no period.
    null_time start;
    /// Looks up to this moment.
    null_time end;
    /// Tells whether times are shown in UTC.
    one utc: bool;
    /// What else it looks at.
    own filters: DashboardFilters;
    /// Who may change it.
    own permissions: Permissions;
}

arguments!(UpdateOrganizationDashboard);

impl DashboardHandle {
    /// Changes the dashboard.
    ///
    /// ```
    /// use sentry_api::endpoints::Widget;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let acme = client.organization("acme");
    /// # let id = acme.dashboards().await?.remove(0).id;
    /// let dashboard = acme.dashboard(id);
    /// let first = dashboard.get().await?.widgets.remove(0);
    /// let changed = dashboard
    ///     .update()
    ///     .title("Checkout, in short")
    ///     .widget(Widget::from(first).title("Errors"))
    ///     .await?;
    /// assert_eq!(changed.widgets.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    pub fn update(&self) -> Call<UpdateOrganizationDashboard> {
        self.client.call(UpdateOrganizationDashboard::new(
            &self.organization,
            &self.dashboard,
        ))
    }
}
