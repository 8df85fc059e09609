use super::IssueCollapse;
use crate::call::Call;
use crate::client::Client;
use crate::model::Issue;
use crate::operation::operation;

operation! {
    /// Gets an issue whose organization is not known; undocumented.
    GetIssue(issue)
    GET "/api/0/issues/{issue_id}/" -> Issue;
    scopes "event:read", "event:write", "event:admin";

    /// Asks for less.
    many collapse: IssueCollapse;
}

impl Client {
    /// Gets an issue by its numeric id alone. Only the server of the organization's region
    /// knows it.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let listed = client.organization("acme").issues().limit(1).await?.remove(0);
    /// let issue = client.issue_by_id(&listed.id).await?;
    /// assert_eq!(issue.short_id, listed.short_id);
    /// # Ok(())
    /// # }
    /// ```
    pub fn issue_by_id(&self, id: impl Into<String>) -> Call<GetIssue> {
        self.call(GetIssue::new(id))
    }
}
