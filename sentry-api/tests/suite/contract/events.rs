//! Events.

use sentry_api::model::LlmFormat;

use super::{END, START, cases, cursor};

const EVENT: &str = "1519deb9b73449f0b16ba6ee58f02493";

cases! {
    GetOrganizationIssueEvent: |client| client.organization("acme").issue("7").latest_event(),
        client
            .organization("acme")
            .issue("7")
            .event(EVENT)
            .environment("prod")
            .llm_format(LlmFormat::Markdown);
    ListOrganizationIssueEvents: |client| client.organization("acme").issue("7").events(),
        client
            .organization("acme")
            .issue("7")
            .events()
            .query("environment:prod")
            .environment("prod")
            .stats_period("24h")
            .between(START, END)
            .full(true)
            .sample(false)
            .per_page(5)
            .cursor(cursor());
    ListProjectEvents: |client| client.organization("acme").project("shop-api").events(),
        client
            .organization("acme")
            .project("shop-api")
            .events()
            .stats_period("24h")
            .between(START, END)
            .full(true)
            .sample(true)
            .per_page(5)
            .cursor(cursor());
    GetProjectEvent: |client| client.organization("acme").project("shop-api").event(EVENT).get(),
        client
            .organization("acme")
            .project("shop-api")
            .event(EVENT)
            .get()
            .environment("prod")
            .environment("stage");
    ResolveOrganizationEventId: |client| client.organization("acme").event_id(EVENT),
        client.organization("acme").event_id(EVENT);
    ListProjectEventAttachments:
        |client| client.organization("acme").project("shop-api").event(EVENT).attachments(),
        client
            .organization("acme")
            .project("shop-api")
            .event(EVENT)
            .attachments()
            .query("is:screenshot")
            .per_page(5)
            .cursor(cursor());
    GetProjectEventAttachment:
        |client| client.organization("acme").project("shop-api").event(EVENT).attachment("7").get(),
        client.organization("acme").project("shop-api").event(EVENT).attachment("7").content()
            => downloading;
    GetProjectStacktraceLink:
        |client| client.organization("acme").project("shop-api").stacktrace_link("shop/app.py"),
        client
            .organization("acme")
            .project("shop-api")
            .stacktrace_link("shop/app.py")
            .line_no(7)
            .platform("python")
            .abs_path("/srv/shop/app.py")
            .module("shop.app")
            .package("shop")
            .sdk_name("sentry.python")
            .commit_id("9f3c")
            .group_id(sentry_api::model::IssueId::new("7"));
}
