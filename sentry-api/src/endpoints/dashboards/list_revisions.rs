use serde::{Deserialize, Serialize};
use serde_with::serde_as;
use time::OffsetDateTime;

use super::DashboardHandle;
use crate::call::Call;
use crate::model::User;
use crate::operation::operation;
use crate::wire::{Time, id};

id! {
    /// The id of a revision of a dashboard.
    DashboardRevisionId;
}

operation! {
    /// Lists the earlier forms of a dashboard, newest first.
    ListOrganizationDashboardRevisions(organization, dashboard)
    GET "/api/0/organizations/{organization_id_or_slug}/dashboards/{dashboard_id}/revisions/"
        -> pages of DashboardRevision;
    scopes "org:admin", "org:read", "org:write";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

/// An earlier form of a dashboard.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DashboardRevision {
    /// The id.
    pub id: DashboardRevisionId,
    /// The title that the dashboard had.
    pub title: Option<String>,
    /// When another form took its place.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// Who changed it.
    pub created_by: Option<User>,
    /// What changed it, such as `edit`.
    pub source: Option<String>,
}

impl DashboardHandle {
    /// Lists the dashboard's earlier forms, newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let acme = client.organization("acme");
    /// # let id = acme.dashboards().await?.remove(0).id;
    /// let dashboard = acme.dashboard(id);
    /// dashboard.update().title("Till").await?;
    /// let revisions = dashboard.revisions().await?;
    /// assert_eq!(revisions[0].title.as_deref(), Some("Checkout"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn revisions(&self) -> Call<ListOrganizationDashboardRevisions> {
        self.client.call(ListOrganizationDashboardRevisions::new(
            &self.organization,
            &self.dashboard,
        ))
    }
}
