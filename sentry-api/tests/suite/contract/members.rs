//! Members.

use super::{cases, cursor};

cases! {
    ListOrganizationMembers: |client| client.organization("acme").members(),
        client.organization("acme").members().per_page(5).cursor(cursor());
    AddOrganizationMemberTeam: |client| client.organization("acme").member("91207").add_to_team("storefront"),
        client.organization("acme").member("me").add_to_team("811");
}
