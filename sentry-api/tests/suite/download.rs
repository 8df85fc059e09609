//! Files, which are never in memory as a whole; the clock is tokio's, paused.

use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream};
use http::Method;
use sentry_api::transport::{BodyStream, RequestBody, Transport, TransportError};
use sentry_api::{Client, Download, Endpoint, ErrorKind};
use tokio::time::{Instant, sleep};

use crate::script::{Act, Script, html, json};

/// An operation that answers with a file.
#[derive(Debug, Clone, serde::Serialize)]
struct GetFile {}

impl Endpoint for GetFile {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/0/file/{number}/";
    const SCOPES: &'static [&'static str] = &["event:read"];
    type Output = Download;

    fn path_values(&self) -> Vec<&str> {
        vec!["1"]
    }
}

async fn file(script: &Script) -> Result<Download, sentry_api::Error> {
    script.client().call(GetFile {}).download().await
}

fn attachment(text: &str) -> Act {
    Act::Answer(200, Vec::new(), text.to_owned())
        .header("content-type", "text/plain")
        .header("content-length", text.len())
        .header("content-disposition", r#"attachment; filename="a/log.txt""#)
}

#[tokio::test]
async fn a_file_tells_what_it_is_and_gives_its_bytes() {
    let script = Script::acts([attachment("hello")]);
    let download = file(&script).await.unwrap();
    assert_eq!(download.content_type(), Some("text/plain"));
    assert_eq!(download.length(), Some(5));
    assert_eq!(download.file_name().as_deref(), Some("log.txt"));
    assert_eq!(download.collect(5).await.unwrap(), "hello");
    assert_eq!(script.seen()[0].url, "https://sentry.io/api/0/file/1/");

    let raw = script.client().raw(Method::GET, "/api/0/file/1/");
    let pieces: Vec<Bytes> = raw.download().await.unwrap().try_collect().await.unwrap();
    assert_eq!(pieces.concat(), b"hello");
}

#[tokio::test]
async fn a_file_that_is_shorter_than_its_length_is_not_whole() {
    let script = Script::acts([attachment("hello").body("hel".to_owned())]);
    let error = file(&script).await.unwrap().collect(100).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    insta::assert_snapshot!(error.problem().unwrap(), @"the file ends before its length");
}

#[tokio::test(start_paused = true)]
async fn until_it_begins_it_is_a_call_like_any_other() {
    let script = Script::acts([json(503, "{}"), json(429, "{}"), attachment("hello")]);
    let download = file(&script).await.unwrap();
    assert_eq!(download.collect(100).await.unwrap(), "hello");
    assert_eq!(script.count(), 3);

    let script = Script::acts([json(403, r#"{"detail": "no"}"#)]);
    let error = file(&script).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.detail()),
        (ErrorKind::Forbidden, Some("no"))
    );
    assert_eq!(error.required_scopes(), ["event:read"]);

    let script = Script::acts([Act::Hang]);
    assert_eq!(file(&script).await.unwrap_err().kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn a_web_page_in_its_place_is_a_missing_route() {
    let error = file(&Script::acts([html(200)])).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);

    let attached = html(200).header("content-disposition", "attachment; filename=a.html");
    let page = file(&Script::acts([attached])).await.unwrap();
    assert!(page.collect(100).await.unwrap().starts_with(b"<!doctype"));
}

#[tokio::test(start_paused = true)]
async fn a_file_that_stops_ends_with_an_error() {
    for (act, kind) in [
        (attachment("hello").stalls(), ErrorKind::Timeout),
        (attachment("hello").breaks_off(), ErrorKind::Unavailable),
    ] {
        let script = Script::acts([act]);
        let started = Instant::now();
        let call = script.client().call(GetFile {});
        let call = call.timeout(Duration::from_secs(7));
        let mut download = call.download().await.unwrap();
        assert_eq!(download.try_next().await.unwrap().unwrap(), "hello");
        let error = download.try_next().await.unwrap_err();
        assert_eq!(error.kind(), kind);
        assert_eq!(error.call().unwrap().1, GetFile::PATH);
        assert!(download.next().await.is_none());
        assert!(started.elapsed() <= Duration::from_secs(7));
        assert_eq!(script.count(), 1, "it is not asked for again");
    }
}

#[tokio::test]
async fn a_file_that_is_too_long_is_refused() {
    let script = Script::acts([attachment("hello")]);
    let download = file(&script).await.unwrap();
    let error = download.collect(4).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    let mut download = file(&script).await.unwrap().max_length(4);
    assert_eq!(
        download.try_next().await.unwrap_err().kind(),
        ErrorKind::TooLarge
    );
    let download = file(&script).await.unwrap().max_length(4);
    assert!(
        download.collect(100).await.is_err(),
        "the lower bound counts"
    );
}

/// A file without end, a piece every second.
#[derive(Debug)]
struct Endless;

#[async_trait]
impl Transport for Endless {
    async fn send(
        &self,
        _: http::Request<RequestBody>,
    ) -> Result<http::Response<BodyStream>, TransportError> {
        let pieces = stream::repeat_with(|| sleep(Duration::from_secs(1)));
        let pieces = pieces.then(|pause| async {
            pause.await;
            Ok(Bytes::from_static(&[7; 1000]))
        });
        Ok(http::Response::new(BodyStream::new(pieces)))
    }
}

#[tokio::test(start_paused = true)]
async fn a_file_comes_piece_by_piece_for_longer_than_a_call_may_take() {
    let client = Client::builder().transport(Endless).max_body(10);
    let client = client.timeout(Duration::from_secs(2)).build().unwrap();
    let file = client.call(GetFile {}).download().await.unwrap();
    let pieces = file
        .take(100)
        .try_fold(0, |sum, piece| async move { Ok(sum + piece.len()) });
    assert_eq!(pieces.await.unwrap(), 100_000);
}

fn elsewhere(location: &str) -> Act {
    json(302, "").header("location", location)
}

#[tokio::test]
async fn a_file_in_a_storage_is_fetched_without_the_token() {
    let storage = "https://storage.example/bucket/1?signature=abc";
    let script = Script::acts([
        elsewhere(storage),
        elsewhere("/bucket/2"),
        attachment("hello"),
    ]);
    let builder = script.builder().header("x-proxy-secret", "canary").unwrap();
    let call = builder.build().unwrap().call(GetFile {});
    let download = call.download().await.unwrap();
    assert_eq!(download.collect(5).await.unwrap(), "hello");
    let seen = script.seen();
    assert!(seen[0].token.is_some());
    assert_eq!(seen[1].url, storage);
    assert_eq!(seen[2].url, "https://storage.example/bucket/2");
    for asked in &seen[1..] {
        assert_eq!(
            (&asked.token, &asked.headers),
            (&None, &vec!["user-agent".to_owned()])
        );
    }
}

#[tokio::test]
async fn a_storage_is_as_safe_as_the_server() {
    for location in [
        "http://storage.example/1",
        "https://somebody@storage.example/1",
        "https://:secret@storage.example/1",
        "ftp://storage.example/1",
        "data:text/plain,hello",
    ] {
        let script = Script::acts([elsewhere(location), attachment("hello")]);
        let error = file(&script).await.unwrap_err();
        assert_eq!((error.kind(), script.count()), (ErrorKind::Redirected, 1));
    }
    let script = Script::acts([elsewhere("https://storage.example/1")]);
    let error = file(&script).await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::Redirected, 4));
}

#[tokio::test]
async fn a_storage_that_refuses_is_no_refused_token() {
    for (status, kind) in [
        (401, ErrorKind::Api),
        (403, ErrorKind::Api),
        (404, ErrorKind::NotFound),
        (503, ErrorKind::Unavailable),
    ] {
        let refusal = json(status, r#"{"detail": "canary"}"#);
        let script = Script::acts([elsewhere("https://storage.example/1"), refusal]);
        let error = file(&script).await.unwrap_err();
        assert_eq!((error.kind(), script.count()), (kind, 2));
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert!(error.to_string().contains("storage"), "{error}");
        assert!(!format!("{error:?}").contains("canary"));
    }
}
