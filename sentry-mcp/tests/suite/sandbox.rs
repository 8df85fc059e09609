//! A server on a sandbox in which it is always the same time.

use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use sentry_api::{Client, Token};
use sentry_fixtures::{Sandbox, Seen};
use sentry_mcp::config::{Config, Environment, Flags};
use sentry_mcp::{Server, ServerBuilder};
use serde_json::Value;
use time::OffsetDateTime;
use time::macros::datetime;
use tokio::time::Instant;

/// When everything happens.
pub(crate) const NOW: OffsetDateTime = datetime!(2026-11-20 09:00 UTC);

/// A server, and the sandbox that it asks.
pub(crate) struct Place {
    pub(crate) sandbox: Sandbox,
    pub(crate) server: Server,
}

/// What a tool answered.
pub(crate) struct Reply {
    pub(crate) text: String,
    pub(crate) json: Value,
    pub(crate) failed: bool,
}

/// The sandbox's time, which passes only as far as tokio's does.
#[derive(Debug)]
struct Standing(Instant);

#[async_trait]
impl sentry_api::Clock for Standing {
    fn now(&self) -> SystemTime {
        SystemTime::from(NOW)
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

/// A client of the sandbox with one of its tokens.
pub(crate) fn client(sandbox: &Sandbox, token: &str) -> Client {
    Client::builder()
        .base_url(sandbox.base_url())
        .unwrap()
        .token(Token::new(token))
        .transport(sandbox.clone())
        .clock(Standing(Instant::now()))
        .build()
        .unwrap()
}

pub(crate) fn config<const N: usize>(variables: [(&str, &str); N]) -> Config {
    Config::resolve(&Flags::default(), Environment::with(variables))
}

impl Place {
    /// A server that works in `acme`.
    pub(crate) fn new() -> Self {
        Self::with(config([("SENTRY_ORG", "acme")]), Sandbox::TOKEN)
    }

    pub(crate) fn with(config: Config, token: &str) -> Self {
        Self::build(Server::builder(config), token)
    }

    pub(crate) fn build(builder: ServerBuilder, token: &str) -> Self {
        let sandbox = Sandbox::at(NOW);
        let server = builder.client(client(&sandbox, token)).now(|| NOW).build();
        Self { sandbox, server }
    }

    pub(crate) async fn call(&self, tool: &'static str, arguments: Value) -> Reply {
        call(&self.server, tool, arguments).await
    }

    /// Calls a tool that must succeed.
    pub(crate) async fn ask(&self, tool: &'static str, arguments: Value) -> Reply {
        let reply = self.call(tool, arguments).await;
        assert!(!reply.failed, "{}", reply.text);
        reply
    }

    /// Calls a tool that must fail, and gives the code and the text.
    pub(crate) async fn refused(&self, tool: &'static str, arguments: Value) -> (String, String) {
        let reply = self.call(tool, arguments).await;
        assert!(reply.failed, "{}", reply.text);
        assert_eq!(reply.json["success"], false);
        (
            reply.json["error"]["code"].as_str().unwrap().to_owned(),
            reply.text,
        )
    }

    /// The requests since the last time, as `METHOD path status`.
    pub(crate) fn requests(&self) -> Vec<String> {
        let seen = self.sandbox.requests();
        self.sandbox.forget_requests();
        seen.iter().map(line).collect()
    }
}

fn line(seen: &Seen) -> String {
    let status = seen
        .status
        .map_or_else(|| "-".to_owned(), |status| status.to_string());
    format!("{} {} {status}", seen.method, seen.path)
}

pub(crate) async fn call(server: &Server, tool: &'static str, arguments: Value) -> Reply {
    let arguments = arguments.as_object().unwrap().clone();
    let result = server.call(tool, arguments).await.unwrap();
    let text = result.content[0].as_text().unwrap().text.clone();
    Reply {
        text: untagged(&text),
        json: result.structured_content.unwrap(),
        failed: result.is_error == Some(true),
    }
}

/// The text with `TAG` in the place of the digits that differ each time.
pub(crate) fn untagged(text: &str) -> String {
    let mut parts = text.split("untrusted-");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part
            .chars()
            .take(10)
            .filter(char::is_ascii_hexdigit)
            .count();
        assert_eq!(digits, 10, "{text}");
        shown.push_str("untrusted-TAG");
        shown.push_str(&part[10..]);
    }
    shown
}
