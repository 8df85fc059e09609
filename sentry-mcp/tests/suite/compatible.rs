//! Servers that speak Sentry's API, but not all of it.

use async_trait::async_trait;
use http::{Method, Response, StatusCode};
use insta::assert_snapshot;
use sentry_api::transport::{BodyStream, RequestBody, Transport, TransportError};
use sentry_api::{Client, Token};
use sentry_fixtures::Sandbox;
use sentry_mcp::Server;
use serde_json::json;

use crate::sandbox::{NOW, Reply, call, config};

/// A sandbox without a root, and with issues at their older address alone.
#[derive(Debug)]
struct Compatible(Sandbox);

#[async_trait]
impl Transport for Compatible {
    async fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<Response<BodyStream>, TransportError> {
        let path = request.uri().path().to_owned();
        let reads = request.method() == Method::GET;
        let mut answer = self.0.send(request).await?;
        if path == "/api/0/" {
            *answer.status_mut() = StatusCode::NOT_FOUND;
            return Ok(answer.map(|_| BodyStream::from(r#"{"detail": "Not Found"}"#)));
        }
        if reads && path.contains("/organizations/acme/issues/7") {
            *answer.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
            return Ok(answer.map(|_| BodyStream::from("Method not allowed")));
        }
        if path.starts_with("/api/0/issues/") && !path.contains("/events/") {
            let issue = json!({"id": "7100100037", "shortId": "SHOP-API-1F", "title": "KeyError: 'region'", "numComments": 1});
            return Ok(answer.map(|_| BodyStream::from(issue.to_string())));
        }
        Ok(answer)
    }
}

fn server() -> (Server, Sandbox) {
    let sandbox = Sandbox::at(NOW);
    let client = Client::builder()
        .base_url(sandbox.base_url())
        .unwrap()
        .token(Token::new(Sandbox::TOKEN))
        .transport(Compatible(sandbox.clone()))
        .build()
        .unwrap();
    let config = config([("SENTRY_ORG", "acme")]);
    (
        Server::builder(config).client(client).now(|| NOW).build(),
        sandbox,
    )
}

async fn ask(server: &Server, tool: &'static str, arguments: serde_json::Value) -> Reply {
    let reply = call(server, tool, arguments).await;
    assert!(!reply.failed, "{}", reply.text);
    reply
}

#[tokio::test]
async fn whoami_says_what_is_not_known() {
    let (server, _) = server();
    let reply = ask(&server, "whoami", json!({})).await;
    assert_snapshot!(reply.text);
}

#[tokio::test]
async fn an_issue_is_read_at_its_older_address() {
    let (server, sandbox) = server();
    let arguments = json!({"issue": "7100100037", "include": ["environment"]});
    let reply = ask(&server, "get_issue", arguments.clone()).await;
    assert_snapshot!(reply.text);
    // What the server lacks is remembered.
    sandbox.forget_requests();
    ask(&server, "get_issue", arguments).await;
    let paths: Vec<_> = sandbox
        .requests()
        .iter()
        .map(|seen| seen.path.clone())
        .collect();
    assert_eq!(paths.len(), 2, "{paths:?}");
    assert!(
        paths
            .iter()
            .all(|path| path.starts_with("/api/0/issues/7100100037/")),
        "{paths:?}"
    );
}
