//! Issues of an organization.

super::operations! {
    list::ListOrganizationIssues,
    get::GetOrganizationIssue,
    update::UpdateOrganizationIssue,
    update_many::UpdateOrganizationIssues,
    short_id::ResolveOrganizationShortId,
    list_in_project::ListProjectIssues,
    list_external::ListOrganizationIssueExternalIssues,
    unstable {
        get_unscoped::GetIssue,
        list_activities::ListOrganizationIssueActivities,
        list_notes::ListOrganizationIssueNotes,
        create_note::CreateOrganizationIssueNote,
    }
}

pub use self::get::{IssueDetailCollapse, IssueDetailExpand};
pub use self::list::{IssueCollapse, IssueExpand, IssueSort};
#[cfg(feature = "unstable")]
pub use self::list_activities::Activities;
pub use self::short_id::ShortId;
pub use self::update::{Discard, IssueChange, IssueUpdate, StatusChange};
pub use self::update_many::{IssuesUpdate, Merge};
use super::organizations::OrganizationHandle;
pub use crate::model::ExternalIssue;
use crate::operation::handle;

handle! {
    /// An issue by its numeric id or its short id, from which its operations begin.
    IssueHandle: OrganizationHandle(organization)
    /// Names an issue by its numeric id or its short id, such as `SHOP-12`; nothing is sent.
    .issue
}
