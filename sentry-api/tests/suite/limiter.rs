//! Limits that are kept before a server has to refuse; the clock is tokio's, paused.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use futures::future::join_all;
use futures::{StreamExt, TryStreamExt};
use sentry_api::transport::{BodyStream, RequestBody, Transport, TransportError};
use sentry_api::{Client, ErrorKind, RateLimit, RetryPolicy};
use tokio::time::{Instant, sleep};

use crate::paging::link;
use crate::script::{Script, json};

const LATENCY: Duration = Duration::from_millis(10);

/// A server with Sentry's limits: so many requests in each second of its clock, so many at
/// once, both for each path.
#[derive(Debug, Clone)]
struct Server {
    limit: u64,
    concurrent: u64,
    latency: Duration,
    /// What its clock showed when the test began.
    since: Duration,
    is_dated: bool,
    /// How far its clock is ahead in its first answer.
    ahead: Duration,
    started: Instant,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    /// Requests by window and path.
    counted: std::collections::HashMap<(u64, String), u64>,
    under_way: u64,
    most_under_way: u64,
    requests: u64,
    refused: u64,
}

impl Server {
    fn new(limit: u64) -> Self {
        Self {
            limit,
            concurrent: 25,
            latency: LATENCY,
            since: Duration::from_millis(1_800_000_000_300),
            is_dated: true,
            ahead: Duration::ZERO,
            started: Instant::now(),
            state: Arc::default(),
        }
    }

    fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    fn builder(&self) -> sentry_api::ClientBuilder {
        Client::builder().transport(self.clone())
    }

    /// How many requests came, and how many of them were refused.
    fn counts(&self) -> (u64, u64) {
        let state = self.state.lock().unwrap();
        (state.requests, state.refused)
    }

    fn most_under_way(&self) -> u64 {
        self.state.lock().unwrap().most_under_way
    }

    /// Uses up what is left of the window, as another process with the same token does.
    fn use_up(&self, path: &str) {
        let window = (self.since + self.started.elapsed()).as_secs();
        let mut state = self.state.lock().unwrap();
        state.counted.insert((window, path.to_owned()), self.limit);
    }

    /// Counts a request and gives the status of its answer with the headers.
    fn count(&self, path: &str) -> (u16, Vec<(&'static str, String)>) {
        let now = self.since + self.started.elapsed();
        let mut state = self.state.lock().unwrap();
        let counted = state.counted.entry((now.as_secs(), path.to_owned()));
        let counted = counted.or_default();
        *counted += 1;
        let counted = *counted;
        let is_refused = counted > self.limit || state.under_way >= self.concurrent;
        let shown = if state.requests == 0 {
            now + self.ahead
        } else {
            now
        }
        .as_secs();
        state.requests += 1;
        state.refused += u64::from(is_refused);
        state.under_way += 1;
        state.most_under_way = state.most_under_way.max(state.under_way);
        let remaining = self.limit.saturating_sub(counted);
        let free = self.concurrent.saturating_sub(state.under_way);
        let mut headers = vec![
            ("x-sentry-rate-limit-limit", self.limit.to_string()),
            ("x-sentry-rate-limit-remaining", remaining.to_string()),
            ("x-sentry-rate-limit-reset", (shown + 1).to_string()),
            (
                "x-sentry-rate-limit-concurrentlimit",
                self.concurrent.to_string(),
            ),
            ("x-sentry-rate-limit-concurrentremaining", free.to_string()),
        ];
        if self.is_dated {
            let date = SystemTime::UNIX_EPOCH + Duration::from_secs(shown);
            headers.push(("date", httpdate::fmt_http_date(date)));
        }
        (if is_refused { 429 } else { 200 }, headers)
    }
}

#[async_trait]
impl Transport for Server {
    async fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<BodyStream>, TransportError> {
        let (status, headers) = self.count(request.uri().path());
        let _under_way = UnderWay(Arc::clone(&self.state));
        sleep(self.latency).await;
        let query = request.uri().query().unwrap_or_default();
        let page = query.strip_prefix("cursor=0%3A");
        let page: u32 = page.map_or(0, |page| page.split_once('%').unwrap().0.parse().unwrap());
        let next = (page < 49).then(|| format!("0:{}:0", page + 1));
        let mut answer = http::Response::builder()
            .status(status)
            .header("link", link(next.as_deref()));
        for (name, value) in headers {
            answer = answer.header(name, value);
        }
        Ok(answer.body(BodyStream::from("[]")).unwrap())
    }
}

struct UnderWay(Arc<Mutex<State>>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.lock().unwrap().under_way -= 1;
    }
}

