//! Successes into models.

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::Answer;
use crate::error::{Error, ErrorKind, is_html};
use crate::response::Response;

/// Reads the body of a success; an empty one counts as `null`.
pub(super) fn response<T: DeserializeOwned>(answer: Answer) -> Result<Response<T>, Error> {
    if is_html(&answer.headers, &answer.body) {
        return Err(Error::new(ErrorKind::Unsupported)
            .with_status(answer.status)
            .with_detail("the server answered with a web page"));
    }
    let text: &[u8] = match answer.body.trim_ascii() {
        [] => b"null",
        _ => &answer.body,
    };
    let value = serde_json::from_slice(text).map_err(|error| {
        Error::new(ErrorKind::Decode)
            .with_status(answer.status)
            .with_detail(explain::<T>(text, &error))
    })?;
    Ok(Response {
        value,
        status: answer.status,
        headers: answer.headers,
        body: answer.body,
    })
}

/// Where and why decoding failed, without a word of the body: decoding is done again, at
/// a third of the speed, to find the field.
fn explain<T: DeserializeOwned>(text: &[u8], error: &serde_json::Error) -> String {
    let place = format!("line {}, column {}", error.line(), error.column());
    match error.classify() {
        Category::Eof => "the answer ends too early".to_owned(),
        Category::Syntax | Category::Io => format!("the answer is no JSON ({place})"),
        Category::Data => {
            let mut input = serde_json::Deserializer::from_slice(text);
            let found = serde_path_to_error::deserialize::<_, T>(&mut input);
            let field = found.err().map(|error| error.path().to_string());
            match field.as_deref() {
                None | Some(".") => format!("the answer has another shape ({place})"),
                Some(field) => format!("the field `{field}` cannot be read ({place})"),
            }
        }
    }
}
