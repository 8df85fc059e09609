use super::ProjectHandle;
use crate::call::Call;
use crate::model::Project;
use crate::operation::operation;

operation! {
    /// Lets a team own a project too.
    ///
    /// Source: [Add a Team to a Project](https://docs.sentry.io/api/projects/add-a-team-to-a-project/).
    AddProjectTeam(organization, project, team)
    POST "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/teams/{team_id_or_slug}/"
        -> Project;
    scopes "project:write", "project:admin";
}

impl ProjectHandle {
    /// Lets a team, by its slug or id, own the project too.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// assert_eq!(project.add_team("storefront").await?.teams.len(), 2);
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_team(&self, team: impl Into<String>) -> Call<AddProjectTeam> {
        self.client
            .call(AddProjectTeam::new(&self.organization, &self.project, team))
    }
}
