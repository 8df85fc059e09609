//! Answers of which one value is damaged: an id may be needed, nothing else may cost the rest.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;

use http::Method;
use sentry_api::endpoints::OrganizationHandle;
use sentry_api::model::{Entry, Issue};
use sentry_api::{Call, Client, Endpoint, Error, ErrorKind};
use sentry_fixtures::Sandbox;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::script::{Script, json};

/// What the models cannot be without.
const NEEDED: &[&str] = &[
    "id", "slug", "key", "eventID", "eventId", "event_id", "groupId", "version",
];

/// The field that some answers put everything in, which no model can be without.
const ENVELOPE: &str = "/data";

/// Everything that can stand in the place of a value; `None` takes it away.
pub(crate) fn damages() -> Vec<Option<Value>> {
    let values = [
        Value::Null,
        serde_json::json!(-7.5),
        serde_json::json!("shrug"),
        serde_json::json!([{"x": [1]}]),
        serde_json::json!({"x": [1]}),
        serde_json::json!(true),
    ];
    values.into_iter().map(Some).chain([None]).collect()
}

/// The place of every value, as steps from the root.
pub(crate) fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    if !at.is_empty() {
        found.push(at.to_owned());
    }
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                places(value, &format!("{at}/{}", key.replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            for (number, value) in items.iter().enumerate() {
                places(value, &format!("{at}/{number}"), found);
            }
        }
        _ => {}
    }
}

pub(crate) fn damaged(whole: &Value, place: &str, damage: Option<&Value>) -> Value {
    let mut whole = whole.clone();
    let (parent, last) = place.rsplit_once('/').unwrap();
    let parent = whole.pointer_mut(parent).unwrap();
    match (parent, damage) {
        (Value::Object(map), None) => drop(map.remove(&last.replace("~1", "/"))),
        (Value::Array(items), None) => drop(items.remove(last.parse().unwrap())),
        (parent, Some(damage)) => {
            *parent.pointer_mut(&format!("/{last}")).unwrap() = damage.clone();
        }
        (_, None) => unreachable!("{place}"),
    }
    whole
}

/// Keeps two elements of each list, which stand for all.
fn shorten(value: &mut Value) {
    match value {
        Value::Object(map) => map.values_mut().for_each(shorten),
        Value::Array(items) => {
            items.truncate(2);
            items.iter_mut().for_each(shorten);
        }
        _ => {}
    }
}

/// Damages every value of `whole` and gives the places that cost the answer.
pub(crate) async fn sunk_by<F>(mut whole: Value, read: impl Fn(Client) -> F) -> String
where
    F: Future<Output = Result<(), Error>>,
{
    shorten(&mut whole);
    let mut all = Vec::new();
    places(&whole, "", &mut all);
    // One frame, tag or breadcrumb stands for all.
    let mut known = BTreeSet::new();
    all.retain(|place| known.insert(place.replace(|c: char| c.is_ascii_digit(), "")));
    let mut sunk = BTreeSet::new();
    for place in all {
        // An element of a list, or what it is known by.
        let bare = place.strip_prefix(ENVELOPE).unwrap_or(&place);
        let depth = bare.matches('/').count() - usize::from(whole.is_array());
        let needed = NEEDED
            .iter()
            .any(|name| place.ends_with(&format!("/{name}")));
        if depth == 0 || depth == 1 && needed {
            continue;
        }
        for damage in damages() {
            let body = damaged(&whole, &place, damage.as_ref()).to_string();
            let client = Script::acts([json(200, body)]).client();
            if let Err(error) = read(client).await {
                sunk.insert(format!("{place}: {error}"));
            }
        }
    }
    Vec::from_iter(sunk).join("\n")
}

async fn sunk<E: Endpoint<Output: DeserializeOwned>>(
    whole: Value,
    call: impl Fn(OrganizationHandle) -> Call<E>,
) -> String {
    sunk_by(whole, |client| {
        let call = call(client.organization("acme"));
        async { call.await.map(drop) }
    })
    .await
}

async fn real(path: &str) -> Value {
    let client = Sandbox::new().client().unwrap();
    client.raw(Method::GET, path).await.unwrap()
}

#[tokio::test]
async fn no_damaged_value_costs_a_list() {
    let projects = real("/api/0/organizations/acme/projects/").await;
    assert_eq!(sunk(projects, |acme| acme.projects()).await, "");
    let issues = real("/api/0/organizations/acme/issues/").await;
    assert_eq!(sunk(issues, |acme| acme.issues()).await, "");
}

#[tokio::test]
async fn no_damaged_value_costs_an_organization_an_issue_or_an_event() {
    let acme = real("/api/0/organizations/acme/").await;
    assert_eq!(sunk(acme, |acme| acme.get()).await, "");
    let issue = real("/api/0/organizations/acme/issues/SHOP-API-1F/").await;
    assert_eq!(sunk(issue, |acme| acme.issue("1").get()).await, "");
    let found = real("/api/0/organizations/acme/shortids/SHOP-API-1F/").await;
    assert_eq!(sunk(found, |acme| acme.short_id("A-1")).await, "");
    let event = real("/api/0/organizations/acme/issues/SHOP-API-1F/events/latest/").await;
    let call = |acme: OrganizationHandle| acme.issue("1").latest_event();
    assert_eq!(sunk(event, call).await, "");
}

