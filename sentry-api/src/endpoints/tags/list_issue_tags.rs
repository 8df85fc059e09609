use crate::call::Call;
use crate::endpoints::IssueHandle;
use crate::model::IssueTag;
use crate::operation::operation;

operation! {
    /// Lists the tags of an issue's events with their most frequent values; undocumented.
    ListOrganizationIssueTags(organization, issue)
    GET "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/tags/" -> Vec<IssueTag>;
    scopes "event:read", "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/tags/";

    /// Adds an environment to those whose events are counted.
    texts environment;
    /// Keeps this tag; without one there are all.
    texts key;
    /// Sets how many values each tag comes with.
    one limit: u32;
}

impl IssueHandle {
    /// Lists the tags of the issue's events with their most frequent values.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let tags = client.organization("acme").issue("SHOP-API-1F").tags().await?;
    /// assert!(tags.iter().any(|tag| tag.key == "environment"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn tags(&self) -> Call<ListOrganizationIssueTags> {
        self.client.call(ListOrganizationIssueTags::new(
            &self.organization,
            &self.issue,
        ))
    }
}
