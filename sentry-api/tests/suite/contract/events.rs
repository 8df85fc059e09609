//! Events.

use sentry_api::model::LlmFormat;

use super::cases;

cases! {
    GetOrganizationIssueEvent: |client| client.organization("acme").issue("7").latest_event(),
        client
            .organization("acme")
            .issue("7")
            .event("1519deb9b73449f0b16ba6ee58f02493")
            .environment("prod")
            .llm_format(LlmFormat::Markdown);
}
