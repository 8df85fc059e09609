use super::{NewCommit, ReleaseHandle, ReleaseRef};
use crate::call::Call;
use crate::model::Release;
use crate::operation::operation;

operation! {
    /// Changes one release; what is not set stays as it is.
    ///
    /// Source: [Update an Organization's Release](https://docs.sentry.io/api/releases/update-an-organizations-release/).
    UpdateOrganizationRelease(organization, version)
    PUT "/api/0/organizations/{organization_id_or_slug}/releases/{version}/" -> Release;
    scopes "org:ci", "project:write", "project:admin", "project:releases";

    /// Sets the commit, branch or tag that it was built from.
    null_text reference = "ref";
    /// Sets the address of its page elsewhere.
    null_text url;
    /// Sets when it went live.
    null_time date_released = "dateReleased";
    /// Adds a commit that it brings; those of this call take the place of those before.
    many commit: NewCommit = "commits";
    /// Adds the newest commit of a repository, from which an integration finds the others.
    many refs: ReleaseRef;
}

impl ReleaseHandle {
    /// Changes the release.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let release = client.organization("acme").release("shop-api@4.12.0");
    /// let changed = release.update().url("https://git.example.com/shop/4.12.0").await?;
    /// assert_eq!(changed.url.as_deref(), Some("https://git.example.com/shop/4.12.0"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn update(&self) -> Call<UpdateOrganizationRelease> {
        self.client.call(UpdateOrganizationRelease::new(
            &self.organization,
            &self.release,
        ))
    }
}
