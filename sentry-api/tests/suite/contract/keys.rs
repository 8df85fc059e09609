//! Client keys.

use sentry_api::Client;
use sentry_api::endpoints::{KeyStatus, ProjectHandle};
use sentry_api::model::{KeyUse, LoaderOptions};

use super::{cases, cursor};

const KEY: &str = "5a1dbb7cbd2fb4a5c5f54bc1d7ef0a1c";

fn project(client: &Client) -> ProjectHandle {
    client.organization("acme").project("shop-api")
}

cases! {
    ListProjectKeys: |client| project(&client).keys(),
        project(&client).keys().status(KeyStatus::Inactive).per_page(5).cursor(cursor());
    CreateProjectKey: |client| project(&client).create_key(),
        project(&client).create_key().name("Load test").rate_limit(1000, 3600).use_case(KeyUse::Demo);
    UpdateProjectKey: |client| project(&client).key(KEY).update(),
        project(&client)
            .key(KEY)
            .update()
            .name("Load test")
            .is_active(false)
            .rate_limit(1000, 3600)
            .browser_sdk_version("7.x")
            .dynamic_sdk_loader_options(LoaderOptions {
                has_replay: Some(true),
                has_performance: Some(true),
                has_debug: Some(false),
                has_feedback: Some(true),
                has_logs_and_metrics: Some(true),
            });
}
