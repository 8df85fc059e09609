use super::ProjectReleaseHandle;
use crate::call::Call;
use crate::model::Release;
use crate::operation::operation;

operation! {
    /// Gets one release as a project has it; undocumented.
    GetProjectRelease(organization, project, version)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/releases/{version}/"
        -> Release;
    scopes "org:ci", "project:read", "project:write", "project:admin", "project:releases";

    /// Tells whether what sessions tell comes along.
    one health: bool;
}

impl ProjectReleaseHandle {
    /// Gets the release as the project has it.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// let release = project.release("shop-api@4.12.0").get().await?;
    /// assert_eq!(release.projects[0].slug, "shop-api");
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetProjectRelease> {
        self.client.call(GetProjectRelease::new(
            &self.organization,
            &self.project,
            &self.release,
        ))
    }
}
