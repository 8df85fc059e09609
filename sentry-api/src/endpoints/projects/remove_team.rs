use super::ProjectHandle;
use crate::call::Call;
use crate::model::Project;
use crate::operation::operation;

operation! {
    /// Takes a project from a team.
    ///
    /// Source: [Delete a Team from a Project](https://docs.sentry.io/api/projects/delete-a-team-from-a-project/).
    DeleteProjectTeam(organization, project, team)
    DELETE "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/teams/{team_id_or_slug}/"
        -> Project;
    scopes "project:write", "project:admin";
}

impl ProjectHandle {
    /// Takes the project from a team, by its slug or id; neither of the two is deleted.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// assert!(project.remove_team("platform").await?.teams.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    pub fn remove_team(&self, team: impl Into<String>) -> Call<DeleteProjectTeam> {
        self.client.call(DeleteProjectTeam::new(
            &self.organization,
            &self.project,
            team,
        ))
    }
}
