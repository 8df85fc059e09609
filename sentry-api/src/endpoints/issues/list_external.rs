use super::IssueHandle;
use crate::call::Call;
use crate::model::ExternalIssue;
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
