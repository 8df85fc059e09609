use super::ReleaseHandle;
use crate::call::Call;
use crate::model::Deploy;
use crate::operation::operation;

operation! {
    /// Says that a release was deployed.
    ///
    /// Source: [Create a Deploy](https://docs.sentry.io/api/releases/create-a-deploy/).
    CreateOrganizationReleaseDeploy(organization, version; environment: String)
    POST "/api/0/organizations/{organization_id_or_slug}/releases/{version}/deploys/" -> Deploy;
    scopes "org:ci", "project:write", "project:admin", "project:releases";

    /// Sets the name.
    text name;
    /// Sets the address of its page elsewhere.
    text url;
    /// Sets when it began.
    time date_started = "dateStarted";
    /// Sets when it was done, which is now otherwise.
    time date_finished = "dateFinished";
    /// Adds a project, by its slug, to those that were deployed; all of the release otherwise.
    texts project = "projects";
}

impl ReleaseHandle {
    /// Says that the release was deployed to this environment.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let release = client.organization("acme").release("shop-api@4.12.0");
    /// let deploy = release.create_deploy("canary").name("one host").await?;
    /// assert_eq!(release.deploys().await?[0], deploy);
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_deploy(
        &self,
        environment: impl Into<String>,
    ) -> Call<CreateOrganizationReleaseDeploy> {
        self.client.call(CreateOrganizationReleaseDeploy::new(
            &self.organization,
            &self.release,
            environment.into(),
        ))
    }
}
