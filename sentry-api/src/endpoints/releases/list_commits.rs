use super::ReleaseHandle;
use crate::call::Call;
use crate::model::Commit;
use crate::operation::operation;

operation! {
    /// Lists the commits that a release brought.
    ///
    /// Source: [List an Organization Release's Commits](https://docs.sentry.io/api/releases/list-an-organization-releases-commits/).
    ListOrganizationReleaseCommits(organization, version)
    GET "/api/0/organizations/{organization_id_or_slug}/releases/{version}/commits/"
        -> pages of Commit;
    scopes "org:ci", "project:read", "project:write", "project:admin", "project:releases";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl ReleaseHandle {
    /// Lists the commits that the release brought.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let release = client.organization("acme").release("shop-api@4.12.0");
    /// let commits = release.commits().await?;
    /// assert_eq!(commits[0].message.as_deref(), Some("Move tax rates to region tables"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn commits(&self) -> Call<ListOrganizationReleaseCommits> {
        self.client.call(ListOrganizationReleaseCommits::new(
            &self.organization,
            &self.release,
        ))
    }
}
