//! What Sentry sends, and what only looks like it.

mod components;
mod damage;
mod handle;
mod payloads;
mod service_hooks;
mod verify;

use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderValue};
use sentry_api::webhook::{Webhook, WebhookError, WebhookVerifier};
use serde_json::Value;

const SECRET: &str = "4b0f8a2e9d7c6153";
const SENT: u64 = 1_795_176_000;
const BODY: &str = r#"{"action": "created", "data": {}}"#;
/// `hmac.new(SECRET, BODY, sha256).hexdigest()`, as Python has it.
const SIGNATURE: &str = "75789817f93712799ea061a6cde4a3f4311390d2ab7148e949810be8a5745de4";

fn verifier() -> WebhookVerifier {
    WebhookVerifier::new(SECRET)
}

/// So many seconds after the webhooks of these tests were sent.
fn later(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(SENT + seconds)
}

fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
    let pairs = pairs
        .iter()
        .map(|&(name, value)| (name.parse().unwrap(), HeaderValue::from_str(value).unwrap()));
    pairs.collect()
}

/// The headers that Sentry sends with `body`.
fn signed(resource: &str, body: &[u8]) -> HeaderMap {
    headers(&[
        ("Content-Type", "application/json"),
        ("Request-ID", "0a9c2e"),
        ("Sentry-Hook-Resource", resource),
        ("Sentry-Hook-Timestamp", &SENT.to_string()),
        ("Sentry-Hook-Signature", &verifier().sign(body)),
    ])
}

fn receive(resource: &str, body: &[u8]) -> Result<Webhook, WebhookError> {
    verifier().verify(&signed(resource, body), body, later(1))
}

/// The bodies of a file in `webhooks/data`.
fn bodies(resource: &str) -> Vec<Value> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/webhooks/data");
    let text = std::fs::read_to_string(format!("{folder}/{resource}.json")).unwrap();
    match serde_json::from_str(&text).unwrap() {
        Value::Array(bodies) => bodies,
        body => vec![body],
    }
}

/// The webhooks that Sentry sends about `resource`.
fn webhooks(resource: &str) -> Vec<Webhook> {
    bodies(resource)
        .iter()
        .map(|body| receive(resource, body.to_string().as_bytes()).unwrap())
        .collect()
}
