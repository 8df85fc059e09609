use super::ProjectHandle;
use crate::call::Call;
use crate::endpoints::EnvironmentVisibility;
use crate::model::Environment;
use crate::operation::operation;

operation! {
    /// Lists the environments of a project.
    ///
    /// Source: [List a Project's Environments](https://docs.sentry.io/api/environments/list-a-projects-environments/).
    ListProjectEnvironments(organization, project)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/environments/"
        -> Vec<Environment>;
    scopes "project:read", "project:write", "project:admin";

    /// Keeps the environments that can be seen, which it does otherwise, or those that cannot.
    one visibility: EnvironmentVisibility;
}

impl ProjectHandle {
    /// Lists the project's environments.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let environments = client.organization("acme").project("shop-api").environments().await?;
    /// assert_eq!(environments[0].name.as_deref(), Some("production"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn environments(&self) -> Call<ListProjectEnvironments> {
        self.client.call(ListProjectEnvironments::new(
            &self.organization,
            &self.project,
        ))
    }
}
