//! What a receiver answers.

use http::HeaderMap;
use sentry_api::webhook::{Webhook, WebhookError};

use super::{BODY, later, signed, verifier};

fn answer(headers: &HeaderMap, body: &[u8]) -> (u16, String, Option<Webhook>) {
    let mut got = None;
    let answer = verifier().handle(headers, body, later(1), |webhook| got = Some(webhook));
    let text = String::from_utf8(answer.body().to_vec()).unwrap();
    (answer.status().as_u16(), text, got)
}

#[test]
fn a_webhook_is_accepted_and_handed_on() {
    let headers = signed("comment", BODY.as_bytes());
    let (status, text, webhook) = answer(&headers, BODY.as_bytes());
    assert_eq!((status, &*text), (202, ""));
    assert_eq!(webhook.unwrap().action.as_str(), "created");
}

#[test]
fn anything_else_is_refused_with_the_reason_and_not_handed_on() {
    let mut no_resource = signed("comment", BODY.as_bytes());
    no_resource.remove("Sentry-Hook-Resource");
    let long = vec![b' '; 5 << 20];
    for (headers, body, status, reason) in [
        (
            HeaderMap::new(),
            BODY.as_bytes(),
            401,
            "there is no Sentry-Hook-Signature",
        ),
        (
            signed("comment", b"{}"),
            BODY.as_bytes(),
            401,
            "signature does not fit",
        ),
        (
            no_resource,
            BODY.as_bytes(),
            400,
            "there is no Sentry-Hook-Resource",
        ),
        (
            signed("comment", b"private"),
            b"private".as_slice(),
            400,
            "no JSON object",
        ),
        (
            signed("comment", b"{}"),
            &long,
            413,
            "longer than the receiver takes",
        ),
    ] {
        let (got, text, webhook) = answer(&headers, body);
        assert_eq!(got, status, "{text}");
        assert!(text.contains(reason) && !text.contains("private"), "{text}");
        assert!(webhook.is_none());
    }
}

#[test]
fn a_refusal_is_plain_text() {
    let answer = WebhookError::TooOld.response();
    assert_eq!(answer.status(), 401);
    assert_eq!(
        answer.headers()["content-type"],
        "text/plain; charset=utf-8"
    );
}
