//! Release health and counts.

use sentry_api::endpoints::{
    DataCategory, Outcome, ProjectStat, StatsField, StatsGroupBy, StatsResolution,
};

use super::{END, START, cases};

cases! {
    GetOrganizationSessions: |client| client.organization("acme").sessions(["sum(session)"]),
        client
            .organization("acme")
            .sessions(["sum(session)", "crash_free_rate(user)"])
            .group_by("release")
            .group_by("session.status")
            .interval("1h")
            .query("release:shop@2.1.0")
            .project("shop-web")
            .environment("production")
            .order_by("-sum(session)")
            .per_page(10)
            .include_totals(true)
            .include_series(false)
            .stats_period("24h")
            .between(START, END);
    ListOrganizationStatsV2: |client| {
        client.organization("acme").stats_v2(StatsField::Quantity, [StatsGroupBy::Outcome])
    },
        client
            .organization("acme")
            .stats_v2(StatsField::TimesSeen, [StatsGroupBy::Category, StatsGroupBy::Project])
            .interval("1d")
            .project("1")
            .project("-1")
            .category(DataCategory::Error)
            .outcome(Outcome::Accepted)
            .reason("spike_protection")
            .stats_period("7d")
            .between(START, END);
    ListProjectStats: |client| client.organization("acme").project("shop-api").stats(),
        client
            .organization("acme")
            .project("shop-api")
            .stats()
            .stat(ProjectStat::Received)
            .resolution(StatsResolution::Hour)
            .between(START, END);
}
