//! Projects.

use sentry_api::endpoints::EnvironmentVisibility;

use super::{cases, cursor};

cases! {
    GetProject: |client| client.organization("acme").project("shop-api").get(),
        client.organization("acme").project("4509101").get();
    UpdateProject: |client| client.organization("acme").project("shop-api").update(),
        client
            .organization("acme")
            .project("shop-api")
            .update()
            .name("Shop backend")
            .slug("shop-backend")
            .platform("rust")
            .is_bookmarked(true)
            .subject_prefix("[shop]")
            .subject_template("$shortID")
            .resolve_age(72)
            .highlight_tags(vec!["release".to_owned()])
            .highlight_context([("user".to_owned(), vec!["id".to_owned()])].into())
            .enable_auto_release_creation(false)
            .scm_source_context_enabled(true);
    DeleteProject: |client| client.organization("acme").project("shop-api").delete(),
        client.organization("acme").project("shop-api").delete();
    ListProjectTeams: |client| client.organization("acme").project("shop-api").teams(),
        client.organization("acme").project("shop-api").teams().per_page(2).cursor(cursor());
    AddProjectTeam: |client| client.organization("acme").project("shop-api").add_team("storefront"),
        client.organization("acme").project("shop-api").add_team("811");
    DeleteProjectTeam: |client| client.organization("acme").project("shop-api").remove_team("platform"),
        client.organization("acme").project("shop-api").remove_team("812");
    CreateOrganizationProject: |client| client.organization("acme").create_project("Gift Cards"),
        client
            .organization("acme")
            .create_project("Gift Cards")
            .slug("gifts")
            .platform("rust")
            .default_rules(false);
    ListProjectEnvironments: |client| client.organization("acme").project("shop-api").environments(),
        client
            .organization("acme")
            .project("shop-api")
            .environments()
            .visibility(EnvironmentVisibility::Hidden);
}
