//! Members of organizations.

super::operations! {
    list::ListOrganizationMembers,
    add_to_team::AddOrganizationMemberTeam,
}

use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// A member of an organization by the id of the membership, from which its operations begin.
    MemberHandle: OrganizationHandle(organization)
    /// Names a member by the id of the membership, or the caller as `me`; nothing is sent.
    .member
}
