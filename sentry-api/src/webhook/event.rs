//! Events as webhooks hold them: in the form that SDKs send, with its names and its pairs.

use serde_json::{Map, Value, json};

use super::read::part;
use crate::model::Event;

/// What the parts of an event are called there and in the API's list of entries.
const ENTRIES: &[(&str, &str)] = &[
    ("logentry", "message"),
    ("exception", "exception"),
    ("stacktrace", "stacktrace"),
    ("threads", "threads"),
    ("breadcrumbs", "breadcrumbs"),
    ("request", "request"),
];

/// Reads an event in the form that the API answers with, so that there is one model of it.
pub(super) fn event(data: &Value) -> Option<Event> {
    let mut event = data.as_object()?.clone();
    for (from, to) in [
        ("event_id", "eventID"),
        ("issue_id", "groupID"),
        ("project", "projectID"),
        ("datetime", "dateCreated"),
        ("timestamp", "dateCreated"),
        ("received", "dateReceived"),
        ("extra", "context"),
    ] {
        rename(&mut event, from, to);
    }
    if let Some(Value::Array(tags)) = event.get_mut("tags") {
        tags.iter_mut().for_each(tag);
    }
    let entries = ENTRIES.iter().filter_map(|(from, kind)| {
        let mut data = event.get(*from).filter(|data| data.is_object())?.clone();
        entry(&mut data);
        Some(json!({"type": kind, "data": data}))
    });
    let entries = Value::Array(entries.collect());
    event.entry("entries").or_insert(entries);
    part(&Value::Object(event))
}

/// Moves `from` to `to`, unless that is there.
fn rename(map: &mut Map<String, Value>, from: &str, to: &str) {
    if map.get(to).is_none_or(Value::is_null)
        && let Some(value) = map.remove(from)
    {
        map.insert(to.to_owned(), value);
    }
}

/// A pair into an object.
fn tag(tag: &mut Value) {
    if let Some([key, value]) = tag.as_array().map(Vec::as_slice) {
        *tag = json!({"key": key, "value": value});
    }
}

fn entry(data: &mut Value) {
    if let Some(request) = data.as_object_mut() {
        rename(request, "query_string", "query");
    }
    stacktrace(data);
    let values = data.get_mut("values").and_then(Value::as_array_mut);
    for value in values.into_iter().flatten() {
        if let Some(value) = value.as_object_mut() {
            rename(value, "raw_stacktrace", "rawStacktrace");
            rename(value, "thread_id", "threadId");
            rename(value, "held_locks", "heldLocks");
        }
        for name in ["stacktrace", "rawStacktrace"] {
            if let Some(trace) = value.get_mut(name) {
                stacktrace(trace);
            }
        }
    }
}

fn stacktrace(trace: &mut Value) {
    let Some(trace) = trace.as_object_mut() else {
        return;
    };
    rename(trace, "frames_omitted", "framesOmitted");
    let frames = trace.get_mut("frames").and_then(Value::as_array_mut);
    for frame in frames
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        for (from, to) in [
            ("abs_path", "absPath"),
            ("lineno", "lineNo"),
            ("colno", "colNo"),
            ("in_app", "inApp"),
            ("instruction_addr", "instructionAddr"),
            ("symbol_addr", "symbolAddr"),
            ("source_link", "sourceLink"),
        ] {
            rename(frame, from, to);
        }
        let lines = context(frame);
        frame.entry("context").or_insert(lines);
    }
}

/// The lines around a call with their numbers.
fn context(frame: &Map<String, Value>) -> Value {
    let lines = |name: &str| frame.get(name).and_then(Value::as_array).cloned();
    let before = lines("pre_context").unwrap_or_default();
    let line = frame.get("context_line").filter(|line| !line.is_null());
    let number = frame.get("lineNo").and_then(Value::as_u64);
    let first = number.and_then(|number| number.checked_sub(u64::try_from(before.len()).ok()?));
    let (Some(first), Some(line)) = (first, line) else {
        return json!([]);
    };
    let after = lines("post_context").unwrap_or_default();
    let all = before.into_iter().chain([line.clone()]).chain(after);
    (first..)
        .zip(all)
        .map(|(number, line)| json!([number, line]))
        .collect()
}
