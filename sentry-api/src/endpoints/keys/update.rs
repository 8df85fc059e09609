use super::ProjectKeyHandle;
use crate::call::Call;
use crate::model::{KeyRateLimit, LoaderOptions, ProjectKey};
use crate::operation::operation;

operation! {
    /// Changes one client key; what is not set stays as it is.
    ///
    /// Source: [Update a Client Key](https://docs.sentry.io/api/projects/update-a-client-key/).
    UpdateProjectKey(organization, project, key)
    PUT "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/keys/{key_id}/"
        -> ProjectKey;
    scopes "project:write", "project:admin";

    /// Sets the name.
    text name;
    /// Tells whether events are taken with it.
    one is_active: bool = "isActive";
    /// How many events are taken with it; `Some(None)` is written as null, for no limit.
    own rate_limit: Option<KeyRateLimit> = "rateLimit";
    /// Sets the version of the SDK that the loader script loads: `latest`, or a major one as `7.x`.
    text browser_sdk_version = "browserSdkVersion";
    /// Sets what the loader script brings along.
    one dynamic_sdk_loader_options: LoaderOptions = "dynamicSdkLoaderOptions";
}

impl ProjectKeyHandle {
    /// Changes the key.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// let key = project.keys().await?.remove(0);
    /// let changed = project.key(key.id).update().is_active(false).await?;
    /// assert_eq!(changed.is_active, Some(false));
    /// # Ok(())
    /// # }
    /// ```
    pub fn update(&self) -> Call<UpdateProjectKey> {
        self.client.call(UpdateProjectKey::new(
            &self.organization,
            &self.project,
            &self.key,
        ))
    }
}

impl Call<UpdateProjectKey> {
    /// Takes no more than so many events within so many seconds, at most a day (86,400).
    pub fn rate_limit(self, count: u64, seconds: u64) -> Self {
        self.with(|call| call.rate_limit = Some(Some(KeyRateLimit::new(count, seconds))))
    }

    /// Takes any number of events.
    pub fn no_rate_limit(self) -> Self {
        self.with(|call| call.rate_limit = Some(None))
    }
}
