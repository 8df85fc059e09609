//! Traffic of a Sentry-compatible server, read through the typed calls.
//!
//! The recordings are no part of the project: the test takes their folder from
//! `SENTRY_RECORDED_DIR`, or finds it beside the project, and is skipped without them.

use std::path::{Path, PathBuf};

use http::Method;
use sentry_api::endpoints::{ROUTES, Route};
use sentry_api::transport::{Exchange, Replay};
use sentry_api::{Client, Error, ErrorKind, Token};
use serde_json::Value;

use crate::contract::{beside, case, fits};
use crate::script::{Act, Script, html};

fn folder() -> Option<PathBuf> {
    beside("SENTRY_RECORDED_DIR", "recorded")
}

struct Recording {
    name: String,
    method: Method,
    path: String,
    act: Act,
    status: u16,
    is_json: bool,
}

fn read(path: &Path) -> Recording {
    let text = std::fs::read_to_string(path).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let (request, response) = (&file["request"], &file["response"]);
    let body = match response.get("body_text") {
        Some(text) => text.as_str().unwrap_or_default().to_owned(),
        None if response["body"].is_null() => String::new(),
        None => response["body"].to_string(),
    };
    let headers = response["headers"].as_array().unwrap().iter().map(|pair| {
        let name: &str = pair[0].as_str().unwrap();
        let name: &'static str = String::leak(name.to_owned());
        (name, pair[1].as_str().unwrap().to_owned())
    });
    let status = u16::try_from(response["status"].as_u64().unwrap()).unwrap();
    Recording {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        method: request["method"].as_str().unwrap().parse().unwrap(),
        path: request["path"]
            .as_str()
            .unwrap()
            .split('?')
            .next()
            .unwrap()
            .to_owned(),
        is_json: response.get("body_text").is_none(),
        act: Act::Answer(status, headers.collect(), body),
        status,
    }
}

/// The operation that the recording is of, if it has a type. The older routes of an issue
/// count as the newer ones.
fn route(recording: &Recording) -> Option<&'static Route> {
    let path = &recording.path;
    let newer = path.replacen("/api/0/issues/", "/api/0/organizations/x/issues/", 1);
    let mut routes = ROUTES.iter().copied().flatten();
    routes.find(|route| route.method == recording.method && fits(route.path, &newer))
}

/// Calls the operation that the recording is of; `None` when there is no type for it.
async fn call(recording: &Recording) -> Option<(usize, Result<(), Error>)> {
    let route = route(recording)?;
    let act = recording.act.clone();
    let is_older = recording.path.starts_with("/api/0/issues/");
    let script = Script::new(move |_, seen| {
        // The older routes are reached by a server that lacks the newer ones.
        let is_own = !is_older || seen.url.contains("/api/0/issues/");
        if is_own { act.clone() } else { html(405) }
    });
    let outcome = (case(route.name).least)(script.client()).await.map(drop);
    Some((script.count(), outcome))
}

fn deserved(recording: &Recording) -> Option<ErrorKind> {
    Some(match recording.status {
        200..=299 if recording.is_json => return None,
        400 | 409 | 413 | 422 => ErrorKind::BadRequest,
        401 => ErrorKind::Unauthorized,
        403 => ErrorKind::Forbidden,
        404 if recording.is_json => ErrorKind::NotFound,
        200..=299 | 404 | 405 => ErrorKind::Unsupported,
        300..=399 => ErrorKind::Redirected,
        _ => ErrorKind::Unavailable,
    })
}

#[tokio::test(start_paused = true)]
async fn every_recording_decodes_or_gives_the_error_it_deserves() {
    let Some(folder) = folder() else { return };
    let mut read_count = 0;
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let recording = read(&path);
        let Some((requests, result)) = call(&recording).await else {
            continue;
        };
        read_count += 1;
        let kind = result.as_ref().err().map(Error::kind);
        if kind != deserved(&recording) || requests == 0 {
            wrong.push(format!("{}: {result:?}", recording.name));
        }
    }
    eprintln!("{read_count} recordings were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn pages_of_the_compatible_server_follow_each_other() {
    let Some(folder) = folder() else { return };
    let names = ["page_issues_limit5_1", "page_issues_limit5_2"];
    let mut pages = Vec::new();
    for name in names {
        let file = folder.join(format!("{name}.json"));
        if !file.is_file() {
            eprintln!("skipped: no {name}");
            return;
        }
        let script = Script::acts([read(&file).act]);
        pages.push(
            script
                .client()
                .organization("x")
                .issues()
                .page()
                .await
                .unwrap(),
        );
    }
    assert_eq!(pages[0].items.len(), 5);
    assert_eq!(pages[0].hits, Some(34));
    assert!(pages[0].next.is_some() && pages[0].previous.is_none());
    assert!(pages[1].next.is_some() && pages[1].previous.is_some());
    assert_ne!(pages[0].items[0].id, pages[1].items[0].id);
}

#[tokio::test]
async fn replay_answers_in_order_and_knows_nothing_else() {
    let replay = Replay::new([
        Exchange::get("/api/0/").json(200, r#"{"version": "0"}"#),
        Exchange::get("/api/0/").json(200, r#"{"version": "1"}"#),
    ]);
    let client = Client::builder()
        .token(Token::new("sntryu_example"))
        .transport(replay)
        .build()
        .unwrap();
    assert_eq!(client.root().await.unwrap().version.as_deref(), Some("0"));
    assert_eq!(client.root().await.unwrap().version.as_deref(), Some("1"));
    let error = client.root().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}
