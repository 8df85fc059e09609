//! Whole conversations with a server on a real socket, by a clock that runs faster.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use async_trait::async_trait;
use futures::TryStreamExt;
use futures::future::join_all;
use http::Method;
use sentry_api::{Client, ClientBuilder, Clock, ErrorKind, NoContent, Token};
use wiremock::matchers::{header, method, path, query_param};
use wiremock::{Mock, MockServer, Request, Respond, ResponseTemplate};

use crate::paging::link;
use crate::script::TOKEN;

/// How many seconds pass in one.
pub(crate) const SPEED: u32 = 100;

/// A clock that makes retries quick; the time of a call stays long.
#[derive(Debug)]
struct Fast(Instant);

#[async_trait]
impl Clock for Fast {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed() * SPEED
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration / SPEED).await;
    }
}

pub(crate) fn builder(url: &str) -> ClientBuilder {
    let builder = Client::builder()
        .token(Token::new(TOKEN))
        .clock(Fast(Instant::now()))
        .timeout(Duration::from_secs(60) * SPEED);
    builder.base_url(url).unwrap()
}

pub(crate) fn client(url: &str) -> Client {
    builder(url).build().unwrap()
}

fn ok(body: &str) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_raw(body, "application/json")
}

const PROJECTS: &str = "/api/0/organizations/acme/projects/";

