use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::model::{KeyRateLimit, KeyUse, ProjectKey};
use crate::operation::operation;

operation! {
    /// Makes a client key of a project.
    ///
    /// Source: [Create a New Client Key](https://docs.sentry.io/api/projects/create-a-new-client-key/).
    CreateProjectKey(organization, project)
    POST "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/keys/" -> ProjectKey;
    scopes "project:write", "project:admin";

    /// Sets the name, which Sentry makes up otherwise.
    text name;
    /// How many events are taken with it.
    own rate_limit: KeyRateLimit = "rateLimit";
    /// Sets what it is for.
    one use_case: KeyUse = "useCase";
}

impl ProjectHandle {
    /// Makes a client key of the project; Sentry makes up its public key.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// let key = project.create_key().name("Load test").rate_limit(1000, 3600).await?;
    /// assert_eq!(key.rate_limit.unwrap().count, Some(1000));
    /// assert_eq!(project.keys().await?.len(), 2);
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_key(&self) -> Call<CreateProjectKey> {
        self.client
            .call(CreateProjectKey::new(&self.organization, &self.project))
    }
}

impl Call<CreateProjectKey> {
    /// Takes no more than so many events within so many seconds, at most a day (86,400).
    pub fn rate_limit(self, count: u64, seconds: u64) -> Self {
        self.with(|call| call.rate_limit = Some(KeyRateLimit::new(count, seconds)))
    }
}
