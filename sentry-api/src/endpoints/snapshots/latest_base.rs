use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::BaseSnapshot;
use crate::operation::operation;

operation! {
    /// Gets the newest snapshot of a base branch of an application.
    ///
    /// Source: [Retrieve latest base Snapshot](https://docs.sentry.io/api/snapshots/retrieve-latest-base-snapshot/).
    GetOrganizationPreprodArtifactSnapshotLatestBase(organization; app_id: String)
    GET "/api/0/organizations/{organization_id_or_slug}/preprodartifacts/snapshots/latest-base/"
        -> BaseSnapshot;
    scopes "org:ci", "project:admin", "project:read", "project:releases", "project:write";

    /// Looks at this branch.
    text branch;
    /// Looks at this project, by its slug or id.
    text project;
    /// Tells whether images come with their names and addresses alone.
    bit compact_metadata;
}

impl OrganizationHandle {
    /// Gets the newest snapshot of a base branch of the application `app_id`.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let base = client.organization("acme").latest_base_snapshot("com.example.shop").branch("main").await?;
    /// assert_eq!(base.image_count, Some(4));
    /// # Ok(())
    /// # }
    /// ```
    pub fn latest_base_snapshot(
        &self,
        app_id: impl Into<String>,
    ) -> Call<GetOrganizationPreprodArtifactSnapshotLatestBase> {
        let operation = GetOrganizationPreprodArtifactSnapshotLatestBase::new(
            &self.organization,
            app_id.into(),
        );
        self.client.call(operation)
    }
}
