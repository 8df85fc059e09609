use super::ProjectReleaseHandle;
use crate::call::Call;
use crate::model::Commit;
use crate::operation::operation;

operation! {
    /// Lists the commits that a release of a project brought.
    ///
    /// Source: [List a Project Release's Commits](https://docs.sentry.io/api/releases/list-a-project-releases-commits/).
    ListProjectReleaseCommits(organization, project, version)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/releases/{version}/commits/"
        -> pages of Commit;
    scopes "org:ci", "project:read", "project:write", "project:admin", "project:releases";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl ProjectReleaseHandle {
    /// Lists the commits that the release brought.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let release = client.organization("acme").project("shop-api").release("shop-api@4.12.0");
    /// assert_eq!(release.commits().await?.len(), 3);
    /// # Ok(())
    /// # }
    /// ```
    pub fn commits(&self) -> Call<ListProjectReleaseCommits> {
        self.client.call(ListProjectReleaseCommits::new(
            &self.organization,
            &self.project,
            &self.release,
        ))
    }
}
