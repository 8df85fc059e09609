//! Errors out of answers: every body shape that Sentry and its relatives send.

use std::time::{Duration, SystemTime};

use http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::{Error, ErrorKind};
use crate::rate_limit;

/// Longest message that is kept.
const MAX_DETAIL: usize = 500;
/// Most scopes of a challenge; Sentry knows some thirty.
const MAX_SCOPES: usize = 50;
/// Deepest nesting of field errors that is read.
const MAX_DEPTH: usize = 4;
/// Longest path of a field, in bytes. A name that does not fit is left out: half of it could
/// be half of a secret, which nobody would find.
const MAX_PATH: usize = 100;
/// How many bytes of messages are enough: no fewer than [`MAX_DETAIL`] characters.
const ENOUGH: usize = 4 * MAX_DETAIL;

/// The error of an answer whose status is no success.
pub(crate) fn from_answer(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    now: SystemTime,
) -> Error {
    let said = Said::read(headers, body);
    let mut error = Error::new(kind(status, is_html(headers, body)))
        .with_status(status)
        .with_retry_after(wait(status, headers, now));
    error.0.scopes = challenged_scopes(headers);
    error.0.code = said.code;
    error.0.error_id = said.error_id;
    error.0.detail = said.detail;
    error
}

fn wait(status: StatusCode, headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    match status {
        StatusCode::TOO_MANY_REQUESTS => rate_limit::wait(headers, now),
        _ => rate_limit::retry_after(headers, now),
    }
}

fn kind(status: StatusCode, html: bool) -> ErrorKind {
    match status.as_u16() {
        404 if html => ErrorKind::Unsupported,
        400 | 409 | 413 | 422 => ErrorKind::BadRequest,
        401 => ErrorKind::Unauthorized,
        403 => ErrorKind::Forbidden,
        404 | 410 => ErrorKind::NotFound,
        405 | 501 => ErrorKind::Unsupported,
        408 => ErrorKind::Timeout,
        429 => ErrorKind::RateLimited,
        300..=399 => ErrorKind::Redirected,
        500..=599 => ErrorKind::Unavailable,
        _ => ErrorKind::Api,
    }
}

/// Whether an answer is a web page: by its type, or by its beginning where a server
/// labels JSON as HTML, as Sentry does with 429.
pub(crate) fn is_html(headers: &HeaderMap, body: &[u8]) -> bool {
    let labelled = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains("html"));
    let start = body.trim_ascii_start().first();
    match start {
        None | Some(b'{' | b'[' | b'"') => false,
        Some(b'<') => true,
        Some(_) => labelled,
    }
}

/// The words of a server, taken out of whatever shape they came in.
#[derive(Default)]
struct Said {
    code: Option<String>,
    error_id: Option<String>,
    detail: Option<String>,
}

impl Said {
    fn read(headers: &HeaderMap, body: &[u8]) -> Self {
        if is_html(headers, body) {
            return Self::default();
        }
        let Ok(value) = serde_json::from_slice::<Value>(body) else {
            return Self::default();
        };
        let detail = value.get("detail").filter(|detail| !detail.is_null());
        let structured = detail.filter(|detail| detail.get("message").is_some());
        let error = value.get("error").and_then(Value::as_str);
        // As OAuth writes its errors.
        let named = error.filter(|error| detail.is_none() && is_code(error));
        let text = match (structured, named) {
            (Some(detail), _) => detail.get("message").map(flatten),
            (None, Some(_)) => value.get("error_description").map(flatten),
            (None, None) => Some(flatten(detail.unwrap_or(&value))),
        };
        let code = structured
            .and_then(|detail| detail.get("code"))
            .and_then(Value::as_str)
            .or(named)
            .or_else(|| error.filter(|_| detail.is_some()));
        Self {
            code: code.map(str::to_owned),
            error_id: value
                .get("errorId")
                .and_then(Value::as_str)
                .map(str::to_owned),
            detail: text.filter(|text| !text.is_empty()),
        }
    }
}

/// Whether a text is a machine's word, such as `invalid_grant`, and no sentence.
fn is_code(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    !text.is_empty() && text.bytes().all(is_plain)
}

/// One line out of a message, a list of messages or messages by field.
///
/// Each message is there as a whole, but not all of them: a field can have many, and each
/// would repeat its name.
fn flatten(value: &Value) -> String {
    let mut text = String::new();
    collect(value, "", 0, &mut text);
    text
}

fn collect(value: &Value, field: &str, depth: usize, text: &mut String) {
    if depth > MAX_DEPTH {
        return;
    }
    match value {
        Value::Array(items) => {
            for item in items {
                collect(item, field, depth + 1, text);
            }
        }
        Value::Object(map) => match map.get("msg") {
            Some(Value::String(message)) => say(text, &location(map), message),
            _ => {
                for (key, item) in map {
                    collect(item, &within(field, key), depth + 1, text);
                }
            }
        },
        Value::String(message) => say(text, field, message),
        Value::Null => {}
        other => say(text, field, &other.to_string()),
    }
}

fn within(field: &str, key: &str) -> String {
    match (field, key) {
        (field, key) if field.len() + key.len() > MAX_PATH => field.to_owned(),
        ("", key) => key.to_owned(),
        (field, key) => format!("{field}.{key}"),
    }
}

/// Where a compatible server saw the mistake, as `query.sort`.
fn location(map: &serde_json::Map<String, Value>) -> String {
    let steps = map.get("loc").and_then(Value::as_array);
    let steps = steps.into_iter().flatten();
    steps.fold(String::new(), |field, step| match step {
        Value::String(name) => within(&field, name),
        other => within(&field, &other.to_string()),
    })
}

/// Adds a message to `text`, unless that has enough of them.
fn say(text: &mut String, field: &str, message: &str) {
    if text.len() >= ENOUGH {
        return;
    }
    if !text.is_empty() {
        text.push_str("; ");
    }
    if !matches!(field, "" | "detail" | "non_field_errors") {
        text.push_str(field);
        text.push_str(": ");
    }
    text.push_str(message);
}

/// One line of `text`, of a length that a log can bear and without what hides or turns text.
///
/// A blank stands for each of it: without one, a secret could come together that was not found.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() || is_invisible(c) {
                ' '
            } else {
                c
            }
        })
        .take(MAX_DETAIL)
        .collect()
}

/// Whether a character has no shape: marks of direction, joiners, separators of lines, tags.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// The scopes of an RFC 6750 challenge.
fn challenged_scopes(headers: &HeaderMap) -> Vec<String> {
    let challenge = headers
        .get(WWW_AUTHENTICATE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let scope = challenge
        .split_once("scope=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map_or("", |(scope, _)| scope);
    let scopes = scope.split_whitespace().take(MAX_SCOPES);
    scopes.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests;