#[tokio::test]
async fn a_list_is_read_page_by_page_from_the_host_that_was_asked() {
    let server = MockServer::start().await;
    for page in 0..5 {
        let next = (page < 4).then(|| format!("0:{}:0", page + 1));
        let answer = ok(&format!(r#"[{{"id": "{page}", "slug": "p{page}"}}]"#))
            .insert_header("link", link(next.as_deref()));
        let mock = Mock::given(method("GET"))
            .and(path(PROJECTS))
            .and(header("authorization", format!("Bearer {TOKEN}")));
        let mock = match page {
            0 => mock.and(wiremock::matchers::query_param_is_missing("cursor")),
            page => mock.and(query_param("cursor", format!("0:{page}:0"))),
        };
        mock.respond_with(answer).expect(1).mount(&server).await;
    }
    let client = client(&server.uri());
    let projects = client.organization("acme").projects().stream();
    let slugs: Vec<_> = projects
        .map_ok(|project| project.slug)
        .try_collect()
        .await
        .unwrap();
    assert_eq!(slugs, ["p0", "p1", "p2", "p3", "p4"]);
}

#[tokio::test]
async fn a_refusal_is_waited_out_and_the_call_sent_once_more() {
    let server = MockServer::start().await;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let limited = ResponseTemplate::new(429)
        .set_body_raw(
            r#"{"detail": "You are attempting to use this endpoint too frequently."}"#,
            "text/html",
        )
        .insert_header("x-sentry-rate-limit-limit", "40")
        .insert_header("x-sentry-rate-limit-remaining", "0")
        .insert_header(
            "x-sentry-rate-limit-reset",
            (now.unwrap().as_secs() + 2).to_string(),
        );
    Mock::given(method("PUT"))
        .respond_with(limited)
        .up_to_n_times(1)
        .expect(1)
        .mount(&server)
        .await;
    Mock::given(method("PUT"))
        .respond_with(ok(r#"{"id": "7", "status": "resolved"}"#))
        .expect(1)
        .mount(&server)
        .await;
    let client = client(&server.uri());
    let issue = client.organization("acme").issue("7").update().resolve();
    assert_eq!(issue.await.unwrap().id.as_str(), "7");
}

/// Takes so many requests at once and refuses more.
#[derive(Default)]
struct AtOnce {
    began: Mutex<Vec<Instant>>,
    refused: Arc<Mutex<(usize, usize)>>,
}

const AT_ONCE: usize = 4;
const LATENCY: Duration = Duration::from_millis(30);

impl Respond for AtOnce {
    fn respond(&self, _: &Request) -> ResponseTemplate {
        let mut began = self.began.lock().unwrap();
        began.retain(|began| began.elapsed() < LATENCY);
        let is_refused = began.len() >= AT_ONCE;
        began.push(Instant::now());
        let mut counts = self.refused.lock().unwrap();
        counts.0 += usize::from(is_refused);
        counts.1 = counts.1.max(began.len());
        ResponseTemplate::new(if is_refused { 429 } else { 200 })
            .set_body_raw("[]", "application/json")
            .insert_header("x-sentry-rate-limit-concurrentlimit", AT_ONCE.to_string())
            .insert_header("x-sentry-rate-limit-concurrentremaining", "0")
            .set_delay(LATENCY)
    }
}

#[tokio::test]
async fn a_limit_of_requests_at_once_is_kept() {
    let server = MockServer::start().await;
    let counts = Arc::default();
    let limits = AtOnce {
        refused: Arc::clone(&counts),
        ..AtOnce::default()
    };
    Mock::given(path(PROJECTS))
        .respond_with(limits)
        .mount(&server)
        .await;
    let client = client(&server.uri());
    let acme = client.organization("acme");
    acme.projects().await.unwrap();
    let calls = join_all((0..30).map(|_| acme.projects().into_future())).await;
    assert!(calls.iter().all(Result::is_ok));
    let (refused, most) = *counts.lock().unwrap();
    assert_eq!(refused, 0);
    assert!(most > 1, "one after the other would be kept too");
}

#[tokio::test]
async fn a_renamed_project_is_followed_with_the_token() {
    let server = MockServer::start().await;
    let moved = ResponseTemplate::new(302)
        .insert_header("location", "/api/0/organizations/new/")
        .set_body_raw(
            r#"{"detail": {"code": "resource-moved", "message": "moved", "extra": {"slug": "new"}}}"#,
            "application/json",
        );
    Mock::given(path("/api/0/organizations/old/"))
        .respond_with(moved)
        .mount(&server)
        .await;
    Mock::given(path("/api/0/organizations/new/"))
        .and(header("authorization", format!("Bearer {TOKEN}")))
        .respond_with(ok(r#"{"id": "1", "slug": "new"}"#))
        .mount(&server)
        .await;
    let client = client(&server.uri());
    let organization = client.organization("old").get().await.unwrap();
    assert_eq!(organization.slug, "new");
}

#[tokio::test]
async fn what_is_no_json_says_so() {
    for (body, kind, problem) in [
        (
            "<!doctype html><p>Log in",
            ErrorKind::Unsupported,
            "web page",
        ),
        ("", ErrorKind::Decode, "empty"),
        ("  \n", ErrorKind::Decode, "empty"),
        ("pong", ErrorKind::Decode, "no JSON"),
        (r#"{"id": "1", "#, ErrorKind::Decode, "ends too early"),
        (r#"["a"]"#, ErrorKind::Decode, "another shape"),
        ("null", ErrorKind::Decode, "another shape"),
    ] {
        let server = MockServer::start().await;
        Mock::given(method("GET"))
            .respond_with(ok(body))
            .mount(&server)
            .await;
        let client = client(&server.uri());
        let error = client.organization("acme").get().await.unwrap_err();
        assert_eq!(error.kind(), kind, "{body}");
        assert!(
            error.problem().unwrap().contains(problem),
            "{body}: {error}"
        );
    }
}

#[tokio::test]
async fn the_label_of_json_does_not_matter() {
    for content_type in [
        "text/html; charset=utf-8",
        "text/plain",
        "application/octet-stream",
        "x",
    ] {
        let server = MockServer::start().await;
        let answer = ResponseTemplate::new(200);
        Mock::given(method("GET"))
            .respond_with(answer.set_body_raw(r#"{"id": 1, "slug": "acme"}"#, content_type))
            .mount(&server)
            .await;
        let organization = client(&server.uri()).organization("acme").get().await;
        assert_eq!(organization.unwrap().slug, "acme", "{content_type}");
    }
}

#[tokio::test]
async fn an_answer_without_content_is_one() {
    let server = MockServer::start().await;
    Mock::given(method("DELETE"))
        .respond_with(ResponseTemplate::new(204))
        .mount(&server)
        .await;
    let client = client(&server.uri());
    let answer = client.raw(Method::DELETE, "/api/0/organizations/acme/");
    let answer = answer.send::<NoContent>().await.unwrap();
    assert_eq!(answer.status().as_u16(), 204);
}