const ISSUES: &str = "/api/0/organizations/acme/issues/";

/// Streams 50 pages without a pause.
async fn stream(client: &Client) {
    let pages = client.organization("acme").issues().pages();
    let pages: Vec<_> = pages.try_collect().await.unwrap();
    assert_eq!(pages.len(), 50);
}

#[tokio::test(start_paused = true)]
async fn a_stream_through_a_limit_is_slowed_and_never_refused() {
    let server = Server::new(40);
    stream(&server.client()).await;
    assert_eq!(server.counts(), (50, 0));
    let elapsed = server.started.elapsed();
    assert!(elapsed > LATENCY * 50, "it waited for the second window");
    assert!(elapsed < Duration::from_millis(1800), "{elapsed:?}");
}

#[tokio::test(start_paused = true)]
async fn without_the_limiter_it_is_refused() {
    let server = Server::new(20);
    let client = server.builder().rate_limiter(false).build().unwrap();
    stream(&client).await;
    assert!(server.counts().1 > 0, "and goes on after a retry");
    assert!(
        client
            .organization("acme")
            .issues()
            .known_rate_limit()
            .is_known()
    );
}

#[tokio::test(start_paused = true)]
async fn streams_share_a_limit() {
    for (limit, streams) in [(40, 4), (10, 8), (3, 3), (1, 1)] {
        let server = Server::new(limit);
        let client = server
            .builder()
            .timeout(Duration::from_secs(300))
            .build()
            .unwrap();
        join_all((0..streams).map(|_| stream(&client))).await;
        assert_eq!(server.counts(), (50 * streams, 0), "{limit} {streams}");
        // One window of the server's is lost at most for each that is used.
        let least = 50 * streams / limit;
        let seconds = server.started.elapsed().as_secs();
        assert!(seconds <= 2 * least + 2, "{seconds} s for {least} windows");
    }
}

#[tokio::test(start_paused = true)]
async fn the_servers_clock_counts_when_it_is_off_by_hours() {
    for since in [1_000_000_000_u64, 4_000_000_000] {
        let server = Server {
            since: Duration::from_secs(since),
            ..Server::new(40)
        };
        stream(&server.client()).await;
        assert_eq!(server.counts(), (50, 0));
        assert!(server.started.elapsed() < Duration::from_secs(2));
    }
}

