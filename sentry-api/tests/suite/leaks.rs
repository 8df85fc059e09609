//! The token reaches the server and nothing else.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write;
use std::sync::{Arc, Mutex};

use sentry_api::Token;
use sentry_api::transport::ReqwestTransport;

use crate::script::{Act, Script, TOKEN, html, json};

/// What was logged on this thread, in full.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    pub(crate) fn begin() -> (Self, tracing::subscriber::DefaultGuard) {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// All that an error and its causes show.
pub(crate) fn told(error: &sentry_api::Error) -> String {
    let mut told = format!("{error:?}");
    let mut source: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = source {
        write!(told, " {error}").unwrap();
        source = error.source();
    }
    told
}

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
    let (log, _guard) = Log::begin();
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
        said += &error.as_ref().map(told).unwrap_or_default();
    }
    said += &log.text();
    assert!(said.contains("answered"), "the log is on");
    for secret in [TOKEN, "canary", "private-body", "private-argument"] {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
}

/// All that an error shows.
async fn shown(act: Act) -> String {
    let error = Script::acts([act]).client().root().await.unwrap_err();
    let scopes = error.required_scopes().join(" ");
    format!("{error} {error:?} {scopes}")
}

#[tokio::test(start_paused = true)]
async fn a_token_that_the_server_echoes_is_not_repeated() {
    let half = &TOKEN[..TOKEN.len() / 2];
    let before_the_cut = format!(r#"{{"detail": "{}{TOKEN}"}}"#, "x".repeat(500 - half.len()));
    let in_the_code = format!(r#"{{"detail": {{"code": "{TOKEN}", "message": "no"}}}}"#);
    let in_a_field = format!(r#"{{"version": "0", "{TOKEN}": 1}}"#);
    for act in [
        json(401, before_the_cut),
        json(401, in_the_code),
        json(403, in_a_field),
        json(403, "").header("www-authenticate", format!("Bearer scope=\"{TOKEN}\"")),
        json(302, "").header("location", format!("https://{TOKEN}.example/")),
        json(302, "").header(
            "location",
            format!("https://{}.example/", TOKEN.to_uppercase()),
        ),
    ] {
        let shown = shown(act.clone()).await;
        assert!(!shown.to_lowercase().contains(half), "{act:?}: {shown}");
    }
}

#[tokio::test]
async fn a_key_of_the_answer_is_no_way_to_print_at_length() {
    let body = format!(
        r#"{{"{}\u001b[31m": {{"{TOKEN}": "x"}}}}"#,
        "k".repeat(2000)
    );
    let client = Script::acts([json(200, body)]).client();
    let request = client.raw(http::Method::GET, "/api/0/");
    let answer = request
        .send::<BTreeMap<String, BTreeMap<String, u8>>>()
        .await;
    let detail = answer.unwrap_err().problem().unwrap().to_owned();
    assert!(
        detail.chars().count() <= 500 && !detail.contains('\u{1b}'),
        "{detail}"
    );
}

#[tokio::test]
async fn debug_output_of_requests_and_answers_has_no_bodies() {
    let answer = json(200, r#"{"private-answer": 1}"#).header("set-cookie", "private-cookie");
    let client = Script::acts([answer]).client();
    let request = client
        .raw(http::Method::POST, "/api/0/")
        .query(&[("q", "private-query")])
        .json(&["private-body"]);
    let mut shown = format!("{request:?}");
    let response = request.send::<serde::de::IgnoredAny>().await.unwrap();
    write!(shown, "{response:?}").unwrap();
    assert!(!shown.contains("private"), "{shown}");
}

#[test]
fn debug_output_of_the_network_shows_nothing_of_it() {
    let transport = ReqwestTransport::new().with_certificates("private");
    assert_eq!(format!("{transport:?}"), "ReqwestTransport");
}
