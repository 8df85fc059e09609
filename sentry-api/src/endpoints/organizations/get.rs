use super::OrganizationHandle;
use crate::call::Call;
use crate::model::Organization;
use crate::operation::operation;

operation! {
    /// Gets one organization.
    ///
    /// Source: [Retrieve an Organization](https://docs.sentry.io/api/organizations/retrieve-an-organization/).
    GetOrganization(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/" -> Organization;
    scopes "org:read", "org:write", "org:admin";

    /// Tells whether the projects and teams come along, which takes long in a large organization.
    bit detailed;
}

impl OrganizationHandle {
    /// Gets the organization.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme").get().await?;
    /// assert_eq!(acme.slug, "acme");
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganization> {
        self.client.call(GetOrganization::new(&self.organization))
    }
}
