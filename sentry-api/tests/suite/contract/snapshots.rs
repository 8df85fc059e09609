//! Snapshots of builds.

use super::cases;

cases! {
    GetOrganizationPreprodArtifactSnapshotLatestBase: |client| client
            .organization("acme")
            .latest_base_snapshot("com.example.shop"),
        client
            .organization("acme")
            .latest_base_snapshot("com.example.shop")
            .branch("main")
            .project("shop-android")
            .compact_metadata(true);
    GetOrganizationPreprodArtifactSnapshot: |client| client.organization("acme").snapshot("9").get(),
        client.organization("acme").snapshot("9").get().compact_metadata(true);
    GetOrganizationPreprodArtifactSnapshotImage: |client| client
            .organization("acme")
            .snapshot("9")
            .image("cart dark.png"),
        client.organization("acme").snapshot("9").image("cart dark.png");
    GetOrganizationPreprodArtifactSnapshotArchive: |client|
        client.organization("acme").snapshot("9").archive() => downloading,
        client.organization("acme").snapshot("9").archive() => downloading;
}
