//! Projects and what lies below them.

super::operations! {
    get::GetProject,
    update::UpdateProject,
    delete::DeleteProject,
    list_teams::ListProjectTeams,
    add_team::AddProjectTeam,
    remove_team::DeleteProjectTeam,
    list_environments::ListProjectEnvironments,
}

use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// A project by its slug or id, from which its operations begin.
    ProjectHandle: OrganizationHandle(organization)
    /// Names a project by its slug or id; nothing is sent.
    .project
}
