//! Cuts a JSON document down to a budget.

use serde_json::{Map, Value, json};

use super::{Budget, tokens};

/// Lists whose last entry matters most: the frame that failed, what happened last.
const LAST_MATTERS: &[&str] = &["frames", "breadcrumbs"];

/// Cuts the costliest lists of a document until it fits, and says so in it.
///
/// Lists lose entries at their end, those of frames and breadcrumbs at their start;
/// where no list has more than one entry left, long texts are shortened, and then
/// objects inside the document go whole. What was left out stands in `truncated` of the
/// outermost object, as the path of each part and how many entries, bytes or fields it
/// lost, beside a `hint`. A document that fits is not touched.
///
/// ```
/// use sentry_mcp::budget::{Budget, fit};
/// use serde_json::json;
///
/// let frames: Vec<_> = (0..200).map(|line| json!({"function": "charge", "line": line})).collect();
/// let cut = fit(json!({"id": "7", "frames": frames}), Budget::new(400), "Ask for less.");
/// assert_eq!(cut["id"], "7");
/// assert_eq!(cut["frames"].as_array().map(Vec::len), Some(19));
/// assert_eq!(cut["truncated"]["omitted"]["frames"], 181);
/// ```
#[must_use]
pub fn fit(mut document: Value, budget: Budget, hint: &str) -> Value {
    if cost(&document) <= budget.tokens() {
        return document;
    }
    let mut omitted = Map::new();
    // Room for the note itself.
    let room = budget.tokens().saturating_sub(tokens(hint) + 60);
    while cost(&document) > room {
        let cut = shorten_list(&mut document, &mut omitted)
            || shorten_text(&mut document, &mut omitted)
            || drop_object(&mut document, &mut omitted);
        if !cut {
            break;
        }
    }
    if let Value::Object(fields) = &mut document {
        fields.insert(
            "truncated".into(),
            json!({"omitted": omitted, "hint": hint}),
        );
    }
    document
}

fn cost(value: &Value) -> usize {
    tokens(&value.to_string())
}

/// Takes a quarter of the list that costs most; `false` when none has two entries.
fn shorten_list(document: &mut Value, omitted: &mut Map<String, Value>) -> bool {
    let mut best: Option<(usize, String)> = None;
    visit(document, "", &mut |path, value| {
        if let Value::Array(items) = value
            && items.len() > 1
            && best.as_ref().is_none_or(|(most, _)| cost(value) > *most)
        {
            best = Some((cost(value), path.to_owned()));
        }
    });
    let Some((_, path)) = best else { return false };
    let Some(Value::Array(items)) = document.pointer_mut(&path) else {
        return false;
    };
    let keep = items.len() * 3 / 4;
    let lost = items.len() - keep;
    add(omitted, &path, lost);
    let name = path.rsplit('/').next().unwrap_or_default();
    if LAST_MATTERS.contains(&name) {
        items.drain(..lost);
    } else {
        items.truncate(keep);
    }
    true
}

/// Halves the longest text above a hundred characters.
fn shorten_text(document: &mut Value, omitted: &mut Map<String, Value>) -> bool {
    let mut best: Option<(usize, String)> = None;
    visit(document, "", &mut |path, value| {
        if let Value::String(text) = value
            && text.len() > 100
            && best.as_ref().is_none_or(|(most, _)| text.len() > *most)
        {
            best = Some((text.len(), path.to_owned()));
        }
    });
    let Some((_, path)) = best else { return false };
    let Some(Value::String(text)) = document.pointer_mut(&path) else {
        return false;
    };
    let half = text.len() / 2;
    let keep = text
        .char_indices()
        .map(|(start, _)| start)
        .take_while(|start| *start <= half)
        .last()
        .unwrap_or(0);
    add(omitted, &path, text.len() - keep);
    text.truncate(keep);
    text.push('…');
    true
}

/// Takes out the costliest object that lies inside another; `false` when there is none.
fn drop_object(document: &mut Value, omitted: &mut Map<String, Value>) -> bool {
    let mut best: Option<(usize, String)> = None;
    visit(document, "", &mut |path, value| {
        if value.is_object()
            && path.matches('/').count() > 1
            && best.as_ref().is_none_or(|(most, _)| cost(value) > *most)
        {
            best = Some((cost(value), path.to_owned()));
        }
    });
    let Some((_, path)) = best else { return false };
    let Some((parent, key)) = path.rsplit_once('/') else {
        return false;
    };
    let lost = match document.pointer_mut(parent) {
        Some(Value::Object(fields)) => fields.remove(&key.replace("~1", "/").replace("~0", "~")),
        Some(Value::Array(items)) => items.pop(),
        _ => None,
    };
    let fields = lost.as_ref().and_then(Value::as_object).map_or(0, Map::len);
    add(omitted, &path, fields);
    lost.is_some()
}

fn add(omitted: &mut Map<String, Value>, path: &str, count: usize) {
    let name = path.trim_start_matches('/').replace('/', ".");
    let before = omitted.get(&name).and_then(Value::as_u64).unwrap_or(0);
    omitted.insert(name, json!(before + count as u64));
}

/// Calls `found` for each value below `value`, with its JSON pointer.
fn visit(value: &Value, path: &str, found: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(item, &format!("{path}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (key, item) in fields {
                let key = key.replace('~', "~0").replace('/', "~1");
                visit(item, &format!("{path}/{key}"), found);
            }
        }
        _ => {}
    }
    if !path.is_empty() {
        found(path, value);
    }
}
