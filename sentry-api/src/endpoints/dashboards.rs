//! Dashboards of an organization.

mod arguments;
mod widget;

super::operations! {
    list::ListOrganizationDashboards,
    create::CreateOrganizationDashboard,
    get::GetOrganizationDashboard,
    update::UpdateOrganizationDashboard,
    unstable {
        list_revisions::ListOrganizationDashboardRevisions,
        restore_revision::RestoreOrganizationDashboardRevision,
    }
}

#[cfg(feature = "unstable")]
pub use self::list_revisions::{DashboardRevision, DashboardRevisionId};
pub use self::widget::{Widget, WidgetQuery};
use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// A dashboard by its id, from which its operations begin.
    DashboardHandle: OrganizationHandle(organization)
    /// Names a dashboard by its id, a number; nothing is sent.
    .dashboard
}
