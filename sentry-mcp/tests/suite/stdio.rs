//! The transport over standard input and output. Time is tokio's paused clock.

use std::sync::atomic::Ordering;
use std::time::Duration;

use sentry_fixtures::Fault;
use sentry_mcp::{Config, Server};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::client::{Client, Misbehaving};

pub(crate) fn server() -> (Server, Misbehaving) {
    let misbehaving = Misbehaving::default();
    let server = Server::builder(Config::demo())
        .tools(misbehaving.tools())
        .build();
    (server, misbehaving)
}

fn modern(id: u32, method: &str, mut params: Value) -> Value {
    params["_meta"] = json!({
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": {},
        "io.modelcontextprotocol/clientInfo": {"name": "suite", "version": "1"},
    });
    json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params})
}

#[tokio::test(start_paused = true)]
async fn the_older_revisions_open_with_initialize() {
    let mut client = Client::of(server().0);
    let answer = client.initialize().await;
    assert_eq!(answer["result"]["protocolVersion"], "2025-06-18");
    assert_eq!(answer["result"]["serverInfo"]["name"], "sentry-mcp");
    assert!(
        answer["result"]["instructions"]
            .as_str()
            .unwrap()
            .contains("search_issues")
    );
    let answer = client
        .ask(json!({"jsonrpc": "2.0", "id": 1, "method": "tools/list"}))
        .await;
    assert!(answer["result"]["tools"].as_array().unwrap().len() > 2);
}

#[tokio::test(start_paused = true)]
async fn the_newest_revision_opens_with_any_request() {
    let mut client = Client::of(server().0);
    let answer = client.ask(modern(1, "server/discover", json!({}))).await;
    let versions = answer["result"]["supportedVersions"].as_array().unwrap();
    assert!(versions.contains(&json!("2026-07-28")) && versions.contains(&json!("2025-06-18")));
    let answer = client.ask(modern(2, "tools/list", json!({}))).await;
    assert_eq!(answer["result"]["resultType"], "complete");
    assert_eq!(answer["result"]["cacheScope"], "private");
    let answer = client
        .ask(modern(3, "tools/call", json!({"name": "late"})))
        .await;
    assert_eq!(answer["result"]["content"][0]["text"], "done");
}

