use super::OrganizationHandle;
use crate::call::Call;
use crate::model::Repository;
use crate::operation::operation;
use crate::wire::open_enum;

operation! {
    /// Lists the repositories of an organization.
    ///
    /// Source: [List an Organization's Repositories](https://docs.sentry.io/api/organizations/list-an-organizations-repositories/).
    ListOrganizationRepos(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/repos/" -> pages of Repository;
    scopes "org:read", "org:write", "org:admin", "org:integrations", "org:ci";

    /// Keeps the repositories whose name has this in it.
    text query;
    /// Keeps the repositories of this status, which are the active ones otherwise.
    one status: RepositoryStatus;
    /// Keeps the repositories that this integration connects.
    text integration_id;
    /// Asks for more of each: `settings`.
    texts expand;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

open_enum! {
    /// Whether a repository is in use.
    RepositoryStatus {
        /// In use.
        Active = "active",
        /// Deleted.
        Deleted = "deleted",
    }
}

impl OrganizationHandle {
    /// Lists the organization's repositories.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let repositories = client.organization("acme").repos().query("shop").await?;
    /// assert_eq!(repositories[0].name.as_deref(), Some("acme/shop"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn repos(&self) -> Call<ListOrganizationRepos> {
        self.client
            .call(ListOrganizationRepos::new(&self.organization))
    }
}
