use super::OrganizationHandle;
use crate::call::Call;
use crate::model::Project;
use crate::operation::operation;

operation! {
    /// Lists the projects of an organization.
    ///
    /// Source: [List an Organization's Projects](https://docs.sentry.io/api/organizations/list-an-organizations-projects/).
    ListOrganizationProjects(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/projects/" -> pages of Project;
    scopes "org:read", "org:write", "org:admin";

    /// Keeps the projects that match, such as `slug:shop-api` or a part of the name.
    text query;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the organization's projects.
    ///
    /// ```
    /// use futures::TryStreamExt;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let projects: Vec<_> = client.organization("acme").projects().stream().try_collect().await?;
    /// assert_eq!(projects.len(), 5);
    /// # Ok(())
    /// # }
    /// ```
    pub fn projects(&self) -> Call<ListOrganizationProjects> {
        self.client
            .call(ListOrganizationProjects::new(&self.organization))
    }
}
