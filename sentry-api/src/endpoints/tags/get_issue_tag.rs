use crate::call::Call;
use crate::endpoints::IssueHandle;
use crate::model::IssueTag;
use crate::operation::operation;

operation! {
    /// Tells which values a tag has in an issue's events, and how often.
    ///
    /// Source: [Retrieve Tag Details](https://docs.sentry.io/api/events/retrieve-tag-details/).
    GetOrganizationIssueTag(organization, issue, key)
    GET "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/tags/{key}/" -> IssueTag;
    scopes "event:read", "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/tags/{key}/";

    /// Adds an environment to those whose events are counted.
    texts environment;
}

impl IssueHandle {
    /// Tells which values a tag has in the issue's events, and how often.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let issue = client.organization("acme").issue("SHOP-API-1F");
    /// let tag = issue.tag("release").await?;
    /// assert!(tag.top_values[0].count <= tag.total_values);
    /// # Ok(())
    /// # }
    /// ```
    pub fn tag(&self, key: impl Into<String>) -> Call<GetOrganizationIssueTag> {
        self.client.call(GetOrganizationIssueTag::new(
            &self.organization,
            &self.issue,
            key,
        ))
    }
}
