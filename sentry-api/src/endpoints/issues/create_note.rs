use super::IssueHandle;
use crate::call::Call;
use crate::model::Activity;
use crate::operation::operation;

operation! {
    /// Writes a comment on an issue, in Markdown; undocumented.
    CreateOrganizationIssueNote(organization, issue; text: String)
    POST "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/notes/" -> Activity;
    scopes "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/notes/";

    /// Adds a user or a team that the comment mentions, as `user:ID` or `team:ID`.
    texts mentions;
}

impl IssueHandle {
    /// Writes a comment on the issue, in Markdown.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let issue = client.organization("acme").issue("SHOP-API-1F");
    /// let note = issue.create_note("The connection pool was too small.").await?;
    /// assert_eq!(note.kind.as_deref(), Some("note"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_note(&self, text: impl Into<String>) -> Call<CreateOrganizationIssueNote> {
        self.client.call(CreateOrganizationIssueNote::new(
            &self.organization,
            &self.issue,
            text.into(),
        ))
    }
}
