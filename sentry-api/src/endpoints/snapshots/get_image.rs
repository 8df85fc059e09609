use super::SnapshotHandle;
use crate::call::Call;
use crate::model::SnapshotImageDetails;
use crate::operation::operation;

operation! {
    /// Gets one image of a snapshot.
    ///
    /// Source: [Retrieve Snapshot image detail](https://docs.sentry.io/api/snapshots/retrieve-snapshot-image-detail/).
    GetOrganizationPreprodArtifactSnapshotImage(organization, snapshot, image)
    GET "/api/0/organizations/{organization_id_or_slug}/preprodartifacts/snapshots/{snapshot_id}/images/{image_identifier}/"
        -> SnapshotImageDetails;
    scopes "org:ci", "project:admin", "project:read", "project:releases", "project:write";
}

impl SnapshotHandle {
    /// Gets one image of the snapshot, named by its file or the hash of its content.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let image = client.organization("acme").snapshot("88012").image("checkout_total.png").await?;
    /// assert_eq!(image.comparison_status.as_deref(), Some("changed"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn image(
        &self,
        file_name_or_hash: impl Into<String>,
    ) -> Call<GetOrganizationPreprodArtifactSnapshotImage> {
        self.client
            .call(GetOrganizationPreprodArtifactSnapshotImage::new(
                &self.organization,
                &self.snapshot,
                file_name_or_hash,
            ))
    }
}
