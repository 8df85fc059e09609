//! Tags and their values.

use super::cases;
use super::{END, START, cursor};

cases! {
    GetOrganizationIssueTag: |client| client.organization("acme").issue("7").tag("browser"),
        client.organization("acme").issue("7").tag("browser.name").environment("prod");
    ListOrganizationIssueTags: |client| client.organization("acme").issue("7").tags(),
        client.organization("acme").issue("7").tags().environment("prod").key("browser").limit(3);
    ListOrganizationTagValues: |client| client.organization("acme").tag_values("browser"),
        client
            .organization("acme")
            .tag_values("browser")
            .stats_period("24h")
            .between(START, END)
            .query("Fire")
            .project("1")
            .environment("prod")
            .sort("-count")
            .per_page(5)
            .cursor(cursor());
}
