use super::SnapshotHandle;
use crate::call::Call;
use crate::model::Snapshot;
use crate::operation::operation;

operation! {
    /// Gets one snapshot with its images and how they differ.
    ///
    /// Source: [Retrieve Snapshot details](https://docs.sentry.io/api/snapshots/retrieve-snapshot-details/).
    GetOrganizationPreprodArtifactSnapshot(organization, snapshot)
    GET "/api/0/organizations/{organization_id_or_slug}/preprodartifacts/snapshots/{snapshot_id}/"
        -> Snapshot;
    scopes "org:ci", "project:admin", "project:read", "project:releases", "project:write";

    /// Tells whether images come with their names alone.
    bit compact_metadata;
}

impl SnapshotHandle {
    /// Gets the snapshot with its images and how they differ.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let snapshot = client.organization("acme").snapshot("88012").get().await?;
    /// let changed = snapshot.changed[0].head_image.as_ref().and_then(|image| image.display_name.as_deref());
    /// assert_eq!(changed, Some("Checkout, total"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganizationPreprodArtifactSnapshot> {
        self.client
            .call(GetOrganizationPreprodArtifactSnapshot::new(
                &self.organization,
                &self.snapshot,
            ))
    }
}
