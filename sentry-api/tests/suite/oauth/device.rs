use std::time::Duration;

use sentry_api::oauth::{DeviceAuthorization, DevicePoll};
use sentry_api::transport::TransportErrorKind;
use sentry_api::{Error, ErrorKind};
use tokio::time::timeout;

use super::{GRANT, fields, form, public, refusal};
use crate::script::{Act, Script, json};

const STARTED: &str = r#"{"device_code": "device-canary", "user_code": "BCDF-GHJK",
    "verification_uri": "https://sentry.io/oauth/device/",
    "verification_uri_complete": "https://sentry.io/oauth/device/?user_code=BCDF-GHJK",
    "expires_in": 600, "interval": 5}"#;

/// A server that begins a sign-in and then answers the questions one after the other.
fn server(answers: impl IntoIterator<Item = Act>) -> Script {
    Script::acts(std::iter::once(json(200, STARTED)).chain(answers))
}

async fn begin(script: &Script) -> DeviceAuthorization {
    public(script)
        .device(&["org:read", "event:read"])
        .await
        .unwrap()
}

async fn fail(script: &Script) -> Error {
    begin(script).await.wait().await.unwrap_err()
}

#[tokio::test(start_paused = true)]
async fn a_code_is_shown_and_asked_for_at_the_servers_pace() {
    let script = server([
        refusal("authorization_pending"),
        refusal("slow_down"),
        refusal("authorization_pending"),
        json(200, GRANT),
    ]);
    let device = begin(&script).await;
    assert_eq!(device.user_code(), "BCDF-GHJK");
    assert_eq!(device.verification_uri(), "https://sentry.io/oauth/device/");
    let complete = "https://sentry.io/oauth/device/?user_code=BCDF-GHJK";
    assert_eq!(device.verification_uri_complete(), Some(complete));
    assert_eq!(device.expires_in(), Duration::from_secs(600));
    assert_eq!(device.interval(), Duration::from_secs(5));

    let grant = device.wait().await.unwrap();
    assert_eq!(grant.scopes(), ["org:read", "event:read"]);
    let seen = script.seen();
    let at: Vec<_> = seen.iter().map(|seen| seen.at.as_secs()).collect();
    assert_eq!(at, [0, 5, 10, 20, 30]);
    assert_eq!(seen[0].url, "https://sentry.io/oauth/device/code/");
    let scope = ("scope", "org:read event:read");
    assert_eq!(fields(&seen[0]), form(&[("client_id", "client-id"), scope]));
    assert_eq!(seen[1].url, "https://sentry.io/oauth/token/");
    assert_eq!(
        fields(&seen[1]),
        form(&[
            ("client_id", "client-id"),
            ("device_code", "device-canary"),
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
        ])
    );
    assert!(
        seen.iter().all(|seen| seen.token.is_none()),
        "no token of the client"
    );
}

#[tokio::test(start_paused = true)]
async fn one_question_tells_whether_it_is_still_pending() {
    let script = server([refusal("authorization_pending"), json(200, GRANT)]);
    let mut device = begin(&script).await;
    assert!(matches!(device.poll().await.unwrap(), DevicePoll::Pending));
    assert!(matches!(
        device.poll().await.unwrap(),
        DevicePoll::Granted(_)
    ));
}

#[tokio::test(start_paused = true)]
async fn a_refusal_ends_the_wait() {
    for (code, word) in [
        ("access_denied", "declined"),
        ("expired_token", "begin anew"),
        ("invalid_grant", "sign in again"),
    ] {
        let script = server([refusal("authorization_pending"), refusal(code)]);
        let error = fail(&script).await;
        assert_eq!(
            (error.kind(), error.code()),
            (ErrorKind::Unauthorized, Some(code))
        );
        assert!(error.problem().unwrap().contains(word), "{error}");
        assert_eq!(script.count(), 3);
    }
    let error = fail(&server([refusal("unsupported_grant_type")])).await;
    assert_eq!(error.kind(), ErrorKind::BadRequest);
    assert_eq!(error.code(), Some("unsupported_grant_type"));
}

#[tokio::test(start_paused = true)]
async fn a_code_that_nobody_confirms_ends() {
    let script = server([refusal("authorization_pending")]);
    let error = fail(&script).await;
    assert_eq!(error.code(), Some("expired_token"));
    assert_eq!(
        script.count(),
        120,
        "one to begin and one each 5 s before 600 s"
    );
}