async fn issues(body: String) -> Result<Vec<Issue>, Error> {
    let client = Script::acts([json(200, body)]).client();
    client.organization("acme").issues().await
}

#[tokio::test]
async fn what_is_sound_is_kept_beside_the_damage() {
    let many: Vec<Value> = (0..300)
        .map(|id| {
            serde_json::json!({"id": id, "culprit": 5, "count": "many", "title": "kept",
                "metadata": {"value": "kept"}, "project": {"slug": "web"}})
        })
        .collect();
    let read = issues(Value::from(many).to_string()).await.unwrap();
    assert_eq!(read.len(), 300);
    for issue in read {
        assert_eq!((issue.culprit, issue.count), (None, None));
        assert_eq!(issue.title.as_deref(), Some("kept"));
        assert_eq!(issue.metadata.value.as_deref(), Some("kept"));
        assert_eq!(issue.project, None, "a project is known by its id");
    }

    let body = r#"{"eventID": "1", "entries": [{"data": {}}, {"type": "exception", "data": {"values": [
        {"type": "E", "stacktrace": {"frames": [{"function": "f", "lineNo": "x"}, null,
        {"function": "g", "lineNo": 3, "context": [["2", "a"], [3, "b"]]}]}}]}}]}"#;
    let client = Script::acts([json(200, body)]).client();
    let event = client.organization("acme").issue("1").latest_event().await;
    let event = event.unwrap();
    let frames: Vec<_> = event
        .exceptions()
        .flat_map(|exception| &exception.stacktrace.as_ref().unwrap().frames)
        .map(|frame| {
            (
                frame.function.as_deref().unwrap(),
                frame.line_no,
                frame.context.len(),
            )
        })
        .collect();
    assert_eq!(frames, [("f", None, 0), ("g", Some(3), 1)]);
}

#[tokio::test]
async fn a_list_loses_no_element_in_silence() {
    for (body, field) in [
        (
            r#"[{"id": 1, "culprit": 5}, {"id": {"x": "secret"}}]"#,
            "`[1].id`",
        ),
        (r#"[{"id": 1}, {"title": "secret"}]"#, "`[1]`"),
        (r#"[{"id": 1}, null]"#, "`[1]`"),
    ] {
        let error = issues(body.to_owned()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.problem().unwrap().contains(field), "{error}");
        assert!(!format!("{error:?}").contains("secret"));
    }
}

#[tokio::test]
async fn a_type_of_the_callers_is_read_exactly() {
    let client = Script::acts([json(200, r#"{"limit": "ten"}"#)]).client();
    let request = client.raw(Method::GET, "/api/0/organizations/");
    let error = request.send::<BTreeMap<String, Option<u8>>>().await.err();
    assert!(error.unwrap().problem().unwrap().contains("`limit`"));
}

#[tokio::test]
async fn a_field_that_stands_twice_costs_nothing() {
    let read = issues(r#"[{"id": 1, "title": "a", "title": "b"}]"#.to_owned());
    assert_eq!(read.await.unwrap()[0].title.as_deref(), Some("b"));
}

#[tokio::test]
async fn a_long_stack_trace_is_read_whatever_its_lines_are() {
    let frames: Vec<Value> = (0..200)
        .map(|line| match line % 3 {
            0 => serde_json::json!({"function": "f", "lineNo": line.to_string(), "colNo": 1.0}),
            1 => serde_json::json!({"function": "f", "lineNo": -1, "colNo": {}}),
            _ => serde_json::json!({"function": "f", "lineNo": line, "colNo": "x"}),
        })
        .collect();
    let stacktrace = serde_json::json!({"frames": frames});
    let body = serde_json::json!({"eventID": "1", "entries": [
        {"type": "stacktrace", "data": stacktrace}]});
    let client = Script::acts([json(200, body.to_string())]).client();
    let event = client.organization("acme").issue("1").latest_event().await;
    let Entry::Stacktrace(read) = event.unwrap().entries.remove(0) else {
        panic!("the stack trace was lost");
    };
    let lines: Vec<_> = read.frames[..4].iter().map(|frame| frame.line_no).collect();
    assert_eq!(lines, [Some(0), None, Some(2), Some(3)]);
    assert_eq!(read.frames.len(), 200);
}

#[tokio::test]
async fn half_an_emoji_and_stray_bytes_cost_no_list() {
    let body = r#"[{"id": 1, "title": "ok"}, {"id": 2, "title": "cut \ud83d"}]"#;
    let script = Script::acts([json(200, body)]);
    let issues = script.client().organization("acme").issues().await.unwrap();
    assert_eq!(issues[1].title.as_deref(), Some("cut \u{fffd}"));
}
