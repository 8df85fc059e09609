//! Detectors and workflows.

use sentry_api::model::{
    Action, Condition, ConditionGroup, DetectorConfig, DetectorPriority, DetectorType, LogicType,
    MetricQuery,
};

use super::cases;

fn source() -> MetricQuery {
    MetricQuery::spans("p95(span.duration)")
        .query("is_transaction:true")
        .environment("production")
        .time_window(900)
}

fn limits() -> ConditionGroup {
    ConditionGroup::new(LogicType::Any)
        .condition(Condition::above(900.0, DetectorPriority::High))
        .condition(Condition::resolved_at_most(900.0))
}

fn triggers() -> ConditionGroup {
    ConditionGroup::new(LogicType::AnyShort).condition(Condition::event("first_seen_event"))
}

fn what_is_done() -> ConditionGroup {
    let level = serde_json::json!({"level": 50, "match": "eq"});
    ConditionGroup::new(LogicType::All)
        .condition(Condition::new("level", level, true))
        .action(Action::email_user("1207"))
        .action(
            Action::new("slack", "specific")
                .integration("3")
                .target("C012AB3CD"),
        )
}

cases! {
    ListOrganizationDetectors: |client| client.organization("acme").detectors(),
        client
            .organization("acme")
            .detectors()
            .project("shop-api")
            .query("type:error")
            .sort_by("-name")
            .id("501")
            .id("502");
    GetOrganizationDetector: |client| client.organization("acme").detector("501").get(),
        client.organization("acme").detector("501").get();
    UpdateOrganizationDetector: |client| client
            .organization("acme")
            .detector("501")
            .update("Slow", DetectorType::MetricIssue),
        client
            .organization("acme")
            .detector("501")
            .update("Slow", DetectorType::MetricIssue)
            .workflow("601")
            .data_source(source())
            .config(DetectorConfig::change_since(3_600))
            .condition_group(limits())
            .owner("team:812")
            .description("The checkout is slow")
            .enabled(false);
    DeleteOrganizationDetector: |client| client.organization("acme").detector("501").delete(),
        client.organization("acme").detector("501").delete();
    CreateOrganizationProjectDetector: |client| client
            .organization("acme")
            .project("shop-api")
            .create_detector("Slow", DetectorType::MetricIssue),
        client
            .organization("acme")
            .project("shop-api")
            .create_detector("Slow", DetectorType::MetricIssue)
            .workflow("601")
            .data_source(source())
            .config(DetectorConfig::fixed())
            .condition_group(limits())
            .owner("team:812")
            .description("The checkout is slow")
            .enabled(true);
    ListOrganizationWorkflows: |client| client.organization("acme").workflows(),
        client
            .organization("acme")
            .workflows()
            .sort_by("-name")
            .query("mail")
            .id("601")
            .project("shop-api");
    CreateOrganizationWorkflow: |client| client.organization("acme").create_workflow("Tell"),
        client
            .organization("acme")
            .create_workflow("Tell")
            .id("601")
            .enabled(true)
            .detector("501")
            .frequency(30)
            .environment("production")
            .triggers(triggers())
            .action_filter(what_is_done())
            .owner("user:1207");
    GetOrganizationWorkflow: |client| client.organization("acme").workflow("601").get(),
        client.organization("acme").workflow("601").get();
    UpdateOrganizationWorkflow: |client| client.organization("acme").workflow("601").update("Tell"),
        client
            .organization("acme")
            .workflow("601")
            .update("Tell")
            .id("601")
            .enabled(true)
            .detector("501")
            .frequency(30)
            .environment("production")
            .triggers(triggers())
            .action_filter(what_is_done())
            .owner("user:1207");
}