#[tokio::test(start_paused = true)]
async fn failures_that_pass_do_not_end_the_wait() {
    let script = server([
        Act::Fail(TransportErrorKind::Interrupted),
        json(503, ""),
        json(200, GRANT),
    ]);
    begin(&script).await.wait().await.unwrap();
    let at: Vec<_> = script.seen().iter().map(|seen| seen.at.as_secs()).collect();
    assert_eq!(at, [0, 5, 15, 30]);
}

#[tokio::test(start_paused = true)]
async fn the_pace_is_kept_after_any_question() {
    let script = server([json(503, "")]);
    let mut device = begin(&script).await;
    for _ in 0..3 {
        device.poll().await.unwrap_err();
    }
    let at: Vec<_> = script.seen().iter().map(|seen| seen.at.as_secs()).collect();
    assert_eq!(at, [0, 5, 10, 15]);

    let script = server([Act::Hang]);
    let mut device = begin(&script).await;
    for _ in 0..3 {
        let patience = Duration::from_secs(7);
        assert!(timeout(patience, device.poll()).await.is_err());
    }
    let at: Vec<_> = script.seen().iter().map(|seen| seen.at.as_secs()).collect();
    assert_eq!(at, [0, 5, 10, 15]);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_asks_for_more_time_gets_it() {
    let busy = || json(429, "").header("retry-after", 120);
    let script = server([busy(), busy(), json(200, GRANT)]);
    begin(&script).await.wait().await.unwrap();
    let at: Vec<_> = script.seen().iter().map(|seen| seen.at.as_secs()).collect();
    assert_eq!(at, [0, 5, 125, 245]);
}

#[tokio::test(start_paused = true)]
async fn a_code_that_may_never_be_asked_for_is_no_code() {
    for interval in ["600", "700", "18446744073709551615"] {
        let started = STARTED.replace("\"interval\": 5", &format!("\"interval\": {interval}"));
        let script = Script::acts([json(200, started)]);
        let error = public(&script).device(&[]).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{interval}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_server_leaves_out_is_as_the_standard_says() {
    let started = r#"{"device_code": "d", "user_code": "B", "interval": null,
        "verification_uri": "http://localhost:9000/oauth/device/"}"#;
    let device = begin(&Script::acts([json(200, started)])).await;
    assert_eq!(device.interval(), Duration::from_secs(5));
    assert_eq!(device.expires_in(), Duration::from_secs(600));
    assert_eq!(device.verification_uri_complete(), None);
    let hasty = STARTED.replace("\"interval\": 5", "\"interval\": 0");
    let device = begin(&Script::acts([json(200, hasty)])).await;
    assert_eq!(device.interval(), Duration::from_secs(1));
}

#[tokio::test(start_paused = true)]
async fn nothing_is_opened_but_a_web_page() {
    for (field, value) in [
        ("https://sentry.io/oauth/device/\"", "file:///etc/passwd\""),
        ("https://sentry.io/oauth/device/\"", "javascript:alert(1)\""),
        (
            "https://sentry.io/oauth/device/\"",
            "https://name@sentry.io/\"",
        ),
        (
            "https://sentry.io/oauth/device/\"",
            "https://:sentry.io@evil.example/\"",
        ),
        ("https://sentry.io/oauth/device/\"", "\""),
        ("https://sentry.io/oauth/device/?", "file:///?"),
        ("\"user_code\": \"BCDF-GHJK", "\"user_code\": \"\\u001b[2J"),
        ("\"user_code\": \"BCDF-GHJK", "\"user_code\": \""),
    ] {
        let started = STARTED.replace(field, value);
        assert_ne!(started, STARTED);
        let script = Script::acts([json(200, started)]);
        let error = public(&script).device(&[]).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{value}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_unknown_application_or_scope_is_told() {
    let body = r#"{"error": "invalid_client", "error_description": "Invalid client_id"}"#;
    let error = public(&Script::acts([json(401, body)])).device(&[]).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert_eq!(error.code(), Some("invalid_client"));
    assert_eq!(error.detail(), Some("Invalid client_id"));
    let (method, path) = error.call().unwrap();
    assert_eq!((method.as_str(), path), ("POST", "/oauth/device/code/"));

    let error = public(&Script::acts([refusal("invalid_scope")]))
        .device(&["x"])
        .await;
    assert_eq!(error.unwrap_err().code(), Some("invalid_scope"));
}
