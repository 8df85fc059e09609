use super::ProjectHandle;
use crate::call::Call;
use crate::model::Team;
use crate::operation::operation;

operation! {
    /// Lists the teams that own a project.
    ///
    /// Source: [List a Project's Teams](https://docs.sentry.io/api/teams/list-a-projects-teams/).
    ListProjectTeams(organization, project)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/teams/" -> pages of Team;
    scopes "project:read", "project:write", "project:admin";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl ProjectHandle {
    /// Lists the teams that own the project.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let teams = client.organization("acme").project("shop-api").teams().await?;
    /// assert_eq!(teams[0].slug, "platform");
    /// assert_eq!(teams[0].member_count, Some(3));
    /// # Ok(())
    /// # }
    /// ```
    pub fn teams(&self) -> Call<ListProjectTeams> {
        self.client
            .call(ListProjectTeams::new(&self.organization, &self.project))
    }
}
