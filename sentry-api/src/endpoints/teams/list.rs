use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::Team;
use crate::operation::operation;

operation! {
    /// Lists the teams of an organization.
    ///
    /// Source: [List an Organization's Teams](https://docs.sentry.io/api/teams/list-an-organizations-teams/).
    ListOrganizationTeams(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/teams/" -> pages of Team;
    scopes "org:read", "org:write", "org:admin";

    /// Keeps the teams whose name or slug has this in it.
    text query;
    /// Tells whether the projects of each team come along, which they do otherwise.
    bit detailed;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the organization's teams, with the projects of each.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let teams = client.organization("acme").teams().query("store").await?;
    /// assert_eq!(teams[0].slug, "storefront");
    /// assert!(teams[0].projects.iter().any(|project| project.slug == "shop-web"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn teams(&self) -> Call<ListOrganizationTeams> {
        self.client
            .call(ListOrganizationTeams::new(&self.organization))
    }
}
