use super::ReleaseHandle;
use crate::call::Call;
use crate::no_content::NoContent;
use crate::operation::operation;

operation! {
    /// Deletes a release with its files.
    ///
    /// Source: [Delete an Organization's Release](https://docs.sentry.io/api/releases/delete-an-organizations-release/).
    DeleteOrganizationRelease(organization, version)
    DELETE "/api/0/organizations/{organization_id_or_slug}/releases/{version}/" -> NoContent;
    scopes "project:admin", "project:releases";
}

impl ReleaseHandle {
    /// Deletes the release with its files, for good; one that has events cannot be deleted.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// acme.create_release("shop-web@5.1.0-rc.1", ["shop-web"]).await?;
    /// acme.release("shop-web@5.1.0-rc.1").delete().await?;
    /// assert_eq!(acme.releases().query("5.1.0-rc").await?, []);
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete(&self) -> Call<DeleteOrganizationRelease> {
        self.client.call(DeleteOrganizationRelease::new(
            &self.organization,
            &self.release,
        ))
    }
}
