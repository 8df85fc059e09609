//! Teams and what lies below them.

super::operations! {}

use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// A team by its slug or id, from which its operations begin.
    TeamHandle: OrganizationHandle(organization)
    /// Names a team by its slug or id; nothing is sent.
    .team
}
