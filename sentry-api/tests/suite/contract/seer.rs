//! Seer.

use sentry_api::endpoints::AutofixGoal;
use sentry_api::model::LlmFormat;

use super::cases;

const RUN: &str = "f47ac10b-58cc-4372-a567-0e02b2c3d479";

cases! {
    StartOrganizationIssueAutofix: |client| client.organization("acme").issue("7").start_autofix(),
        client
            .organization("acme")
            .issue("7")
            .start_autofix()
            .step(AutofixGoal::Solution)
            .stopping_point(AutofixGoal::OpenPr)
            .sentry_run_id(RUN)
            .run_id(12)
            .user_context("Only on Firefox.")
            .repo_name("acme/shop")
            .insert_index(3)
            .integration_id(4)
            .provider("github_copilot")
            .referrer("api.test")
            .enable_bash_tools(false);
    GetOrganizationIssueAutofixState: |client| client.organization("acme").issue("7").autofix(),
        client.organization("acme").issue("7").autofix().llm_format(LlmFormat::Markdown);
}
