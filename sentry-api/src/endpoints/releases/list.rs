use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::Release;
use crate::operation::operation;

operation! {
    /// Lists the releases of an organization, the newest first.
    ///
    /// Source: [List an Organization's Releases](https://docs.sentry.io/api/releases/list-an-organizations-releases/).
    ListOrganizationReleases(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/releases/" -> pages of Release;
    scopes "org:ci", "project:read", "project:write", "project:admin", "project:releases";

    /// Adds a project, by its slug or id, to those whose releases are listed; `-1` stands for all.
    texts project;
    /// Adds an environment to those that the releases were seen in.
    texts environment;
    /// Keeps the releases whose version has this in it.
    text query;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the organization's releases, the newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let releases = client.organization("acme").releases().project("shop-api").await?;
    /// assert_eq!(releases[0].version, "shop-api@4.12.0");
    /// assert_eq!(releases[0].projects[0].slug, "shop-api");
    /// # Ok(())
    /// # }
    /// ```
    pub fn releases(&self) -> Call<ListOrganizationReleases> {
        self.client
            .call(ListOrganizationReleases::new(&self.organization))
    }
}
