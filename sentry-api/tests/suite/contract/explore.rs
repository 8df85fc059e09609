//! Rows, series and traces.

use sentry_api::endpoints::{AttributeType, TagsDataset, TraceItemDataset};
use sentry_api::model::Dataset;

use super::{END, START, cases, cursor};

const TRACE: &str = "5e1f8a7726c04d0c9b1d3f60a4b2c977";

cases! {
    ListOrganizationEvents: |client| client.organization("acme").events(Dataset::Errors, ["title"]),
        client
            .organization("acme")
            .events(Dataset::Spans, ["transaction", "p95(span.duration)"])
            .query("is_transaction:true p95(span.duration):>1s")
            .sort("-p95(span.duration)")
            .project("shop-api")
            .project("-1")
            .environment("production")
            .stats_period("24h")
            .between(START, END)
            .per_page(10)
            .allow_aggregate_conditions(true)
            .cursor(cursor());
    ListOrganizationEventsTimeseries: |client| client.organization("acme").events_timeseries(Dataset::Logs),
        client
            .organization("acme")
            .events_timeseries(Dataset::Spans)
            .y_axis("p95(span.duration)")
            .query("span.op:db")
            .interval(3600)
            .group_by("transaction")
            .group_by("project")
            .top_events(5)
            .sort("-count()")
            .exclude_other(true)
            .comparison_delta(86_400)
            .project("shop-api")
            .environment("production")
            .stats_period("24h")
            .between(START, END)
            .disable_aggregate_extrapolation(true)
            .prevent_metric_aggregates(false);
    GetOrganizationTrace: |client| client.organization("acme").trace(TRACE).get(),
        client
            .organization("acme")
            .trace(TRACE)
            .get()
            .error_id("1519deb9b73449f0b16ba6ee58f02493")
            .additional_attributes("http.response.status_code")
            .additional_attributes("server.address")
            .include_uptime(true)
            .referrer("contract")
            .stats_period("7d")
            .between(START, END);
    GetOrganizationTraceMeta: |client| client.organization("acme").trace(TRACE).meta(),
        client
            .organization("acme")
            .trace(TRACE)
            .meta()
            .include_uptime(true)
            .stats_period("7d")
            .between(START, END);
    ListOrganizationTags: |client| client.organization("acme").tags(),
        client
            .organization("acme")
            .tags()
            .dataset(TagsDataset::Events)
            .project("shop-api")
            .environment("production")
            .use_cache(true)
            .use_flags_backend(false)
            .stats_period("24h")
            .between(START, END);
    ListOrganizationTraceItemAttributes: |client| client.organization("acme").trace_item_attributes(),
        client
            .organization("acme")
            .trace_item_attributes()
            .dataset(TraceItemDataset::Spans)
            .item_type(TraceItemDataset::Spans)
            .attribute_type(AttributeType::String)
            .attribute_type(AttributeType::Number)
            .substring_match("http.")
            .query("span.op:db")
            .stats_period("24h")
            .between(START, END)
            .cursor(cursor());
    ValidateOrganizationEvents: |client| client.organization("acme").validate_events(Dataset::Spans),
        client
            .organization("acme")
            .validate_events(Dataset::Spans)
            .field("p95(span.duration)")
            .query("span.op:db")
            .orderby("-p95(span.duration)")
            .project("shop-api")
            .environment("production")
            .stats_period("24h")
            .between(START, END);
    GetOrganizationEventsStats: |client| client.organization("acme").events_stats(),
        client
            .organization("acme")
            .events_stats()
            .dataset(Dataset::Discover)
            .y_axis("count()")
            .y_axis("failure_rate()")
            .query("transaction:/search/")
            .interval("1h")
            .field("transaction")
            .top_events(3)
            .sort("-count()")
            .project("-1")
            .environment("production")
            .stats_period("24h")
            .between(START, END);
    GetProjectTraceItem: |client| {
        let project = client.organization("acme").project("shop-api");
        project.trace_item("b0e6f15b45c36b12", TRACE, TraceItemDataset::Spans)
    },
        client
            .organization("acme")
            .project("shop-api")
            .trace_item("b0e6f15b45c36b12", TRACE, TraceItemDataset::Logs);
    ListOrganizationTraceLogs: |client| client.organization("acme").trace(TRACE).logs(),
        client
            .organization("acme")
            .trace(TRACE)
            .logs()
            .query("severity:error")
            .sort("-timestamp")
            .per_page(10)
            .stats_period("24h")
            .between(START, END)
            .cursor(cursor());
    ListOrganizationAgentConversations: |client| client.organization("acme").agent_conversations(),
        client
            .organization("acme")
            .agent_conversations()
            .query("gen_ai.request.model:*")
            .project("shop-api")
            .environment("production")
            .per_page(10)
            .stats_period("24h")
            .between(START, END)
            .cursor(cursor());
    GetOrganizationAgentConversation: |client| client.organization("acme").agent_conversation("c-1"),
        client
            .organization("acme")
            .agent_conversation("c-1")
            .project("shop-api")
            .per_page(10)
            .stats_period("24h")
            .between(START, END)
            .cursor(cursor());
}
