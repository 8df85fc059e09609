//! Only Sentry's bytes, and only in time.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderValue};
use proptest::prelude::*;
use sentry_api::webhook::{Action, ActorKind, Resource, WebhookError, WebhookVerifier};

use super::{BODY, SECRET, SENT, SIGNATURE, later, receive, signed, verifier};

const NAMES: [&str; 3] = [
    "Sentry-Hook-Signature",
    "Sentry-Hook-Timestamp",
    "Sentry-Hook-Resource",
];

/// What verifying says when the good headers are changed by `change`.
fn changed(change: impl FnOnce(&mut HeaderMap)) -> Option<WebhookError> {
    let mut headers = signed("comment", BODY.as_bytes());
    change(&mut headers);
    let result = verifier().verify(&headers, BODY.as_bytes(), later(1));
    result.err()
}

fn with(name: &'static str, value: &str) -> Option<WebhookError> {
    changed(|headers| {
        headers.insert(name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
    })
}

#[test]
fn what_another_program_signed_is_taken() {
    assert_eq!(verifier().sign(BODY.as_bytes()), SIGNATURE);
    assert_eq!(with(NAMES[0], SIGNATURE), None);
}

#[test]
fn the_envelope_is_read() {
    let body = r#"{"action": "deleted", "installation": {"uuid": "5b0c"}, "data": {},
        "actor": {"type": "application", "id": "sentry", "name": "Sentry"}, "more": [1]}"#;
    let webhook = receive("comment", body.as_bytes()).unwrap();
    assert_eq!(webhook.resource, Resource::Comment);
    assert_eq!(webhook.action, Action::Deleted);
    assert_eq!(webhook.installation.as_deref(), Some("5b0c"));
    assert_eq!(webhook.request_id.as_deref(), Some("0a9c2e"));
    assert_eq!(
        webhook.timestamp.unix_timestamp(),
        i64::try_from(SENT).unwrap()
    );
    let actor = webhook.actor.as_ref().unwrap();
    assert_eq!(actor.kind, ActorKind::Application);
    assert_eq!(actor.id.as_deref(), Some("sentry"));
    assert_eq!(webhook.json()["more"][0], 1);
}

#[test]
fn another_byte_another_case_or_another_secret_is_refused() {
    let body = BODY.replace("created", "createe");
    let headers = signed("comment", BODY.as_bytes());
    let result = verifier().verify(&headers, body.as_bytes(), later(1));
    assert_eq!(result.unwrap_err(), WebhookError::WrongSignature);

    let other = WebhookVerifier::new("another").sign(BODY.as_bytes());
    let halves = [&SIGNATURE[..32], &format!("{SIGNATURE}00")];
    let upper = SIGNATURE.to_uppercase();
    let prefixed = format!("sha256={SIGNATURE}");
    for wrong in [&*other, &upper, &prefixed, "", "é", "zz"]
        .into_iter()
        .chain(halves)
    {
        assert_eq!(
            with(NAMES[0], wrong),
            Some(WebhookError::WrongSignature),
            "{wrong}"
        );
    }
}

#[test]
fn headers_that_are_missing_doubled_or_unreadable_are_named() {
    let missing = |name| changed(|headers| drop(headers.remove(name)));
    assert_eq!(missing(NAMES[0]), Some(WebhookError::Unsigned(NAMES[0])));
    for name in NAMES {
        let twice = changed(|headers| {
            let value = headers[name].clone();
            headers.append(name, value);
        });
        assert_eq!(twice, Some(WebhookError::RepeatedHeader(name)));
    }
    for name in [NAMES[1], NAMES[2]] {
        assert_eq!(missing(name), Some(WebhookError::MissingHeader(name)));
        assert_eq!(
            with(name, "\u{fc}"),
            Some(WebhookError::InvalidHeader(name))
        );
    }
    let millions = "9".repeat(40);
    for time in [
        "",
        "-1",
        "+1",
        "1.5",
        "now",
        " ",
        "99999999999999",
        &millions,
    ] {
        let expected = WebhookError::InvalidHeader(NAMES[1]);
        assert_eq!(with(NAMES[1], time), Some(expected), "{time}");
    }
    assert_eq!(missing("Request-ID"), None, "it is for logs alone");
}

