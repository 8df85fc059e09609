//! Projects and what lies below them.

super::operations! {}

use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// A project by its slug or id, from which its operations begin.
    ProjectHandle: OrganizationHandle(organization)
    /// Names a project by its slug or id; nothing is sent.
    .project
}
