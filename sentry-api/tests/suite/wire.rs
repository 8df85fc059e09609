//! Real sockets: what reqwest and a server do to each other.

use std::time::Duration;

use sentry_api::{Client, ErrorKind, RetryPolicy, Token};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::script::TOKEN;

fn client(url: &str) -> Client {
    let builder = Client::builder().token(Token::new(TOKEN));
    let builder = builder.retry(RetryPolicy::never());
    builder.base_url(url).unwrap().build().unwrap()
}

/// A server that reads one request, writes `answer` and closes.
async fn once(answer: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        read_head(&mut stream).await;
        stream.write_all(&answer).await.unwrap();
    });
    url
}

pub(crate) async fn read_head(stream: &mut TcpStream) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
}

#[tokio::test]
async fn the_token_and_the_headers_arrive() {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path("/api/0/"))
        .and(header("authorization", format!("Bearer {TOKEN}")))
        .and(header("accept", "application/json"))
        .and(header("x-extra", "yes"))
        .and(header("user-agent", "shop/1.0"))
        .respond_with(ResponseTemplate::new(200).set_body_string(r#"{"version": "0"}"#))
        .expect(1)
        .mount(&server)
        .await;
    let builder = Client::builder().base_url(&server.uri()).unwrap();
    let builder = builder
        .token(Token::new(format!(" {TOKEN}\n")))
        .user_agent("shop/1.0");
    let client = builder.header("x-extra", "yes").unwrap().build().unwrap();
    assert_eq!(client.root().await.unwrap().version.as_deref(), Some("0"));
}

#[tokio::test]
async fn a_header_of_the_callers_replaces_the_clients() {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(header("user-agent", "shop/2.0"))
        .and(header("accept", "application/json; version=1"))
        .respond_with(ResponseTemplate::new(200).set_body_string("{}"))
        .expect(1)
        .mount(&server)
        .await;
    let builder = Client::builder().base_url(&server.uri()).unwrap();
    let builder = builder.header("User-Agent", "shop/2.0").unwrap();
    let accept = builder.header("Accept", "application/json; version=1");
    let client = accept.unwrap().build().unwrap();
    client.root().await.unwrap();
}

#[tokio::test]
async fn a_small_answer_that_unpacks_to_a_large_one_is_refused() {
    // head -c 65536 /dev/zero | tr '\0' ' ' | gzip -9n
    let packed: &[u8] = &[
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 237, 193, 129, 0, 0, 0, 0, 128, 32, 149, 253, 41, 23, 169,
        10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 106, 148, 25, 44, 180, 0, 0, 1, 0,
    ];
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n",
        packed.len()
    );
    let answer = [head.as_bytes(), packed].concat();
    let builder = Client::builder().base_url(&once(answer).await).unwrap();
    let client = builder.max_body(1000).build().unwrap();
    let error = client.root().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}

#[tokio::test]
async fn a_packed_answer_is_unpacked() {
    // printf '{"version": "packed"}' | gzip -n
    let packed = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 42, 75, 45, 42, 206, 204, 207, 83, 178, 82, 80,
        42, 72, 76, 206, 78, 77, 81, 170, 5, 0, 35, 202, 164, 171, 21, 0, 0, 0,
    ];
    let mut answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n",
        packed.len()
    )
    .into_bytes();
    answer.extend_from_slice(&packed);
    let root = client(&once(answer).await).root().await.unwrap();
    assert_eq!(root.version.as_deref(), Some("packed"));
}

#[tokio::test]
async fn a_body_that_breaks_off_is_no_answer() {
    let answer = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{\"version\"";
    let error = client(&once(answer.to_vec()).await)
        .root()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
}

#[tokio::test]
async fn a_refused_connection_is_no_answer() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = client(&url).root().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(!format!("{error:?}").contains(TOKEN));
}

#[tokio::test]
async fn the_token_follows_no_redirect_to_another_host() {
    let other = MockServer::start().await;
    Mock::given(method("GET"))
        .respond_with(ResponseTemplate::new(200))
        .expect(0)
        .mount(&other)
        .await;
    let server = MockServer::start().await;
    let redirect =
        ResponseTemplate::new(302).insert_header("location", format!("{}/api/0/", other.uri()));
    Mock::given(method("GET"))
        .respond_with(redirect)
        .mount(&server)
        .await;
    let error = client(&server.uri()).root().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirected);
}

#[tokio::test]
async fn dropping_a_call_closes_its_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (arrived, waiting) = tokio::sync::oneshot::channel();
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        read_head(&mut stream).await;
        arrived.send(()).unwrap();
        stream.read(&mut [0; 16]).await.unwrap_or(0)
    });
    let call = tokio::spawn(async move { client(&url).root().await.map(drop) });
    waiting.await.unwrap();
    call.abort();
    let read = tokio::time::timeout(Duration::from_secs(20), server).await;
    assert_eq!(read.expect("the connection was closed").unwrap(), 0);
}

#[tokio::test]
async fn two_calls_run_at_once() {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_body_string("{}");
    Mock::given(method("GET"))
        .respond_with(answer)
        .expect(2)
        .mount(&server)
        .await;
    let client = client(&server.uri());
    let (one, two) = futures::join!(client.root().into_future(), client.root().into_future());
    assert!(one.is_ok() && two.is_ok());
}

#[tokio::test]
async fn certificates_that_are_no_pem_are_refused_before_anything_is_sent() {
    let pem = "-----BEGIN CERTIFICATE-----\nrubbish\n-----END CERTIFICATE-----\n";
    let transport = sentry_api::transport::ReqwestTransport::new().with_certificates(pem);
    let client = Client::builder().transport(transport).build().unwrap();
    let error = client.root().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}
