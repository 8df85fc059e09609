use super::ReleaseHandle;
use crate::call::Call;
use crate::model::Deploy;
use crate::operation::operation;

operation! {
    /// Lists the deploys of a release, the newest first.
    ///
    /// Source: [List a Release's Deploys](https://docs.sentry.io/api/releases/list-a-releases-deploys/).
    ListOrganizationReleaseDeploys(organization, version)
    GET "/api/0/organizations/{organization_id_or_slug}/releases/{version}/deploys/"
        -> pages of Deploy;
    scopes "org:ci", "project:read", "project:write", "project:admin", "project:releases";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl ReleaseHandle {
    /// Lists the deploys of the release, the newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let deploys = client.organization("acme").release("shop-api@4.12.0").deploys().await?;
    /// assert_eq!(deploys[0].environment.as_deref(), Some("production"));
    /// assert_eq!(deploys[1].environment.as_deref(), Some("staging"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn deploys(&self) -> Call<ListOrganizationReleaseDeploys> {
        self.client.call(ListOrganizationReleaseDeploys::new(
            &self.organization,
            &self.release,
        ))
    }
}
