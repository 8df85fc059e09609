use super::TeamHandle;
use crate::call::Call;
use crate::model::Project;
use crate::operation::operation;

operation! {
    /// Makes a project that a team owns.
    ///
    /// Source: [Create a New Project](https://docs.sentry.io/api/projects/create-a-new-project/).
    CreateTeamProject(organization, team; name: String)
    POST "/api/0/teams/{organization_id_or_slug}/{team_id_or_slug}/projects/" -> Project;
    scopes "project:write", "project:admin";

    /// Sets the slug, which Sentry makes of the name otherwise.
    text slug;
    /// Sets the platform, such as `python` or `javascript-react`.
    text platform;
    /// Tells whether it begins with an alert for every new issue, which it does otherwise.
    one default_rules: bool;
}

impl TeamHandle {
    /// Makes a project of this name that the team owns; a slug that is in use is an error of
    /// the kind [`BadRequest`](crate::ErrorKind::BadRequest) with the status 409.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let team = acme.team("storefront");
    /// let project = team.create_project("Gift Cards").platform("rust").await?;
    /// assert_eq!(project.slug, "gift-cards");
    /// assert_eq!(acme.project("gift-cards").get().await?.id, project.id);
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_project(&self, name: impl Into<String>) -> Call<CreateTeamProject> {
        self.client.call(CreateTeamProject::new(
            &self.organization,
            &self.team,
            name.into(),
        ))
    }
}
