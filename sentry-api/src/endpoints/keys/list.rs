use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::model::ProjectKey;
use crate::operation::operation;
use crate::wire::open_enum;

operation! {
    /// Lists the client keys of a project.
    ///
    /// Source: [List a Project's Client Keys](https://docs.sentry.io/api/projects/list-a-projects-client-keys/).
    ListProjectKeys(organization, project)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/keys/"
        -> pages of ProjectKey;
    scopes "project:read", "project:write", "project:admin";

    /// Keeps the keys that are active, or those that are not.
    one status: KeyStatus;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

open_enum! {
    /// Whether events are taken with a key.
    KeyStatus {
        /// They are.
        Active = "active",
        /// They are not.
        Inactive = "inactive",
    }
}

impl ProjectHandle {
    /// Lists the project's client keys, with their DSNs.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// let key = project.keys().await?.remove(0);
    /// let dsn = key.dsn.unwrap().public.unwrap();
    /// assert_eq!(dsn.public_key(), key.public);
    /// assert_eq!(dsn.project_id(), key.project_id);
    /// # Ok(())
    /// # }
    /// ```
    pub fn keys(&self) -> Call<ListProjectKeys> {
        self.client
            .call(ListProjectKeys::new(&self.organization, &self.project))
    }
}
