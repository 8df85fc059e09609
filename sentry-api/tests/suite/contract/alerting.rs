//! Uptime monitors and alert rules, which Sentry does not document.

use sentry_api::endpoints::{CombinedRuleType, UptimeMonitorStatus};

use super::{END, START, cases, cursor};

cases! {
    ListOrganizationUptimeMonitors: |client| client.organization("acme").uptime_monitors(),
        client
            .organization("acme")
            .uptime_monitors()
            .project("shop-api")
            .environment("production")
            .owner("team:812")
            .query("ready")
            .per_page(5)
            .cursor(cursor());
    CreateProjectUptimeMonitor: |client| client
            .organization("acme")
            .project("shop-api")
            .create_uptime_monitor("Ready", "https://api.shop.example.com/", 60),
        client
            .organization("acme")
            .project("shop-api")
            .create_uptime_monitor("Ready", "https://api.shop.example.com/", 60)
            .method("POST")
            .header("accept", "*/*")
            .body("{}")
            .timeout_ms(5_000)
            .assertion(serde_json::json!({"root": {}}))
            .status(UptimeMonitorStatus::Active)
            .owner("team:812")
            .environment("production")
            .trace_sampling(true)
            .response_capture_enabled(false)
            .recovery_threshold(1)
            .downtime_threshold(3);
    GetProjectUptimeMonitor: |client| client.organization("acme").project("shop-api").uptime_monitor("7").get(),
        client.organization("acme").project("shop-api").uptime_monitor("7").get();
    UpdateProjectUptimeMonitor: |client| client
            .organization("acme")
            .project("shop-api")
            .uptime_monitor("7")
            .update(),
        client
            .organization("acme")
            .project("shop-api")
            .uptime_monitor("7")
            .update()
            .name("Ready")
            .url("https://api.shop.example.com/")
            .interval_seconds(300)
            .method("GET")
            .header("accept", "*/*")
            .body("")
            .timeout_ms(5_000)
            .status(UptimeMonitorStatus::Disabled);
    DeleteProjectUptimeMonitor: |client| client
            .organization("acme")
            .project("shop-api")
            .uptime_monitor("7")
            .delete(),
        client.organization("acme").project("shop-api").uptime_monitor("7").delete();
    ListProjectUptimeMonitorChecks: |client| client
            .organization("acme")
            .project("shop-api")
            .uptime_monitor("7")
            .checks(),
        client
            .organization("acme")
            .project("shop-api")
            .uptime_monitor("7")
            .checks()
            .stats_period("1h")
            .between(START, END)
            .per_page(5)
            .cursor(cursor());
    ListOrganizationAlertRules: |client| client.organization("acme").alert_rules(),
        client.organization("acme").alert_rules().project("1").per_page(5).cursor(cursor());
    GetOrganizationAlertRule: |client| client.organization("acme").alert_rule("7").get(),
        client.organization("acme").alert_rule("7").get();
    ListOrganizationCombinedRules: |client| client.organization("acme").combined_rules(),
        client
            .organization("acme")
            .combined_rules()
            .name("mail")
            .alert_type(CombinedRuleType::Rule)
            .alert_type(CombinedRuleType::Uptime)
            .project("1")
            .per_page(5)
            .cursor(cursor());
    ListProjectRules: |client| client.organization("acme").project("shop-api").rules(),
        client.organization("acme").project("shop-api").rules().per_page(5).cursor(cursor());
}
