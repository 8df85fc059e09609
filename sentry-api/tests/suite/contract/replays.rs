//! Replays.

use sentry_api::endpoints::{ReplayDataSource, ReplayField};

use super::{END, START, cases, cursor};

const REPLAY: &str = "6d2f41b09c3b4ef09d4a6c2e8f017a55";

cases! {
    ListOrganizationReplays: |client| client.organization("acme").replays(),
        client
            .organization("acme")
            .replays()
            .query("count_errors:>0")
            .field(ReplayField::Urls)
            .field(ReplayField::CountErrors)
            .project("shop-web")
            .project_slug("shop-web")
            .environment("production")
            .sort("-started_at")
            .sort_by("-started_at")
            .order_by("-started_at")
            .per_page(10)
            .stats_period("24h")
            .between(START, END)
            .cursor(cursor());
    GetOrganizationReplay: |client| client.organization("acme").replay(REPLAY).get(),
        client
            .organization("acme")
            .replay(REPLAY)
            .get()
            .field(ReplayField::Urls)
            .project("shop-web")
            .project_slug("shop-web")
            .environment("production")
            .sort("started_at")
            .sort_by("started_at")
            .order_by("started_at")
            .query("count_errors:>0")
            .per_page(1)
            .cursor("0:0:0")
            .stats_period("24h")
            .between(START, END);
    GetOrganizationReplayCount: |client| client.organization("acme").replay_count(ReplayDataSource::Events),
        client
            .organization("acme")
            .replay_count(ReplayDataSource::Spans)
            .query("transaction:/checkout/review")
            .project("-1")
            .project_id_or_slug("shop-web")
            .environment("production")
            .return_ids(true)
            .stats_period("24h")
            .between(START, END);
    ListProjectReplayRecordingSegments: |client| {
        client.organization("acme").project("shop-web").replay(REPLAY).recording_segments()
    },
        client
            .organization("acme")
            .project("shop-web")
            .replay(REPLAY)
            .recording_segments()
            .per_page(10)
            .cursor(cursor());
}
