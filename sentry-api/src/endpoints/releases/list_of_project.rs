use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::model::Release;
use crate::operation::operation;

operation! {
    /// Lists the releases of a project, the newest first.
    ///
    /// Source: [List a Project's Releases](https://docs.sentry.io/api/releases/list-a-projects-releases/).
    ListProjectReleases(organization, project)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/releases/"
        -> pages of Release;
    scopes "org:ci", "project:read", "project:write", "project:admin", "project:releases";

    /// Adds an environment to those that the releases were seen in.
    texts environment;
    /// Keeps the releases whose version has this in it.
    text query;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl ProjectHandle {
    /// Lists the project's releases, the newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let releases = client.organization("acme").project("shop-api").releases().await?;
    /// assert_eq!(releases[0].version, "shop-api@4.12.0");
    /// # Ok(())
    /// # }
    /// ```
    pub fn releases(&self) -> Call<ListProjectReleases> {
        self.client
            .call(ListProjectReleases::new(&self.organization, &self.project))
    }
}
