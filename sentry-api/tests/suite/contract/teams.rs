//! Teams.

use super::{cases, cursor};

cases! {
    ListOrganizationTeams: |client| client.organization("acme").teams(),
        client.organization("acme").teams().query("store").detailed(false).per_page(2).cursor(cursor());
    CreateOrganizationTeam: |client| client.organization("acme").create_team("payments"),
        client.organization("acme").create_team("payments").name("Payments");
    CreateTeamProject: |client| client.organization("acme").team("storefront").create_project("Gift Cards"),
        client
            .organization("acme")
            .team("storefront")
            .create_project("Gift Cards")
            .slug("gifts")
            .platform("rust")
            .default_rules(false);
}
