use super::IssueHandle;
use crate::call::Call;
use crate::model::Activity;
use crate::operation::operation;

operation! {
    /// Lists the comments on an issue, the newest first; undocumented.
    ListOrganizationIssueNotes(organization, issue)
    GET "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/notes/"
        -> pages of Activity;
    scopes "event:read", "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/notes/";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl IssueHandle {
    /// Lists the comments on the issue, the newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let issue = client.organization("acme").issue("SHOP-API-1F");
    /// issue.create_note("Seen again after the deploy.").await?;
    /// let newest = issue.notes().await?.remove(0);
    /// assert_eq!(newest.text(), Some("Seen again after the deploy."));
    /// # Ok(())
    /// # }
    /// ```
    pub fn notes(&self) -> Call<ListOrganizationIssueNotes> {
        self.client.call(ListOrganizationIssueNotes::new(
            &self.organization,
            &self.issue,
        ))
    }
}
