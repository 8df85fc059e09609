//! The root and organizations.

use super::{cases, cursor};

cases! {
    GetRoot: |client| client.root(), client.root();
    ListOrganizations: |client| client.organizations(),
        client.organizations().owner(true).query("slug:acme").sort_by("members").per_page(5).cursor(cursor());
    GetOrganization: |client| client.organization("acme").get(),
        client.organization("acme").get().detailed(false);
    ListOrganizationProjects: |client| client.organization("acme").projects(),
        client.organization("acme").projects().query("shop").per_page(2).cursor(cursor());
}
