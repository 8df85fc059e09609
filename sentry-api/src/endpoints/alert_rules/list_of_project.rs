use super::IssueAlertRule;
use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::operation::operation;

operation! {
    /// Lists the alert rules on issues of a project.
    ListProjectRules(organization, project)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/rules/"
        -> pages of IssueAlertRule;
    scopes "alerts:read", "project:admin", "project:read", "project:write";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl ProjectHandle {
    /// Lists the project's alert rules on issues.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let rules = client.organization("acme").project("shop-api").rules().await?;
    /// assert_eq!(rules[0].frequency, Some(30));
    /// # Ok(())
    /// # }
    /// ```
    pub fn rules(&self) -> Call<ListProjectRules> {
        self.client
            .call(ListProjectRules::new(&self.organization, &self.project))
    }
}
