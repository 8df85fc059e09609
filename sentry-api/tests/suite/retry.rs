//! What is tried again, when, and how long it takes; the clock is tokio's, paused.

use std::time::{Duration, SystemTime};

use sentry_api::transport::TransportErrorKind;
use sentry_api::{Clock, ErrorKind, RetryPolicy};

use crate::script::{Act, Script, html, json};

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

#[tokio::test(start_paused = true)]
async fn the_status_of_a_failure_counts_however_its_body_ends() {
    let page = "x".repeat(2 * 1024 * 1024);
    for act in [
        html(503).body(page.clone()),
        json(503, "{\"detail").breaks_off(),
        json(503, "{\"detail").stalls(),
    ] {
        let script = Script::acts([act.clone(), json(200, ORGANIZATION)]);
        let client = script.builder().max_body(100).build().unwrap();
        let organization = client.organization("acme").get().await;
        assert_eq!(organization.unwrap().slug, "acme");

        let script = Script::acts([act]);
        let error = put(&script).await.unwrap_err();
        assert_eq!((error.kind(), script.count()), (ErrorKind::Unavailable, 1));
        assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    }
    let script = Script::acts([
        json(429, "{\"detail").breaks_off(),
        json(200, r#"{"id": "1"}"#),
    ]);
    put(&script).await.unwrap();
    let script = Script::acts([json(404, page)]);
    assert_eq!(get(&script).await.unwrap_err().kind(), ErrorKind::NotFound);
}

/// A clock that believes it is 1970, as a device without a battery does.
#[derive(Debug)]
struct Late;

#[async_trait::async_trait]
impl Clock for Late {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

#[tokio::test(start_paused = true)]
async fn every_wait_is_measured_by_the_clients_clock() {
    let act = json(429, "{}").header("retry-after", "Thu, 01 Jan 1970 00:00:09 GMT");
    let script = Script::acts([act, json(200, ORGANIZATION)]);
    let client = script.builder().clock(Late).build().unwrap();
    client.organization("acme").get().await.unwrap();
    let waited = script.seen()[1].at.as_secs_f64();
    assert!((9.0..9.5).contains(&waited), "{waited}");
}

#[tokio::test(start_paused = true)]
async fn a_wait_without_measure_fails_at_once_and_can_be_added_to_a_time() {
    for (name, value) in [
        ("retry-after", "18446744073709551615"),
        ("retry-after", "99999999999999999999999999"),
        ("retry-after", "Fri, 31 Dec 9999 23:59:59 GMT"),
        ("x-sentry-rate-limit-reset", "9223372036854775807"),
        ("x-sentry-rate-limit-reset", "9223372036"),
    ] {
        let script = Script::acts([json(429, "{}").header(name, value)]);
        let error = get(&script).await.unwrap_err();
        assert_eq!((error.kind(), script.count()), (ErrorKind::RateLimited, 1));
        let wait = error.retry_after().unwrap();
        assert!(wait > Duration::from_secs(3600), "{value}");
        let end = std::time::Instant::now().checked_add(wait);
        assert!(end.is_some(), "{value}");
    }
    for (name, value) in [
        ("retry-after", "-1"),
        ("retry-after", "soon"),
        ("x-sentry-rate-limit-reset", "1e9"),
        ("x-sentry-rate-limit-reset", ""),
    ] {
        let limited = json(429, "{}").header(name, value);
        let script = Script::acts([limited, json(200, ORGANIZATION)]);
        get(&script).await.unwrap();
        let waited = script.seen()[1].at;
        assert!(waited >= Duration::from_secs(1) && waited < Duration::from_secs(2));
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_asks_for_no_pause_gets_one() {
    let script = Script::acts([json(503, "{}").header("retry-after", 0)]);
    get(&script).await.unwrap_err();
    let at: Vec<_> = script.seen().iter().map(|seen| seen.at).collect();
    assert!(at[1] >= Duration::from_millis(250), "{at:?}");
    assert!(at[2] >= at[1] + Duration::from_millis(500), "{at:?}");
}