#[test]
fn what_is_too_old_or_too_new_is_refused() {
    let headers = signed("comment", BODY.as_bytes());
    let at = |verifier: &WebhookVerifier, now| {
        let result = verifier.verify(&headers, BODY.as_bytes(), now);
        result.err()
    };
    let early = later(0) - Duration::from_secs(300);
    assert_eq!(at(&verifier(), later(300)), None);
    assert_eq!(at(&verifier(), later(301)), Some(WebhookError::TooOld));
    assert_eq!(at(&verifier(), early), None);
    let earlier = early - Duration::from_secs(1);
    assert_eq!(at(&verifier(), earlier), Some(WebhookError::TooNew));

    let minute = verifier().freshness(Duration::from_secs(60));
    assert_eq!(at(&minute, later(61)), Some(WebhookError::TooOld));
    let any = verifier().freshness(None);
    assert_eq!(at(&any, later(9_000_000)), None);
    assert_eq!(at(&any, SystemTime::UNIX_EPOCH), None);
    let before_time = SystemTime::UNIX_EPOCH - Duration::from_secs(1);
    assert_eq!(at(&verifier(), before_time), Some(WebhookError::TooNew));
}

#[test]
fn an_old_and_a_new_secret_hold_at_once() {
    let both = WebhookVerifier::new("the new one").or_secret(format!(" {SECRET}\n"));
    let headers = signed("comment", BODY.as_bytes());
    assert!(both.verify(&headers, BODY.as_bytes(), later(1)).is_ok());
    let new = WebhookVerifier::new("the new one");
    assert!(new.verify(&headers, BODY.as_bytes(), later(1)).is_err());
}

#[test]
fn without_a_secret_nothing_is_sentrys() {
    for secret in ["", " \n"] {
        let verifier = WebhookVerifier::new(secret);
        // What everybody can sign with the empty key.
        let empty = "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad";
        let mut headers = signed("comment", b"");
        headers.insert(NAMES[0], HeaderValue::from_static(empty));
        let error = verifier.verify(&headers, b"", later(1)).unwrap_err();
        assert_eq!(error, WebhookError::NoSecret);
        assert_eq!(
            (error.status().as_u16(), verifier.sign(b"x")),
            (500, String::new())
        );
    }
}

#[test]
fn a_body_is_looked_at_when_it_is_signed_and_not_too_long() {
    for body in ["", "[]", "null", "7", "{", "{\"a\": ", "\"text\"", "{} {}"] {
        let error = receive("comment", body.as_bytes()).unwrap_err();
        assert_eq!(error, WebhookError::NotAnObject, "{body}");
    }
    let deep = format!("{{\"data\": {}1{}}}", "[".repeat(9000), "]".repeat(9000));
    let error = receive("comment", deep.as_bytes()).unwrap_err();
    assert_eq!(error, WebhookError::NotAnObject);

    let short = verifier().max_body(BODY.len() - 1);
    let headers = signed("comment", BODY.as_bytes());
    let error = short
        .verify(&headers, BODY.as_bytes(), later(1))
        .unwrap_err();
    assert_eq!(error, WebhookError::BodyTooLarge);
}

#[test]
fn no_secret_and_nothing_of_a_request_is_shown() {
    let verifier = verifier();
    let body = br#"{"private": "body"}"#;
    let mut headers = signed("private", body);
    headers.insert(NAMES[1], HeaderValue::from_static("private"));
    let error = verifier.verify(&headers, body, later(1)).unwrap_err();
    let said = format!("{verifier:?} {error} {error:?}");
    assert!(
        !said.contains(SECRET) && !said.contains("private"),
        "{said}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_change_of_a_body_or_a_signature_is_taken(
        place in any::<prop::sample::Index>(),
        flip in 1..=255u8,
        of_body in any::<bool>(),
    ) {
        let mut body = BODY.as_bytes().to_vec();
        let mut headers = signed("comment", &body);
        if of_body {
            body[place.index(BODY.len())] ^= flip;
        } else {
            let mut signature = SIGNATURE.as_bytes().to_vec();
            signature[place.index(SIGNATURE.len())] ^= flip;
            match HeaderValue::from_bytes(&signature) {
                Ok(value) => drop(headers.insert(NAMES[0], value)),
                Err(_) => return Ok(()),
            }
        }
        let error = verifier().verify(&headers, &body, later(1)).unwrap_err();
        prop_assert_eq!(error, WebhookError::WrongSignature);
    }
}
