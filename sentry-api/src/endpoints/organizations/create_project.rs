use super::OrganizationHandle;
use crate::call::Call;
use crate::model::Project;
use crate::operation::operation;

operation! {
    /// Makes a project with a new team of the caller's own.
    ///
    /// Source: [Create a Project for an Organization](https://docs.sentry.io/api/projects/create-a-project-for-an-organization/).
    CreateOrganizationProject(organization; name: String)
    POST "/api/0/organizations/{organization_id_or_slug}/projects/" -> Project;
    scopes "project:read", "project:write", "project:admin";

    /// Sets the slug, which Sentry makes of the name otherwise.
    text slug;
    /// Sets the platform, such as `python` or `javascript-react`.
    text platform;
    /// Tells whether it begins with an alert for every new issue, which it does otherwise.
    one default_rules: bool;
}

impl OrganizationHandle {
    /// Makes a project of this name for the caller alone, whose own team `team-{user name}`
    /// is made too where there is none; [`TeamHandle`](crate::endpoints::TeamHandle) makes one
    /// for a team.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").create_project("Sketches").await?;
    /// assert_eq!(project.teams[0].slug.as_deref(), Some("team-robin"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_project(&self, name: impl Into<String>) -> Call<CreateOrganizationProject> {
        self.client.call(CreateOrganizationProject::new(
            &self.organization,
            name.into(),
        ))
    }
}
