//! Issues of an organization.

super::operations! {
    list::ListOrganizationIssues,
    get::GetOrganizationIssue,
    update::UpdateOrganizationIssue,
    update_many::UpdateOrganizationIssues,
    short_id::ResolveOrganizationShortId,
}

pub use self::get::{IssueDetailCollapse, IssueDetailExpand};
pub use self::list::{IssueCollapse, IssueExpand, IssueSort};
pub use self::short_id::ShortId;
pub use self::update::{Discard, IssueChange, IssueUpdate, StatusChange};
pub use self::update_many::{IssuesUpdate, Merge};
use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// An issue by its numeric id or its short id, from which its operations begin.
    IssueHandle: OrganizationHandle(organization)
    /// Names an issue by its numeric id or its short id, such as `SHOP-12`; nothing is sent.
    .issue
}