#[tokio::test(start_paused = true)]
async fn a_client_that_only_probes_and_leaves_is_no_failure() {
    let mut client = Client::of(server().0);
    client.ask(modern(1, "server/discover", json!({}))).await;
    client.leave().await;
    assert!(client.ended().await.is_ok());

    let mut client = Client::of(server().0);
    client.leave().await;
    assert!(client.ended().await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn a_request_of_the_newest_revision_must_say_its_version() {
    let mut client = Client::of(server().0);
    let answer = client
        .ask(json!({"jsonrpc": "2.0", "id": 1, "method": "tools/list"}))
        .await;
    assert_eq!(answer["error"]["code"], -32602);
    // Neither this refusal nor a notification after it ends the server.
    client
        .send(json!({"jsonrpc": "2.0", "method": "notifications/initialized"}))
        .await;
    let mut request = modern(2, "tools/list", json!({}));
    request["params"]["_meta"]["io.modelcontextprotocol/protocolVersion"] = json!("2099-01-01");
    let answer = client.ask(request).await;
    assert_eq!(answer["error"]["code"], -32022);
    client
        .send(json!({"jsonrpc": "2.0", "method": "notifications/initialized"}))
        .await;
    client.initialize().await;
}

#[tokio::test(start_paused = true)]
async fn lines_that_are_no_messages_are_answered_and_survived() {
    let mut client = Client::of(server().0);
    for open in [false, true] {
        if open {
            client.initialize().await;
        }
        client
            .send_bytes(b"{\"jsonrpc\": \"2.0\", \"id\": 1, \"meth\n")
            .await;
        let answer = client.next().await.unwrap();
        assert_eq!(answer["error"]["code"], -32700);
        assert_eq!(answer.get("id"), None);

        client.send_bytes(b"\xff\xfe\n\n   \n").await;
        assert_eq!(client.next().await.unwrap()["error"]["code"], -32700);
        assert_eq!(client.next().await.unwrap()["error"]["code"], -32700);

        client.send(json!({"id": 7, "method": "tools/list"})).await;
        let answer = client.next().await.unwrap();
        assert_eq!(answer["error"]["code"], -32600);
        assert_eq!(answer["id"], 7);

        client
            .send(json!([{"jsonrpc": "2.0", "id": 1, "method": "ping"}]))
            .await;
        let answer = client.next().await.unwrap();
        assert!(
            answer["error"]["message"]
                .as_str()
                .unwrap()
                .contains("batches"),
            "{answer}"
        );
    }
    let answer = client
        .ask(json!({"jsonrpc": "2.0", "id": 2, "method": "ping"}))
        .await;
    assert_eq!(answer["result"], json!({}));
}

#[tokio::test(start_paused = true)]
async fn notifications_and_stray_answers_before_the_opening_are_passed_over() {
    let mut client = Client::of(server().0);
    client
        .send(json!({"jsonrpc": "2.0", "method": "notifications/initialized"}))
        .await;
    client.send(json!({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}})).await;
    client
        .send(json!({"jsonrpc": "2.0", "method": "$/unknown", "params": [1]}))
        .await;
    client
        .send(json!({"jsonrpc": "2.0", "id": 4, "result": {}}))
        .await;
    client
        .send(json!({"jsonrpc": "2.0", "id": 5, "error": {"code": 1, "message": "x"}}))
        .await;
    client
        .ask(json!({"jsonrpc": "2.0", "id": 1, "method": "ping"}))
        .await;
    client.initialize().await;
}

#[tokio::test(start_paused = true)]
async fn a_line_that_is_too_long_is_answered_under_its_id() {
    let mut client = Client::initialized(server().0).await;
    let text = "x".repeat(5 << 20);
    client.call(42, "late", json!({"text": text})).await;
    let answer = client.next().await.unwrap();
    assert_eq!(answer["id"], 42);
    assert_eq!(answer["error"]["code"], -32600);
    assert!(
        answer["error"]["message"]
            .as_str()
            .unwrap()
            .contains("longer than")
    );
    client
        .ask(json!({"jsonrpc": "2.0", "id": 43, "method": "ping"}))
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_last_line_without_its_end_is_a_message() {
    let mut client = Client::of(server().0);
    client
        .send_bytes(b"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
        .await;
    client.leave().await;
    assert_eq!(client.next().await.unwrap()["id"], 1);
    assert_eq!(client.next().await, None);
}

#[tokio::test(start_paused = true)]
async fn an_idle_server_ends_at_once_when_its_input_does() {
    let mut client = Client::initialized(server().0).await;
    client
        .ask(json!({"jsonrpc": "2.0", "id": 1, "method": "ping"}))
        .await;
    let left = Instant::now();
    client.leave().await;
    client.ended().await.unwrap();
    assert!(left.elapsed() < Duration::from_millis(100));
}

#[tokio::test(start_paused = true)]
async fn open_calls_may_finish_after_the_input_has_ended() {
    let mut client = Client::initialized(server().0).await;
    client.call(1, "late", json!({})).await;
    let left = Instant::now();
    client.leave().await;
    assert_eq!(
        client.next().await.unwrap()["result"]["content"][0]["text"],
        "done"
    );
    assert_eq!(client.next().await, None);
    client.ended().await.unwrap();
    assert_eq!(left.elapsed().as_secs(), 1);
}

#[tokio::test(start_paused = true)]
async fn open_calls_are_cut_off_two_seconds_after_the_input_has_ended() {
    let (server, tools) = server();
    let mut client = Client::initialized(server).await;
    client.call(1, "never", json!({})).await;
    let left = Instant::now();
    client.leave().await;
    client.ended().await.unwrap();
    let elapsed = left.elapsed();
    assert!(
        (Duration::from_secs(2)..Duration::from_millis(2_100)).contains(&elapsed),
        "{elapsed:?}"
    );
    assert_eq!(tools.dropped.load(Ordering::SeqCst), 1);
}

/// The client may still read what became of its write.
#[tokio::test(start_paused = true)]
async fn a_write_that_is_cut_off_may_have_been_done() {
    let place = crate::sandbox::Place::new();
    let put = Fault::hang().on(http::Method::PUT, "/issues/");
    place.sandbox.inject(put);
    let mut client = Client::initialized(place.server.clone()).await;
    let arguments = json!({"issue": "SHOP-API-1F", "status": "resolved"});
    client.call(1, "update_issue", arguments).await;
    client.leave().await;
    let answer = client.next().await.unwrap();
    let text = answer["result"]["content"][0]["text"].as_str().unwrap();
    assert!(text.contains("may have been made"), "{text}");
    client.ended().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn answers_that_nobody_reads_do_not_keep_the_server() {
    let mut client = Client::initialized(server().0).await;
    for id in 0..40 {
        client
            .call(id, "search_issues", json!({"limit": 100}))
            .await;
    }
    let left = Instant::now();
    client.leave().await;
    client.ended().await.unwrap();
    let elapsed = left.elapsed();
    assert!(elapsed <= Duration::from_millis(2_200), "{elapsed:?}");
    assert!(elapsed >= Duration::from_secs(2), "{elapsed:?}");
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_call_is_dropped_and_never_answered() {
    let (server, tools) = server();
    let mut client = Client::initialized(server).await;
    client.call(1, "never", json!({})).await;
    client
        .ask(json!({"jsonrpc": "2.0", "id": 2, "method": "ping"}))
        .await;
    while tools.started.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    client.send(json!({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}})).await;
    client
        .ask(json!({"jsonrpc": "2.0", "id": 3, "method": "ping"}))
        .await;
    while tools.dropped.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    // Nothing is open, so the end of the input ends the server at once.
    let left = Instant::now();
    client.leave().await;
    assert_eq!(client.next().await, None);
    client.ended().await.unwrap();
    assert!(left.elapsed() < Duration::from_millis(100));
}

#[tokio::test(start_paused = true)]
async fn a_tool_that_panics_is_answered() {
    let mut client = Client::initialized(server().0).await;
    client.call(1, "panics", json!({})).await;
    let answer = client.next().await.unwrap();
    assert_eq!(answer["result"]["isError"], true);
    assert_eq!(
        answer["result"]["structuredContent"]["error"]["code"],
        "SENTRY_API_ERROR"
    );
    assert!(!answer.to_string().contains("data in it"), "{answer}");
    client
        .ask(json!({"jsonrpc": "2.0", "id": 2, "method": "ping"}))
        .await;
}

#[tokio::test(start_paused = true)]
async fn wrong_names_are_errors_of_the_protocol() {
    let mut client = Client::initialized(server().0).await;
    client.call(1, "nope", json!({})).await;
    let answer = client.next().await.unwrap();
    assert_eq!(answer["error"]["code"], -32602);
    assert!(
        answer["error"]["message"]
            .as_str()
            .unwrap()
            .contains("late"),
        "{answer}"
    );
    let answer = client
        .ask(json!({"jsonrpc": "2.0", "id": 2, "method": "nope/nope"}))
        .await;
    assert_eq!(answer["error"]["code"], -32601);
    let answer = client
        .ask(json!({"jsonrpc": "2.0", "id": 3, "method": "tools/call", "params": {}}))
        .await;
    assert_eq!(answer["error"]["code"], -32602);
}

#[tokio::test(start_paused = true)]
async fn many_calls_at_once_are_each_answered_once() {
    let mut client = Client::initialized(server().0).await;
    for id in 0..200 {
        client.call(id, "late", json!({})).await;
    }
    let mut ids = Vec::new();
    for _ in 0..200 {
        ids.push(client.next().await.unwrap()["id"].as_u64().unwrap());
    }
    ids.sort_unstable();
    assert_eq!(ids, (0..200).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn an_id_that_is_still_open_is_refused() {
    let mut client = Client::initialized(server().0).await;
    client.call(5, "late", json!({})).await;
    client.call(5, "late", json!({})).await;
    let answer = client.next().await.unwrap();
    assert_eq!(
        (&answer["id"], &answer["error"]["code"]),
        (&json!(5), &json!(-32600))
    );
    let answer = client.next().await.unwrap();
    assert_eq!(answer["result"]["content"][0]["text"], "done");
    // It is free again once it is answered.
    client.call(5, "late", json!({})).await;
    let answer = client.next().await.unwrap();
    assert_eq!(answer["result"]["content"][0]["text"], "done");
}

#[tokio::test(start_paused = true)]
async fn what_no_capability_declares_is_no_method() {
    let mut client = Client::initialized(server().0).await;
    for (method, params) in [
        ("prompts/list", json!({})),
        ("prompts/get", json!({"name": "x"})),
        (
            "completion/complete",
            json!({"ref": {"type": "ref/prompt", "name": "x"},
                                       "argument": {"name": "a", "value": "b"}}),
        ),
    ] {
        let answer = client
            .ask(json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}))
            .await;
        assert_eq!(answer["error"]["code"], -32601, "{answer}");
        let answer = client.ask(modern(2, method, params)).await;
        assert_eq!(answer["error"]["code"], -32601, "{answer}");
    }
    let mut client = Client::of(server().0);
    let listen = modern(3, "subscriptions/listen", json!({"notifications": {}}));
    assert_eq!(client.ask(listen).await["error"]["code"], -32601);
}
