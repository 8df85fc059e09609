//! A client that speaks raw lines, and tools that misbehave.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rmcp::handler::server::router::tool::{ToolRoute, ToolRouter};
use rmcp::handler::server::tool::ToolCallContext;
use rmcp::model::{CallToolResult, ContentBlock, Tool};
use sentry_mcp::Server;
use sentry_mcp::stdio::serve_over;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream, Lines, duplex};
use tokio::task::JoinHandle;

/// One client of a server in this process.
pub(crate) struct Client {
    answers: Lines<BufReader<DuplexStream>>,
    requests: Option<DuplexStream>,
    served: JoinHandle<io::Result<()>>,
}

impl Client {
    pub(crate) fn of(server: Server) -> Self {
        let (requests, reader) = duplex(1 << 16);
        let (writer, answers) = duplex(1 << 16);
        Self {
            answers: BufReader::new(answers).lines(),
            requests: Some(requests),
            served: tokio::spawn(serve_over(server, reader, writer)),
        }
    }

    /// A client that has shaken hands in the way before 2026-07-28.
    pub(crate) async fn initialized(server: Server) -> Self {
        let mut client = Self::of(server);
        client.initialize().await;
        client
    }

    pub(crate) async fn initialize(&mut self) -> Value {
        let answer = self
            .ask(
                json!({"jsonrpc": "2.0", "id": "init", "method": "initialize", "params": {
                    "protocolVersion": "2025-06-18",
                    "capabilities": {},
                    "clientInfo": {"name": "suite", "version": "1"},
                }}),
            )
            .await;
        self.send(json!({"jsonrpc": "2.0", "method": "notifications/initialized"}))
            .await;
        answer
    }

    pub(crate) async fn send_bytes(&mut self, bytes: &[u8]) {
        self.requests
            .as_mut()
            .unwrap()
            .write_all(bytes)
            .await
            .unwrap();
    }

    pub(crate) async fn send(&mut self, message: Value) {
        self.send_bytes(format!("{message}\n").as_bytes()).await;
    }

    pub(crate) async fn call(&mut self, id: u32, tool: &str, arguments: Value) {
        self.send(json!({"jsonrpc": "2.0", "id": id, "method": "tools/call",
                         "params": {"name": tool, "arguments": arguments}}))
            .await;
    }

    /// The next line, which must be JSON; `None` when the server has closed its end.
    pub(crate) async fn next(&mut self) -> Option<Value> {
        let line = self.answers.next_line().await.unwrap()?;
        Some(serde_json::from_str(&line).unwrap_or_else(|_| panic!("not JSON: {line}")))
    }

    pub(crate) async fn ask(&mut self, message: Value) -> Value {
        let id = message["id"].clone();
        self.send(message).await;
        let answer = self.next().await.unwrap();
        assert_eq!(answer["id"], id, "{answer}");
        answer
    }

    /// Closes the client's end.
    pub(crate) async fn leave(&mut self) {
        if let Some(mut requests) = self.requests.take() {
            requests.shutdown().await.unwrap();
        }
    }

    /// Closes the end that reads, and gives what is left.
    pub(crate) fn read_no_more(self) -> (Option<DuplexStream>, JoinHandle<io::Result<()>>) {
        drop(self.answers);
        (self.requests, self.served)
    }

    /// Waits until the server has ended.
    pub(crate) async fn ended(self) -> io::Result<()> {
        self.served.await.unwrap()
    }
}

/// Tools that no server has: one that answers late, one that never does, one that panics.
#[derive(Clone, Default)]
pub(crate) struct Misbehaving {
    pub(crate) started: Arc<AtomicUsize>,
    pub(crate) dropped: Arc<AtomicUsize>,
}

impl Misbehaving {
    pub(crate) fn tools(&self) -> ToolRouter<Server> {
        let Self { started, dropped } = self.clone();
        let answer = || Ok(CallToolResult::success(vec![ContentBlock::text("done")]).into());
        ToolRouter::new()
            .with_route(tool("late", move |_| {
                Box::pin(async move {
                    tokio::time::sleep(Duration::from_secs(1)).await;
                    answer()
                })
            }))
            .with_route(tool("never", move |_| {
                let guard = Count(Arc::clone(&dropped));
                started.fetch_add(1, Ordering::SeqCst);
                Box::pin(async move {
                    let _guard = guard;
                    std::future::pending::<()>().await;
                    answer()
                })
            }))
            .with_route(tool("panics", move |_| {
                Box::pin(async move {
                    tokio::task::yield_now().await;
                    panic!("a message with data in it");
                })
            }))
    }
}

fn tool<F>(name: &'static str, call: F) -> ToolRoute<Server>
where
    F: for<'a> Fn(
            ToolCallContext<'a, Server>,
        ) -> futures::future::BoxFuture<
            'a,
            Result<rmcp::model::CallToolResponse, rmcp::ErrorData>,
        > + Send
        + Sync
        + 'static,
{
    let schema = json!({"type": "object"}).as_object().unwrap().clone();
    ToolRoute::new_dyn(
        Tool::new(name, "A tool of the suite.", Arc::new(schema)),
        call,
    )
}

/// Counts when it is dropped.
struct Count(Arc<AtomicUsize>);

impl Drop for Count {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}
