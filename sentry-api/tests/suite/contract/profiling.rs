//! Profiles.

use sentry_api::endpoints::{FlamegraphDataSource, FlamegraphExpand};

use super::{END, START, cases};

const PROFILE: &str = "a9d17c5e02f84b6fb0c3e1d27f6a4885";

cases! {
    GetOrganizationProfilingFlamegraph: |client| client.organization("acme").profiling_flamegraph(),
        client
            .organization("acme")
            .profiling_flamegraph()
            .query("transaction:/api/v2/search/")
            .project("shop-api")
            .environment("production")
            .data_source(FlamegraphDataSource::Functions)
            .fingerprint(2_222_222_222)
            .expand(FlamegraphExpand::Metrics)
            .stats_period("24h")
            .between(START, END);
    ListOrganizationProfilingChunks: |client| client.organization("acme").profiling_chunks("shop-api", PROFILE),
        client
            .organization("acme")
            .profiling_chunks("shop-api", PROFILE)
            .stats_period("1h")
            .between(START, END);
    GetProjectProfilingProfile: |client| client.organization("acme").project("shop-api").profile(PROFILE),
        client.organization("acme").project("shop-api").profile(PROFILE);
}
