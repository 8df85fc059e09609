//! Cron monitors and their check-ins.

super::operations! {
    list::ListOrganizationMonitors,
    get::GetOrganizationMonitor,
    list_check_ins::ListOrganizationMonitorCheckins,
    get_of_project::GetProjectMonitor,
    list_check_ins_of_project::ListProjectMonitorCheckins,
    unstable {
        stats::GetOrganizationMonitorStats,
        stats_of_project::GetProjectMonitorStats,
    }
}

#[cfg(feature = "unstable")]
pub use self::stats::MonitorStats;
use super::organizations::OrganizationHandle;
use super::projects::ProjectHandle;
use crate::operation::handle;

handle! {
    /// A cron monitor by its slug or id, from which its operations begin.
    MonitorHandle: OrganizationHandle(organization)
    /// Names a cron monitor by its slug or id; nothing is sent.
    .monitor
}

handle! {
    /// A cron monitor of a project by its slug or id, from which its operations begin.
    ProjectMonitorHandle: ProjectHandle(organization, project)
    /// Names a cron monitor of the project by its slug or id; nothing is sent.
    .monitor
}
