//! Uptime monitors: what asks an address whether it answers. Sentry documents none of it.

mod arguments;
mod model;

super::operations! {
    unstable {
        list::ListOrganizationUptimeMonitors,
        create::CreateProjectUptimeMonitor,
        get::GetProjectUptimeMonitor,
        update::UpdateProjectUptimeMonitor,
        delete::DeleteProjectUptimeMonitor,
        list_checks::ListProjectUptimeMonitorChecks,
    }
}

pub use self::model::{
    UptimeCheck, UptimeCheckId, UptimeCheckStatus, UptimeMonitor, UptimeMonitorId,
    UptimeMonitorStatus, UptimeStatus,
};
use super::projects::ProjectHandle;
use crate::operation::handle;

handle! {
    /// An uptime monitor by its id, from which its operations begin.
    UptimeMonitorHandle: ProjectHandle(organization, project)
    /// Names an uptime monitor by its id, a number; nothing is sent.
    .uptime_monitor
}
