//! Clients that send more than they read, or stop reading. Time is tokio's paused clock.

use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::json;
use tokio::time::Instant;

use crate::client::Client;
use crate::stdio::server;

/// Writes without reading until the server takes no more; says how many lines it took.
async fn flood(client: &mut Client, line: impl Fn(usize) -> String, most: usize) -> usize {
    for count in 0..most {
        let line = line(count);
        let sent = client.send_bytes(line.as_bytes());
        if tokio::time::timeout(Duration::from_secs(1), sent)
            .await
            .is_err()
        {
            return count;
        }
    }
    most
}

#[tokio::test(start_paused = true)]
async fn lines_are_not_read_while_their_answers_are_not() {
    let line = |_| format!("{}\n", "garbage ".repeat(1 << 11));
    let mut client = Client::of(server().0);
    let taken = flood(&mut client, line, 2_000).await;
    assert!((256..2_000).contains(&taken), "{taken}");
    // Once they are read it goes on.
    for _ in 0..taken {
        assert_eq!(client.next().await.unwrap()["error"]["code"], -32700);
    }
}

#[tokio::test(start_paused = true)]
async fn long_calls_wait_in_small_numbers() {
    let text = "x".repeat(1 << 20);
    let line = |id| {
        let call = json!({"jsonrpc": "2.0", "id": id, "method": "tools/call",
                          "params": {"name": "never", "arguments": {"text": text}}});
        format!("{call}\n")
    };
    let mut client = Client::initialized(server().0).await;
    let taken = flood(&mut client, line, 40).await;
    // As many as count against the bound, and what is looked ahead.
    assert!((16..24).contains(&taken), "{taken}");
}

#[tokio::test(start_paused = true)]
async fn a_client_that_floods_and_leaves_does_not_keep_the_server() {
    let line = |_| "garbage\n".repeat(1 << 10);
    let mut client = Client::of(server().0);
    let taken = flood(&mut client, line, 2_000).await;
    assert!(taken < 2_000, "{taken}");
    let left = Instant::now();
    client.leave().await;
    client.ended().await.unwrap();
    let elapsed = left.elapsed();
    assert!(elapsed <= Duration::from_secs(6), "{elapsed:?}");
}

#[tokio::test(start_paused = true)]
async fn sixteen_calls_run_at_once_and_a_cancellation_makes_room() {
    let (server, tools) = server();
    let mut client = Client::initialized(server).await;
    for id in 0..40 {
        client.call(id, "never", json!({})).await;
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(tools.started.load(Ordering::SeqCst), 16);
    for id in [3, 39] {
        client
            .send(json!({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": id}}))
            .await;
    }
    // One of the two had not begun.
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(tools.dropped.load(Ordering::SeqCst), 1);
    assert_eq!(tools.started.load(Ordering::SeqCst), 17);
    client
        .ask(json!({"jsonrpc": "2.0", "id": 100, "method": "ping"}))
        .await;
}

#[tokio::test(start_paused = true)]
async fn the_end_of_the_input_is_seen_behind_lines_that_wait() {
    let mut client = Client::initialized(server().0).await;
    for id in 0..400 {
        client.call(id, "never", json!({})).await;
    }
    let left = Instant::now();
    client.leave().await;
    client.ended().await.unwrap();
    let elapsed = left.elapsed();
    assert!(elapsed >= Duration::from_secs(2), "{elapsed:?}");
    assert!(elapsed <= Duration::from_millis(2_200), "{elapsed:?}");
}

#[tokio::test(start_paused = true)]
async fn a_client_that_reads_no_more_ends_the_server() {
    let (server, tools) = server();
    let mut client = Client::initialized(server).await;
    client.call(1, "never", json!({})).await;
    client.call(2, "late", json!({})).await;
    let (open_end, running) = client.read_no_more();
    let ended = tokio::time::timeout(Duration::from_secs(3), running).await;
    assert!(ended.unwrap().unwrap().is_ok());
    assert_eq!(tools.dropped.load(Ordering::SeqCst), 1);
    drop(open_end);
}
