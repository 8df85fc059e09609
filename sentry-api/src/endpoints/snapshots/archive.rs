use super::SnapshotHandle;
use crate::call::Call;
use crate::download::Download;
use crate::operation::operation;

operation! {
    /// Downloads the images of a snapshot as a zip archive.
    GetOrganizationPreprodArtifactSnapshotArchive(organization, snapshot)
    GET "/api/0/organizations/{organization_id_or_slug}/preprodartifacts/snapshots/{snapshot_id}/archive/"
        -> Download;
    scopes "org:ci", "project:admin", "project:read", "project:releases", "project:write";

    /// Tells whether the archive itself is asked for.
    own download: bool;
}

impl SnapshotHandle {
    /// Downloads the snapshot's images as a zip archive.
    ///
    /// ```
    /// # use sentry_api::transport::{Exchange, Replay};
    /// # use sentry_api::{Client, Token};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let path = "/api/0/organizations/acme/preprodartifacts/snapshots/88012/archive/?download=true";
    /// # let zip = Exchange::get(path).body(200, "application/zip", &b"PK\x05\x06"[..]);
    /// # let client = Client::builder().token(Token::new("t")).transport(Replay::new([zip])).build()?;
    /// let archive = client.organization("acme").snapshot("88012").archive().download().await?;
    /// assert_eq!(archive.content_type(), Some("application/zip"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn archive(&self) -> Call<GetOrganizationPreprodArtifactSnapshotArchive> {
        self.client
            .call(GetOrganizationPreprodArtifactSnapshotArchive::new(
                &self.organization,
                &self.snapshot,
            ))
            .with(|call| call.download = Some(true))
    }
}