#[tokio::test(start_paused = true)]
async fn a_window_of_hours_is_not_believed_without_the_servers_clock() {
    let server = Server {
        since: Duration::from_secs(4_000_000_000),
        is_dated: false,
        ..Server::new(40)
    };
    let client = server
        .builder()
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    let issues = || client.organization("acme").issues();
    server.use_up(ISSUES);
    assert!(issues().await.is_err());
    sleep(Duration::from_secs(1)).await;
    issues().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_was_ahead_once_stops_no_counting() {
    let server = Server {
        ahead: Duration::from_secs(3600),
        ..Server::new(10)
    };
    let client = server
        .builder()
        .timeout(Duration::from_secs(300))
        .build()
        .unwrap();
    for _ in 0..50 {
        client.organization("acme").issues().await.unwrap();
    }
    let calls = (0..50).map(|_| client.organization("acme").issues().into_future());
    assert!(join_all(calls).await.iter().all(Result::is_ok));
    assert_eq!(server.counts(), (100, 0));
    assert!(server.started.elapsed() < Duration::from_secs(25));
}

#[tokio::test(start_paused = true)]
async fn one_answer_with_a_far_reset_bars_nothing() {
    let now = 1_800_000_000;
    let far = json(200, "[]")
        .header("x-sentry-rate-limit-limit", 40)
        .header("x-sentry-rate-limit-remaining", 0)
        .header("x-sentry-rate-limit-reset", now + 360 * 24 * 3600)
        .header("date", "Fri, 15 Jan 2027 08:00:00 GMT");
    let script = Script::acts([far, json(200, "[]")]);
    let client = script.client();
    client.organization("acme").issues().await.unwrap();
    client.organization("acme").issues().await.unwrap();
    assert_eq!(script.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn no_more_requests_are_under_way_than_are_allowed_at_once() {
    let server = Server {
        concurrent: 5,
        latency: Duration::from_millis(300),
        ..Server::new(1000)
    };
    let client = server.client();
    client.organization("acme").issues().await.unwrap();
    let calls = (0..40).map(|_| client.organization("acme").issues().into_future());
    let outcomes = join_all(calls).await;
    assert!(outcomes.iter().all(Result::is_ok));
    assert_eq!(server.counts(), (41, 0));
    assert_eq!(server.most_under_way(), 5, "all that is allowed is used");
    assert_eq!(server.started.elapsed(), Duration::from_millis(9 * 300));
}

#[tokio::test(start_paused = true)]
async fn a_request_that_is_given_up_frees_its_place() {
    let server = Server {
        concurrent: 2,
        latency: Duration::from_secs(20),
        ..Server::new(1000)
    };
    let client = server.client();
    client.organization("acme").issues().await.unwrap();
    for _ in 0..10 {
        let calls = (0..3).map(|_| client.organization("acme").issues().into_future());
        let calls = tokio::time::timeout(Duration::from_secs(1), join_all(calls));
        assert!(calls.await.is_err());
    }
    client.organization("acme").issues().await.unwrap();
    assert_eq!(server.counts(), (22, 0));
}

#[tokio::test(start_paused = true)]
async fn operations_have_limits_of_their_own() {
    let server = Server::new(5);
    let client = server.client();
    let acme = client.organization("acme");
    for _ in 0..5 {
        acme.issues().await.unwrap();
        acme.projects().await.unwrap();
    }
    assert!(server.started.elapsed() < Duration::from_millis(200));
    assert_eq!(server.counts(), (10, 0));
    assert_eq!(acme.issues().known_rate_limit().remaining, Some(0));
    assert_eq!(acme.projects().known_rate_limit().limit, Some(5));
    assert_eq!(
        client.organizations().known_rate_limit(),
        RateLimit::default()
    );
    assert!(client.rate_limit().is_known());
}

#[tokio::test(start_paused = true)]
async fn a_wait_beyond_the_time_of_the_call_fails_at_once() {
    let server = Server {
        // The window ends in 0.7 s; the date of the answer makes it a second.
        since: Duration::from_millis(1_800_000_000_300),
        ..Server::new(1)
    };
    let client = server
        .builder()
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    let issues = || client.organization("acme").issues();
    issues().await.unwrap();
    let before = server.started.elapsed();
    let error = issues()
        .timeout(Duration::from_millis(500))
        .await
        .unwrap_err();
    assert_eq!(server.started.elapsed(), before, "at once");
    assert_eq!(error.kind(), ErrorKind::RateLimited);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(1)));
    assert!(error.is_unsent() && error.is_transient());
    assert_eq!(server.counts(), (1, 0), "nothing was sent");
    insta::assert_snapshot!(error, @"GET /api/0/organizations/{organization_id_or_slug}/issues/: the limit of this operation is used up, so that nothing was sent; wait before the next try (1 s)");

    let patience = RetryPolicy::never().longest_wait(Duration::from_millis(500));
    let client = server.builder().retry(patience).build().unwrap();
    sleep(Duration::from_secs(1)).await;
    client.organization("acme").issues().await.unwrap();
    let error = client.organization("acme").issues().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RateLimited);
}

#[tokio::test(start_paused = true)]
async fn a_call_whose_turn_does_not_come_in_time_was_not_sent() {
    let server = Server {
        concurrent: 1,
        latency: Duration::from_secs(20),
        ..Server::new(1000)
    };
    let client = server.client();
    client.organization("acme").issues().await.unwrap();
    let calls = [25, 15, 14].map(|seconds| {
        let call = client.organization("acme").issues();
        call.timeout(Duration::from_secs(seconds)).into_future()
    });
    let outcomes = join_all(calls).await;
    assert!(outcomes[0].is_ok());
    for outcome in &outcomes[1..] {
        let error = outcome.as_ref().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited);
        assert!(error.is_unsent(), "{error}");
    }
    assert_eq!(server.counts(), (2, 0));
}

#[tokio::test(start_paused = true)]
async fn a_limit_that_others_use_up_is_waited_out() {
    let server = Server::new(40);
    let client = server.client();
    server.use_up(ISSUES);
    // This one is refused, and the next ones know.
    let calls = (0..6).map(|_| client.organization("acme").issues().into_future());
    let outcomes = futures::stream::iter(calls).buffered(2);
    let outcomes: Vec<_> = outcomes.collect().await;
    assert!(outcomes.iter().all(Result::is_ok));
    let (requests, refused) = server.counts();
    assert_eq!((requests - refused, refused), (6, 2));
}
