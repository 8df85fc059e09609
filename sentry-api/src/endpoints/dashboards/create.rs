use super::Widget;
use super::arguments::{Permissions, arguments};
use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::{Dashboard, DashboardFilters};
use crate::operation::operation;
use crate::wire::Numeric;

operation! {
    /// Makes a dashboard.
    ///
    /// Source: [Create a New Dashboard for an Organization](https://docs.sentry.io/api/dashboards/create-a-new-dashboard-for-an-organization/).
    CreateOrganizationDashboard(organization; title: String)
    POST "/api/0/organizations/{organization_id_or_slug}/dashboards/" -> Dashboard;
    scopes "org:admin", "org:read", "org:write";

    /// Gives it an id.
    text id;
    /// Adds a widget.
    many widget: Widget = "widgets";
    /// The projects that it looks at.
    own projects: Vec<Numeric>;
    /// Adds an environment to those that it looks at.
    texts environment;
    /// Looks at a period up to now, such as `14d`.
    text period;
    /// Looks from this moment on, where there is no period.
    time start;
    /// Looks up to this moment.
    time end;
    /// Tells whether times are shown in UTC.
    one utc: bool;
    /// What else it looks at.
    own filters: DashboardFilters;
    /// Who may change it.
    own permissions: Permissions;
    /// Marks it for the caller, or not.
    one is_favorited: bool;
}

arguments!(CreateOrganizationDashboard);

impl OrganizationHandle {
    /// Makes a dashboard with this title.
    ///
    /// ```
    /// use sentry_api::endpoints::{Widget, WidgetQuery};
    /// use sentry_api::model::{DisplayType, WidgetType};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let slowest = WidgetQuery::new()
    ///     .column("transaction")
    ///     .aggregate("p95(span.duration)")
    ///     .conditions("is_transaction:true")
    ///     .orderby("-p95(span.duration)");
    /// let dashboard = client
    ///     .organization("acme")
    ///     .create_dashboard("Latency")
    ///     .widget(Widget::new("Slowest", DisplayType::Table, WidgetType::Spans).query(slowest).limit(10))
    ///     .period("24h")
    ///     .await?;
    /// assert_eq!(dashboard.widgets[0].queries[0].fields, ["transaction", "p95(span.duration)"]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_dashboard(&self, title: impl Into<String>) -> Call<CreateOrganizationDashboard> {
        self.client.call(CreateOrganizationDashboard::new(
            &self.organization,
            title.into(),
        ))
    }
}
