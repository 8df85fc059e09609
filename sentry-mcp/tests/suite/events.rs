//! Events of forms that the sandbox's story has no use for.

use async_trait::async_trait;
use http::Response;
use insta::assert_snapshot;
use sentry_api::transport::{BodyStream, RequestBody, Transport, TransportError};
use sentry_api::{Client, Token};
use sentry_fixtures::Sandbox;
use sentry_mcp::Server;
use serde_json::{Value, json};
use tiktoken_rs::o200k_base_singleton;

use crate::reading::assert_fenced;
use crate::sandbox::{NOW, Reply, call, config};

/// A sandbox in which every event is this one.
#[derive(Debug)]
struct OneEvent(Sandbox, Value);

#[async_trait]
impl Transport for OneEvent {
    async fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<Response<BodyStream>, TransportError> {
        let is_event = request.uri().path().contains("/events/");
        let answer = self.0.send(request).await?;
        let event = is_event.then(|| BodyStream::from(self.1.to_string()));
        Ok(answer.map(|body| event.unwrap_or(body)))
    }
}

/// What `get_issue` says of an event with these entries.
async fn shown(entries: Value) -> Reply {
    let sandbox = Sandbox::at(NOW);
    let event = json!({
        "id": "1", "eventID": "0123456789abcdef0123456789abcdef", "groupID": "7100100037",
        "dateCreated": "2026-11-20T08:58:00Z",
        "release": {"version": "shop-api@4.12.0"},
        "user": {"id": "48213", "email": "customer-48213@example.net", "ip_address": "203.0.113.61"},
        "tags": [{"key": "environment", "value": "production"}, {"key": "browser", "value": "Chrome 142.0.0"},
                 {"key": "transaction", "value": "/api/v2/checkout/"}, {"key": "server_name", "value": "api-7d9f-2"}],
        "contexts": {"runtime": {"name": "CPython", "version": "3.12.7"}, "os": {"name": "Linux", "version": "6.8.0"}},
        "entries": entries,
    });
    let client = Client::builder()
        .base_url(sandbox.base_url())
        .unwrap()
        .token(Token::new(Sandbox::TOKEN))
        .transport(OneEvent(sandbox, event))
        .build()
        .unwrap();
    let server = Server::builder(config([("SENTRY_ORG", "acme")]))
        .client(client)
        .now(|| NOW)
        .build();
    let reply = call(&server, "get_issue", json!({"issue": "SHOP-API-1F"})).await;
    assert!(!reply.failed, "{}", reply.text);
    assert_fenced(&reply.text, &reply.json);
    reply
}

fn frame(number: u64, in_app: bool) -> Value {
    let (file, module) = if in_app {
        (
            format!("shop/checkout/adapters/northpay_gateway_{number}.py"),
            "shop.checkout.adapters",
        )
    } else {
        (
            format!("rest_framework/middleware/authentication_{number}.py"),
            "rest_framework.middleware",
        )
    };
    json!({
        "filename": file, "module": module, "function": format!("authorize_payment_method_{number}"),
        "lineNo": 100 + number, "colNo": 0, "inApp": in_app,
        "context": (98..104).map(|line| json!([line + number, format!("        response = self.session.post(url_{line}, json=payload, timeout=self.timeout)")])).collect::<Vec<_>>(),
        "vars": {"self": "<NorthpayGateway timeout=8>", "payload": {"amount": 12970, "currency": "EUR"}, "attempt": 3},
    })
}

fn exception(kind: &str, frames: &[Value]) -> Value {
    json!({"type": kind, "value": format!("{kind} while the order 90377 was paid"), "mechanism": {"handled": false},
           "stacktrace": {"frames": frames}})
}

fn request() -> Value {
    json!({"type": "request", "data": {"method": "POST", "url": "https://api.shop.example.com/api/v2/checkout/"}})
}

#[tokio::test]
async fn a_trace_of_twenty_frames_costs_at_most_nine_hundred_tokens() {
    let frames: Vec<_> = (0..20)
        .map(|number| frame(number, number % 2 == 1))
        .collect();
    let exception =
        json!({"type": "exception", "data": {"values": [exception("GatewayTimeout", &frames)]}});
    let reply = shown(json!([exception, request()])).await;
    assert_snapshot!(reply.text);
    let cost = o200k_base_singleton().encode_ordinary(&reply.text).len();
    assert!(cost <= 900, "{cost}");
    assert_eq!(
        reply
            .json
            .pointer("/latestEvent/stacktrace/frames")
            .unwrap()
            .as_array()
            .unwrap()
            .len(),
        20
    );
}

#[tokio::test]
async fn of_a_long_trace_our_own_and_the_innermost_frames_are_shown() {
    let frames: Vec<_> = (0..60)
        .map(|number| frame(number, number % 10 == 5))
        .collect();
    let exception =
        json!({"type": "exception", "data": {"values": [exception("RecursionError", &frames)]}});
    let reply = shown(json!([exception])).await;
    assert_snapshot!(reply.text);
}

#[tokio::test]
async fn causes_follow_the_exception_that_was_reported() {
    let values = [
        exception("ConnectionResetError", &[frame(1, false)]),
        exception("GatewayTimeout", &[frame(2, true), frame(3, false)]),
        exception("CheckoutFailed", &[frame(4, true)]),
    ];
    let reply = shown(json!([{"type": "exception", "data": {"values": values}}])).await;
    assert_snapshot!(reply.text);
}

#[tokio::test]
async fn without_an_exception_the_crashed_thread_is_shown() {
    let thread = |id: u64, crashed: bool| {
        json!({"id": id, "name": format!("worker-{id}"), "crashed": crashed, "current": crashed,
               "stacktrace": {"frames": [frame(id, true)]}})
    };
    let threads =
        json!({"type": "threads", "data": {"values": [thread(1, false), thread(2, true)]}});
    let reply = shown(json!([threads])).await;
    assert_snapshot!(reply.text);
    let threads = reply.json.pointer("/latestEvent/threads").unwrap();
    assert_eq!(threads.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_event_may_be_a_message_alone() {
    let message = json!({"type": "message", "data": {"formatted": "The nightly run is 2 hours late", "message": "late"}});
    let unknown = json!({"type": "csp", "data": {"effective_directive": "img-src"}});
    let reply = shown(json!([message, unknown])).await;
    assert_snapshot!(reply.text);
}
