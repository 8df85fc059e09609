//! The token reaches the server and nothing else.

use std::fmt::Write as _;
use std::io::Write;
use std::sync::{Arc, Mutex};

use sentry_api::Token;

use crate::script::{Act, Script, TOKEN, html, json};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test(start_paused = true)]
async fn no_token_and_no_data_in_errors_logs_and_debug_output() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let echo = format!(r#"{{"detail": "Invalid token {TOKEN}"}}"#);
    let acts = [
        json(401, echo),
        json(400, r#"{"detail": "no"}"#),
        json(200, r#"{"id": "private-body", "status": 5}"#),
        json(200, r#"{"id": {"private-body": 1}}"#),
        json(200, r#"{"id": "private-body"#),
        json(503, "private-body"),
        html(200),
        Act::Fail(sentry_api::transport::TransportErrorKind::Interrupted),
    ];
    let mut said = format!("{:?}", Token::new(TOKEN));
    for act in acts {
        let script = Script::acts([act]);
        let client = script.client();
        let organization = client.organization("private-argument");
        write!(said, "{client:?} {:?}", script.builder()).unwrap();
        let error = organization.get().await.err();
        write!(said, "{error:?}").unwrap();
        let mut source: Option<&dyn std::error::Error> = error.as_ref().map(|e| e as _);
        while let Some(error) = source {
            said += &error.to_string();
            source = error.source();
        }
    }
    said += &String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(said.contains("answered"), "the log is on");
    for secret in [TOKEN, "canary", "private-body", "private-argument"] {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
}
