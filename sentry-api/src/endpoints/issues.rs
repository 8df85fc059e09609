//! Issues of an organization.

super::operations! {
    list::ListOrganizationIssues,
    get::GetOrganizationIssue,
    update::UpdateOrganizationIssue,
    short_id::ResolveOrganizationShortId,
}

pub use self::get::IssueExpand;
pub use self::list::{IssueCollapse, IssueSort};
pub use self::short_id::ShortId;
pub use self::update::StatusChange;
use super::organizations::OrganizationHandle;
use crate::client::Client;
use crate::endpoint::OlderRoute;

/// An issue by its numeric id or its short id, from which its operations begin.
#[derive(Debug, Clone)]
pub struct IssueHandle {
    pub(super) client: Client,
    pub(super) organization: String,
    pub(super) issue: String,
}

impl OrganizationHandle {
    /// Names an issue by its numeric id or its short id, such as `SHOP-12`; nothing is sent.
    pub fn issue(&self, issue: impl Into<String>) -> IssueHandle {
        IssueHandle {
            client: self.client.clone(),
            organization: self.organization.clone(),
            issue: issue.into(),
        }
    }
}

/// Where servers keep an issue that know no organization-scoped route for it.
fn older_issue<'a>(organization: &'a str, issue: &'a str) -> OlderRoute<'a> {
    OlderRoute {
        path: "/api/0/issues/{issue_id}/",
        organization,
        issue,
        rest: Vec::new(),
    }
}
