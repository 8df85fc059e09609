//! Successes into models.

use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::Answer;
use crate::error::{Error, ErrorKind, is_html, plain};
use crate::response::Response;
use crate::transport::BodyStream;
use crate::wire::{mend, unicode};

/// Reads the answer of an operation. A field that has another shape than the model's counts
/// as absent, wherever the model can be without it.
pub(super) fn model<T: DeserializeOwned>(answer: Answer) -> Result<Response<T>, Error> {
    read(answer, mend)
}

/// Reads an answer as a type of the caller's, exactly.
pub(super) fn exactly<T: DeserializeOwned>(answer: Answer) -> Result<Response<T>, Error> {
    read(answer, |text| {
        let mut input = serde_json::Deserializer::from_slice(text);
        serde_path_to_error::deserialize(&mut input).map_err(|error| error.path().to_string())
    })
}

/// Gives the body of a success as it comes. A page that is no attachment is the one that a
/// server shows where it lacks the route.
pub(super) fn file(answer: Answer) -> Result<http::Response<BodyStream>, Error> {
    let is_page = answer.headers.get(CONTENT_TYPE).is_some_and(is_html_type);
    if is_page && !answer.headers.contains_key(CONTENT_DISPOSITION) {
        return Err(web_page(answer.status));
    }
    let body = answer.unread.unwrap_or_else(|| answer.body.into());
    let mut file = http::Response::new(body);
    *file.status_mut() = answer.status;
    *file.headers_mut() = answer.headers;
    Ok(file)
}

fn is_html_type(value: &HeaderValue) -> bool {
    value.to_str().is_ok_and(|value| value.contains("html"))
}

fn web_page(status: StatusCode) -> Error {
    Error::new(ErrorKind::Unsupported)
        .with_status(status)
        .with_problem("the server answered with a web page")
}

/// Reads the body of a success; an empty one counts as `null`. Where it is JSON of another
/// shape, `again` reads it once more, at a third of the speed, to mend it or to tell the path
/// of the field.
fn read<T: DeserializeOwned>(
    answer: Answer,
    again: impl FnOnce(&[u8]) -> Result<T, String>,
) -> Result<Response<T>, Error> {
    let fail = |kind, detail: &str| {
        Err(Error::new(kind)
            .with_status(answer.status)
            .with_problem(detail))
    };
    if is_html(&answer.headers, &answer.body) {
        return Err(web_page(answer.status));
    }
    let text: &[u8] = match answer.body.trim_ascii() {
        [] => b"null",
        _ => &answer.body,
    };
    let repaired;
    let (text, first) = match serde_json::from_slice(text) {
        Err(error) if error.classify() == Category::Syntax => {
            repaired = unicode(text);
            (repaired.as_slice(), serde_json::from_slice(&repaired))
        }
        first => (text, first),
    };
    let value = match first {
        Ok(value) => value,
        Err(error) if error.classify() == Category::Data => match again(text) {
            Ok(value) => value,
            Err(_) if answer.body.trim_ascii().is_empty() => {
                return fail(ErrorKind::Decode, "the answer is empty");
            }
            Err(path) => return fail(ErrorKind::Decode, &at(&path, &error)),
        },
        Err(error) => return fail(ErrorKind::Decode, &no_json(&error)),
    };
    Ok(Response {
        value,
        status: answer.status,
        headers: answer.headers,
        body: answer.body,
    })
}

/// Where decoding failed, without a word of the body.
fn at(path: &str, error: &serde_json::Error) -> String {
    match path {
        "" | "." => format!("the answer has another shape ({})", place(error)),
        field => format!("the field `{}` cannot be read", plain(field)),
    }
}

fn no_json(error: &serde_json::Error) -> String {
    match error.classify() {
        Category::Eof => "the answer ends too early".to_owned(),
        // There is no category for it.
        _ if error.to_string().starts_with("recursion limit") => {
            format!("the answer is nested too deeply ({})", place(error))
        }
        _ => format!("the answer is no JSON ({})", place(error)),
    }
}

fn place(error: &serde_json::Error) -> String {
    format!("line {}, column {}", error.line(), error.column())
}
