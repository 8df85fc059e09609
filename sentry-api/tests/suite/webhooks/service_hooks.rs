//! What a project's service hook sends.

use http::HeaderMap;
use sentry_api::webhook::WebhookError;

use super::{SENT, bodies, headers, later, verifier};

fn signed(body: &[u8]) -> HeaderMap {
    headers(&[
        ("X-ServiceHook-GUID", "6f2d8c0a"),
        ("X-ServiceHook-Timestamp", &SENT.to_string()),
        ("X-ServiceHook-Signature", &verifier().sign(body)),
    ])
}

#[test]
fn an_event_comes_with_its_issue() {
    let body = bodies("service_hook").remove(0).to_string();
    let hook = verifier()
        .verify_service_hook(&signed(body.as_bytes()), body.as_bytes(), later(1))
        .unwrap();
    assert_eq!(hook.guid, "6f2d8c0a");
    assert_eq!(hook.project_slug.as_deref(), Some("shop-api"));
    assert_eq!(hook.project_name.as_deref(), Some("Shop API"));
    let issue = hook.issue.as_ref().unwrap();
    assert_eq!(issue.short_id.as_deref(), Some("SHOP-API-1F"));
    assert!(
        hook.issue_url
            .as_deref()
            .unwrap()
            .ends_with("/issues/4100231/")
    );
    let event = hook.event.as_ref().unwrap();
    assert_eq!(
        (event.tag("level"), event.exceptions().count()),
        (Some("error"), 1)
    );
    assert!(hook.event_url.as_deref().unwrap().contains("/events/9a1f"));
    assert_eq!(hook.json()["group"]["derivedData"], serde_json::json!({}));
    assert!(!format!("{hook:?}").contains("derivedData"));
}

#[test]
fn what_is_not_there_costs_nothing() {
    let body = br#"{"group": {"title": "no id"}, "event": null}"#;
    let hook = verifier().verify_service_hook(&signed(body), body, later(1));
    let hook = hook.unwrap();
    assert!(hook.issue.is_none() && hook.event.is_none() && hook.project_slug.is_none());
}

#[test]
fn its_own_headers_count_and_no_others() {
    let body = b"{}";
    let verify = |headers: &HeaderMap, now| {
        let result = verifier().verify_service_hook(headers, body, now);
        result.err()
    };
    let others = super::signed("issue", body);
    let unsigned = WebhookError::Unsigned("X-ServiceHook-Signature");
    assert_eq!(verify(&others, later(1)), Some(unsigned));
    let mut headers = signed(body);
    assert_eq!(verify(&headers, later(301)), Some(WebhookError::TooOld));
    headers.remove("X-ServiceHook-GUID");
    let missing = WebhookError::MissingHeader("X-ServiceHook-GUID");
    assert_eq!(verify(&headers, later(1)), Some(missing));
    headers.insert(
        "X-ServiceHook-Signature",
        verifier().sign(b"[]").parse().unwrap(),
    );
    assert_eq!(
        verify(&headers, later(1)),
        Some(WebhookError::WrongSignature)
    );
}
