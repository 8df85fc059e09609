//! A browser that comes back, over real sockets and without a paused clock.

use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use futures::future::{self, join, join_all};
use sentry_api::oauth::{Authorization, LoopbackRedirect};
use sentry_api::{Clock, ErrorKind};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{GRANT, fields, public};
use crate::script::{Script, json};

const PATIENCE: Duration = Duration::from_secs(60);

async fn connect(uri: &str) -> TcpStream {
    let address = uri
        .strip_prefix("http://")
        .unwrap()
        .split('/')
        .next()
        .unwrap();
    TcpStream::connect(address).await.unwrap()
}

/// What a browser sees at `target`.
async fn visit(uri: &str, target: &str) -> String {
    let mut browser = connect(uri).await;
    let request = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n");
    browser.write_all(request.as_bytes()).await.unwrap();
    let mut page = String::new();
    browser.read_to_string(&mut page).await.unwrap();
    page
}

async fn begin(script: &Script) -> (LoopbackRedirect, Authorization) {
    let redirect = LoopbackRedirect::bind("/callback").await.unwrap();
    let authorization = public(script).authorize(redirect.uri(), &[]).unwrap();
    (redirect, authorization)
}

#[tokio::test]
async fn one_browser_comes_back_whatever_else_calls() {
    let script = Script::acts([json(200, GRANT)]);
    let (redirect, authorization) = begin(&script).await;
    let uri = redirect.uri().to_owned();
    assert!(
        uri.starts_with("http://127.0.0.1:") && uri.ends_with("/callback"),
        "{uri}"
    );
    let good = format!("/callback?code=code-canary&state={}", authorization.state());
    let wait = tokio::spawn(redirect.wait(authorization, PATIENCE));

    let silent = connect(&uri).await;
    let mut half = connect(&uri).await;
    half.write_all(b"GET /callback?code=evil HTTP/1.1\r\n")
        .await
        .unwrap();
    let mut binary = connect(&uri).await;
    binary
        .write_all(b"\x16\x03\x01\x00\xff\r\n\r\n")
        .await
        .unwrap();
    for target in [
        "/favicon.ico",
        "/",
        "/callbackx?code=evil",
        "http://evil.example/callback",
    ] {
        let page = visit(&uri, target).await;
        assert!(page.starts_with("HTTP/1.1 404 "), "{target}: {page}");
    }
    for target in [
        "/callback",
        "/callback?code=evil",
        "/callback?code=evil&state=another",
    ] {
        let page = visit(&uri, target).await;
        assert!(page.starts_with("HTTP/1.1 400 "), "{target}: {page}");
        assert!(!page.contains("evil"), "{page}");
    }
    assert_eq!(script.count(), 0);

    let page = visit(&uri, &good).await;
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    assert!(
        page.contains("return to the program") && !page.contains("canary"),
        "{page}"
    );
    wait.await.unwrap().unwrap();
    let sent = fields(&script.seen()[0]);
    assert_eq!(
        (sent["code"].as_str(), &sent["redirect_uri"]),
        ("code-canary", &uri)
    );
    drop((silent, half, binary));
    let address = uri
        .strip_prefix("http://")
        .unwrap()
        .strip_suffix("/callback")
        .unwrap();
    assert!(
        TcpStream::connect(address).await.is_err(),
        "the port is closed"
    );
}

/// A clock on which no time passes, so that nobody's patience ends.
#[derive(Debug)]
struct Frozen;

#[async_trait]
impl Clock for Frozen {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    async fn sleep(&self, _: Duration) {
        future::pending::<()>().await;
    }
}

#[tokio::test]
async fn who_says_nothing_keeps_nobody_from_coming_back() {
    let script = Script::acts([json(200, GRANT)]);
    let client = script.builder().clock(Frozen).build().unwrap();
    let redirect = LoopbackRedirect::bind("/callback").await.unwrap();
    let oauth = client.oauth("client-id");
    let authorization = oauth.authorize(redirect.uri(), &[]).unwrap();
    let uri = redirect.uri().to_owned();
    let good = format!("/callback?code=c&state={}", authorization.state());
    let before = join_all((0..100).map(|_| connect(&uri))).await;
    let wait = tokio::spawn(redirect.wait(authorization, PATIENCE));
    let page = tokio::spawn(async move { visit(&uri, &good).await });
    let (page, grant) = tokio::time::timeout(PATIENCE, join(page, wait))
        .await
        .expect("the browser is heard");
    assert!(page.unwrap().starts_with("HTTP/1.1 200 OK\r\n"));
    grant.unwrap().unwrap();
    drop(before);
}

#[tokio::test]
async fn a_person_who_declines_ends_the_wait() {
    let script = Script::acts([json(200, GRANT)]);
    let (redirect, authorization) = begin(&script).await;
    let uri = redirect.uri().to_owned();
    let declined = format!(
        "/callback?error=access_denied&state={}",
        authorization.state()
    );
    let wait = tokio::spawn(redirect.wait(authorization, PATIENCE));
    let page = visit(&uri, &declined).await;
    assert!(page.contains("did not sign you in"), "{page}");
    let error = wait.await.unwrap().unwrap_err();
    assert_eq!(error.code(), Some("access_denied"));
    assert_eq!(script.count(), 0);
}

#[tokio::test]
async fn the_code_counts_even_when_the_browser_does_not_stay() {
    let script = Script::acts([json(200, GRANT)]);
    let (redirect, authorization) = begin(&script).await;
    let uri = redirect.uri().to_owned();
    let good = format!("/callback?code=c&state={}", authorization.state());
    let wait = tokio::spawn(redirect.wait(authorization, PATIENCE));
    let mut browser = connect(&uri).await;
    let request = format!("GET {good} HTTP/1.1\r\n\r\n");
    browser.write_all(request.as_bytes()).await.unwrap();
    drop(browser);
    wait.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn nobody_is_waited_for_without_end() {
    let script = Script::acts([json(200, GRANT)]);
    let (redirect, authorization) = begin(&script).await;
    let error = redirect.wait(authorization, PATIENCE).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn a_redirect_that_cannot_work_is_refused_before() {
    for path in ["", "callback", "/a?b", "/a b", "/ü", "/a#b"] {
        let error = LoopbackRedirect::bind(path).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{path}");
    }
    let script = Script::acts([json(200, GRANT)]);
    let (redirect, _) = begin(&script).await;
    let other = public(&script)
        .authorize("https://app.example.com/", &[])
        .unwrap();
    let error = redirect.wait(other, PATIENCE).await.unwrap_err();
    assert!(
        error.problem().unwrap().contains("another redirect URI"),
        "{error}"
    );
}
