//! Teams and what lies below them.

super::operations! {
    list::ListOrganizationTeams,
    create::CreateOrganizationTeam,
    create_project::CreateTeamProject,
}

use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// A team by its slug or id, from which its operations begin.
    TeamHandle: OrganizationHandle(organization)
    /// Names a team by its slug or id; nothing is sent.
    .team
}
