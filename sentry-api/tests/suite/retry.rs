//! What is tried again, when, and how long it takes; the clock is tokio's, paused.

use std::time::{Duration, SystemTime};

use sentry_api::transport::TransportErrorKind;
use sentry_api::{ErrorKind, RetryPolicy};

use crate::script::{Act, Script, json};

const ORGANIZATION: &str = r#"{"id": "1", "slug": "acme"}"#;

fn limited(seconds: u64) -> Act {
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap();
    json(429, r#"{"detail": "slow down"}"#)
        .header("x-sentry-rate-limit-reset", now.as_secs() + seconds)
}

async fn get(script: &Script) -> Result<sentry_api::model::Organization, sentry_api::Error> {
    script.client().organization("acme").get().await
}

async fn put(script: &Script) -> Result<sentry_api::model::Issue, sentry_api::Error> {
    script
        .client()
        .organization("acme")
        .issue("1")
        .update()
        .resolve()
        .await
}

#[tokio::test(start_paused = true)]
async fn a_read_survives_passing_failures() {
    for failure in [
        json(503, "{}"),
        json(500, "{}"),
        json(408, "{}"),
        json(429, "{}"),
        Act::Fail(TransportErrorKind::Connect),
        Act::Fail(TransportErrorKind::Interrupted),
    ] {
        let script = Script::acts([failure, json(200, ORGANIZATION)]);
        assert_eq!(get(&script).await.unwrap().slug, "acme");
        assert_eq!(script.count(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn a_write_is_sent_twice_only_when_nothing_was_done() {
    for (failure, count) in [
        (json(503, "{}"), 1),
        (json(500, "{}"), 1),
        (json(408, "{}"), 1),
        (Act::Fail(TransportErrorKind::Interrupted), 1),
        (Act::Fail(TransportErrorKind::Timeout), 1),
        (json(429, "{}"), 2),
        (Act::Fail(TransportErrorKind::Connect), 2),
    ] {
        let script = Script::acts([failure, json(200, r#"{"id": "1"}"#)]);
        assert_eq!(put(&script).await.is_ok(), count == 2);
        assert_eq!(script.count(), count);
    }
}

#[tokio::test(start_paused = true)]
async fn the_wait_follows_the_server() {
    let script = Script::acts([limited(7), json(200, ORGANIZATION)]);
    get(&script).await.unwrap();
    let waited = script.seen()[1].at.as_secs_f64();
    assert!((6.0..8.5).contains(&waited), "{waited}");

    let script = Script::acts([
        json(429, "{}").header("retry-after", 3),
        json(200, ORGANIZATION),
    ]);
    get(&script).await.unwrap();
    let waited = script.seen()[1].at.as_secs_f64();
    assert!((3.0..3.5).contains(&waited), "{waited}");
}

#[tokio::test(start_paused = true)]
async fn a_second_429_tells_how_long_to_wait() {
    let script = Script::acts([limited(1), limited(9)]);
    let error = get(&script).await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::RateLimited, 2));
    let wait = error.retry_after().unwrap();
    assert!(
        (Duration::from_secs(8)..=Duration::from_secs(9)).contains(&wait),
        "{wait:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_reset_beyond_the_time_left_fails_at_once() {
    let script = Script::acts([limited(45), json(200, ORGANIZATION)]);
    let error = get(&script).await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::RateLimited, 1));
    assert!(error.retry_after().unwrap() > Duration::from_secs(40));
    assert_eq!(script.seen()[0].at, Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_request_that_hangs_ends_with_the_timeout() {
    let script = Script::acts([Act::Hang]);
    let client = script
        .builder()
        .timeout(Duration::from_secs(5))
        .build()
        .unwrap();
    let started = tokio::time::Instant::now();
    let error = client.root().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(started.elapsed().as_secs(), 5);

    let started = tokio::time::Instant::now();
    let call = client
        .organization("acme")
        .get()
        .timeout(Duration::from_secs(90));
    assert_eq!(call.await.unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(started.elapsed().as_secs(), 90);
}

#[tokio::test(start_paused = true)]
async fn retries_end() {
    let script = Script::acts([json(502, "")]);
    assert_eq!(
        get(&script).await.unwrap_err().kind(),
        ErrorKind::Unavailable
    );
    assert_eq!(script.count(), 3);
    let last = script.seen()[2].at;
    assert!(last < Duration::from_secs(2), "{last:?}");

    let script = Script::acts([json(502, "")]);
    let client = script
        .builder()
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    assert!(client.root().await.is_err());
    assert_eq!(script.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_newest_limits_are_known() {
    let script = Script::acts([json(200, "{}")
        .header("x-sentry-rate-limit-limit", 40)
        .header("x-sentry-rate-limit-remaining", 39)
        .header("x-sentry-rate-limit-reset", 1_700_000_000)
        .header("x-sentry-rate-limit-concurrentlimit", 25)
        .header("x-sentry-rate-limit-concurrentremaining", 24)]);
    let client = script.client();
    assert!(!client.rate_limit().is_known());
    let response = client.root().send().await.unwrap();
    assert_eq!(response.rate_limit(), client.rate_limit());
    assert_eq!(client.rate_limit().remaining, Some(39));
    assert_eq!(client.rate_limit().concurrent_remaining, Some(24));
}
