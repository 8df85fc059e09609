//! The root and organizations.

use sentry_api::endpoints::NewCodeMapping;
use sentry_api::endpoints::{EnvironmentVisibility, RepositoryStatus};

use super::{cases, cursor};

cases! {
    GetRoot: |client| client.root(), client.root();
    ListOrganizations: |client| client.organizations(),
        client.organizations().owner(true).query("slug:acme").sort_by("members").per_page(5).cursor(cursor());
    GetOrganization: |client| client.organization("acme").get(),
        client.organization("acme").get().detailed(false);
    ListOrganizationProjects: |client| client.organization("acme").projects(),
        client.organization("acme").projects().query("shop").per_page(2).cursor(cursor());
    ListOrganizationEnvironments: |client| client.organization("acme").environments(),
        client.organization("acme").environments().visibility(EnvironmentVisibility::All);
    ListOrganizationRepos: |client| client.organization("acme").repos(),
        client
            .organization("acme")
            .repos()
            .query("shop")
            .status(RepositoryStatus::Deleted)
            .integration_id("7")
            .expand("settings")
            .per_page(5)
            .cursor(cursor());
    CreateOrganizationCodeMappings: |client|
        client.organization("acme").create_code_mappings("shop-api", "acme/shop", [NewCodeMapping::new("shop/", "src/")]),
        client
            .organization("acme")
            .create_code_mappings("shop-api", "acme/shop", [NewCodeMapping::new("shop/", "src/")])
            .provider("github")
            .default_branch("main");
}
