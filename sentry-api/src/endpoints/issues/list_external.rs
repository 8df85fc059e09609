use serde::{Deserialize, Serialize};

use super::IssueHandle;
use crate::call::Call;
use crate::model::{ExternalIssueId, IssueId};
use crate::operation::operation;

operation! {
    /// Lists the issues of other systems that an issue is linked with by applications.
    ///
    /// Source: [Retrieve custom integration issue links](https://docs.sentry.io/api/integration/retrieve-custom-integration-issue-links-for-the-given-sentry-issue/).
    ListOrganizationIssueExternalIssues(organization, issue)
    GET "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/external-issues/"
        -> Vec<ExternalIssue>;
    scopes "event:read", "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/external-issues/";
}

/// An issue of another system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ExternalIssue {
    /// The id of the link.
    pub id: ExternalIssueId,
    /// The id of the issue in Sentry.
    pub issue_id: Option<IssueId>,
    /// The slug of the application that made the link.
    pub service_type: Option<String>,
    /// What people call it there, such as `TEAM-12`.
    pub display_name: Option<String>,
    /// Its address there.
    pub web_url: Option<String>,
}

impl IssueHandle {
    /// Lists the issues of other systems that the issue is linked with by applications.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let issue = client.organization("acme").issue("SHOP-API-1F");
    /// let links = issue.external_issues().await?;
    /// assert_eq!(links[0].service_type.as_deref(), Some("taskboard"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn external_issues(&self) -> Call<ListOrganizationIssueExternalIssues> {
        self.client.call(ListOrganizationIssueExternalIssues::new(
            &self.organization,
            &self.issue,
        ))
    }
}
