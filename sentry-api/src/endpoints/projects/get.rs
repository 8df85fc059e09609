use super::ProjectHandle;
use crate::call::Call;
use crate::model::Project;
use crate::operation::operation;

operation! {
    /// Gets one project with its settings.
    ///
    /// Source: [Retrieve a Project](https://docs.sentry.io/api/projects/retrieve-a-project/).
    GetProject(organization, project)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/" -> Project;
    scopes "project:read", "project:write", "project:admin";
}

impl ProjectHandle {
    /// Gets the project with its settings.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api").get().await?;
    /// assert_eq!(project.platform.as_deref(), Some("python"));
    /// assert_eq!(project.resolve_age, Some(0));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetProject> {
        self.client
            .call(GetProject::new(&self.organization, &self.project))
    }
}
