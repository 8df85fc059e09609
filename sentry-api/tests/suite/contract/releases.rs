//! Releases, their commits and their deploys.

use sentry_api::Client;
use sentry_api::endpoints::{
    NewCommit, PatchKind, ProjectReleaseHandle, ReleaseHandle, ReleaseRef, ReleaseSort,
};
use sentry_api::model::ReleaseStatus;

use super::{END, START, cases, cursor};

fn release(client: &Client) -> ReleaseHandle {
    client.organization("acme").release("shop@1.0+b 2é")
}

fn of_project(client: &Client) -> ProjectReleaseHandle {
    let project = client.organization("acme").project("shop-web");
    project.release("shop@1.0")
}

fn commit() -> NewCommit {
    NewCommit::new("5f1c0de")
        .repository("acme/shop")
        .message("Round prices")
        .author("Ada Lindqvist", "ada@example.com")
        .timestamp(START)
        .patch(PatchKind::Modified, "src/prices.rs")
}

fn head() -> ReleaseRef {
    ReleaseRef::new("acme/shop", "5f1c0de").previous_commit("8c1f0d4")
}

cases! {
    ListOrganizationReleases: |client| client.organization("acme").releases(),
        client
            .organization("acme")
            .releases()
            .project("shop-web")
            .environment("prod")
            .query("5.1")
            .per_page(5)
            .cursor(cursor());
    CreateOrganizationRelease: |client| client.organization("acme").create_release("1.0", ["shop-web"]),
        client
            .organization("acme")
            .create_release("shop@1.0", ["shop-web", "shop-api"])
            .reference("main")
            .url("https://git.example.com/shop/1.0")
            .date_released(END)
            .commit(commit())
            .refs(head())
            .head_commit(head())
            .status(ReleaseStatus::Open)
            .owner("ada");
    GetOrganizationRelease: |client| release(&client).get(),
        release(&client)
            .get()
            .project("shop-web")
            .project_id("4509102")
            .health(true)
            .adoption_stages(true)
            .summary_stats_period("14d")
            .health_stats_period("24h")
            .sort(ReleaseSort::CrashFreeUsers)
            .status(ReleaseStatus::Open)
            .query("release.stage:adopted");
    UpdateOrganizationRelease: |client| release(&client).update(),
        release(&client)
            .update()
            .reference("main")
            .url("https://git.example.com/shop/1.0")
            .date_released(END)
            .commit(commit())
            .refs(head());
    DeleteOrganizationRelease: |client| release(&client).delete(), release(&client).delete();
    ListOrganizationReleaseCommits: |client| release(&client).commits(),
        release(&client).commits().per_page(5).cursor(cursor());
    ListOrganizationReleaseDeploys: |client| release(&client).deploys(),
        release(&client).deploys().per_page(5).cursor(cursor());
    CreateOrganizationReleaseDeploy: |client| release(&client).create_deploy("production"),
        release(&client)
            .create_deploy("production")
            .name("blue")
            .url("https://deploys.example.com/7")
            .date_started(START)
            .date_finished(END)
            .project("shop-web");
    ListProjectReleases: |client| client.organization("acme").project("shop-web").releases(),
        client
            .organization("acme")
            .project("shop-web")
            .releases()
            .environment("prod")
            .query("5.1")
            .per_page(5)
            .cursor(cursor());
    ListProjectReleaseCommits: |client| of_project(&client).commits(),
        of_project(&client).commits().per_page(5).cursor(cursor());
    GetProjectRelease: |client| of_project(&client).get(), of_project(&client).get().health(true);
    GetOrganizationReleasePreviousWithCommits: |client| release(&client).previous_with_commits(),
        release(&client).previous_with_commits();
}
