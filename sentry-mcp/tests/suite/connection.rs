//! What happens on a real connection to Sentry: what is sent, and when it is closed.

use std::time::Duration;

use sentry_api::{Client, Token};
use sentry_mcp::Server;
use serde_json::json;
use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::client::Client as McpClient;
use crate::sandbox::config;

/// Far beyond what anything here takes; only a failure waits so long.
const LONG: Duration = Duration::from_secs(20);

/// Reads the head of a request, and never answers it.
async fn accept(listener: &TcpListener) -> (TcpStream, String) {
    let (mut stream, _) = timeout(LONG, listener.accept()).await.unwrap().unwrap();
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(timeout(LONG, stream.read_u8()).await.unwrap().unwrap());
    }
    (stream, String::from_utf8(head).unwrap())
}

/// Whether the other end closes the connection.
async fn is_closed(mut stream: TcpStream) -> bool {
    timeout(LONG, stream.read(&mut [0; 16]))
        .await
        .is_ok_and(|read| !read.is_ok_and(|count| count > 0))
}

async fn start() -> (McpClient, TcpListener) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let client = Client::builder()
        .base_url(&url)
        .unwrap()
        .token(Token::new("t"))
        .build()
        .unwrap();
    let server = Server::builder(config([("SENTRY_ORG", "acme")]))
        .client(client)
        .build();
    (McpClient::initialized(server).await, listener)
}

#[tokio::test]
async fn both_requests_of_a_call_are_closed() {
    let (mut client, listener) = start().await;
    client
        .call(1, "get_issue", json!({"issue": "SHOP-1"}))
        .await;
    let ((first, _), (second, _)) = (accept(&listener).await, accept(&listener).await);
    client
        .send(json!({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}}))
        .await;
    assert!(is_closed(first).await && is_closed(second).await);
    client
        .ask(json!({"jsonrpc": "2.0", "id": 2, "method": "ping"}))
        .await;
}

#[tokio::test]
async fn the_end_of_the_input_closes_what_is_open() {
    let (mut client, listener) = start().await;
    client.call(1, "search_issues", json!({})).await;
    let (stream, _) = accept(&listener).await;
    client.leave().await;
    assert!(is_closed(stream).await);
    timeout(LONG, client.ended()).await.unwrap().unwrap();
}

#[tokio::test]
async fn the_token_and_headers_of_the_configuration_are_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/prefix", listener.local_addr().unwrap());
    let config = config([
        ("SENTRY_URL", url.as_str()),
        ("SENTRY_AUTH_TOKEN", "token-of-the-suite"),
        ("SENTRY_CUSTOM_HEADERS", "X-Team: shop"),
        ("SENTRY_ORG", "acme"),
    ]);
    let mut client = McpClient::initialized(Server::new(config)).await;
    client.call(1, "search_issues", json!({})).await;
    let (_stream, head) = accept(&listener).await;
    assert!(
        head.starts_with("GET /prefix/api/0/organizations/acme/issues/?query=is%3Aunresolved"),
        "{head}"
    );
    for line in [
        "authorization: Bearer token-of-the-suite",
        "x-team: shop",
        "user-agent: sentry-mcp/",
    ] {
        assert!(head.contains(line), "{head}");
    }
}
