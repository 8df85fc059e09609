//! Answers of a real shape, from the sandbox.

use http::Method;
use sentry_fixtures::Sandbox;
use serde_json::{Value, json};
use time::macros::datetime;

/// Texts of answers.
pub(crate) struct Data {
    pub(crate) issue: String,
    /// A page of 100 issues.
    pub(crate) issues: String,
    /// An event of 1 MB.
    pub(crate) event: String,
}

impl Data {
    pub(crate) async fn from_sandbox() -> Self {
        let client = Sandbox::at(datetime!(2026-01-15 12:00 UTC)).client();
        let client = client.expect("a client of the sandbox");
        let get = async |path: &str| {
            let path = format!("/api/0/organizations/acme/{path}");
            client.raw(Method::GET, &path).await.expect("an answer")
        };
        let issues = get("issues/").await;
        let known = issues.as_array().expect("a list of issues");
        let issues: Vec<&Value> = known.iter().cycle().take(100).collect();
        let event = get("issues/SHOP-API-1F/events/latest/").await;
        Self {
            issue: get("issues/SHOP-API-1F/").await.to_string(),
            issues: json!(issues).to_string(),
            event: of_one_megabyte(event).to_string(),
        }
    }
}

/// Repeats the frames of the event until it is as long as the longest that Sentry keeps.
fn of_one_megabyte(mut event: Value) -> Value {
    let length = event.to_string().len();
    let entries = event
        .pointer_mut("/entries")
        .and_then(Value::as_array_mut)
        .expect("entries");
    let frames = entries
        .iter_mut()
        .find_map(|entry| entry.pointer_mut("/data/values/0/stacktrace/frames"))
        .and_then(Value::as_array_mut)
        .expect("an exception with frames");
    let known = frames.clone();
    let all = json!(known).to_string().len();
    let times = (1_000_000 - length) / all;
    frames.extend(known.iter().cycle().take(times * known.len()).cloned());
    event
}
