//! Snapshots: the images of builds and how they differ.

super::operations! {
    latest_base::GetOrganizationPreprodArtifactSnapshotLatestBase,
    get::GetOrganizationPreprodArtifactSnapshot,
    get_image::GetOrganizationPreprodArtifactSnapshotImage,
    unstable {
        archive::GetOrganizationPreprodArtifactSnapshotArchive,
    }
}

use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// A snapshot by its id, from which its operations begin.
    SnapshotHandle: OrganizationHandle(organization)
    /// Names a snapshot by its id; nothing is sent.
    .snapshot
}
