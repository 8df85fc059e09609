//! Queries and diagnostics as data, with the feature `serde`.
//!
//! A [`Query`](crate::Query) is a string: its canonical text. What a text means depends on what is
//! searched, so a query is read by its data set: with one of the functions here as
//! `deserialize_with`, or with the [`Dataset`](crate::Dataset) itself, which is a
//! [`DeserializeSeed`](::serde::de::DeserializeSeed). A query that was parsed with
//! [`ParseOptions`](crate::ParseOptions), as one with regular expressions is, is read by these.
//!
//! ```
//! use sentry_query::Query;
//!
//! #[derive(serde::Deserialize, serde::Serialize)]
//! struct Alert {
//!     #[serde(deserialize_with = "sentry_query::deserialize::spans")]
//!     query: Query,
//! }
//!
//! let alert: Alert = serde_json::from_str(r#"{"query": "span.duration:>3s  op:db"}"#)?;
//! assert_eq!(serde_json::to_string(&alert)?, r#"{"query":"span.duration:>3s op:db"}"#);
//!
//! let error = serde_json::from_str::<Alert>(r#"{"query": "span.duration:slow"}"#).err().unwrap();
//! assert!(error.to_string().contains("byte 14"), "{error}");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! | type | shape |
//! |---|---|
//! | `Query` | `"level:error"` |
//! | `Dataset`, `Dialect`, `Code`, `Severity`, `TokenKind` | `"spans"`, `"events-regex"`, `"unknown-is-value"`, `"warning"`, `"free-text"` |
//! | `Span` | `{"start": 3, "end": 11}`, in bytes of the source |
//! | `Token` | `{"kind": "key", "span": …}` |
//! | `Suggestion` | `{"span": …, "replacement": "resolved"}` |
//! | `Diagnostic` | `{"code": …, "severity": …, "message": "…", "span": …, "found": "…", "expected": "…", "suggestion": … or null}` |
//!
//! All can be written; `Dataset`, `Dialect` and `Span` can be read too.

use std::fmt;

use ::serde::Deserializer;
use ::serde::de::{DeserializeSeed, Error, Visitor};

use crate::{Dataset, Dialect, Parse, ParseOptions, Query, Severity};

macro_rules! readers {
    ($($name:ident $dataset:ident $what:literal;)*) => {
        $(
            #[doc = concat!("Reads a string as a search of ", $what, ".")]
            ///
            /// # Errors
            ///
            /// When there is no string, or Sentry would refuse the query: the message says what is
            /// wrong, where, and what to write instead.
            pub fn $name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Query, D::Error> {
                Dataset::$dataset.deserialize(deserializer)
            }
        )*
    };
}

readers! {
    issues Issues "issues";
    errors Errors "error events";
    transactions Transactions "transactions";
    spans Spans "spans";
    logs Logs "log entries";
    metrics Metrics "metrics";
    replays Replays "recorded sessions";
    feedback Feedback "user feedback";
}

/// Reads a string as a query of the data set.
///
/// ```
/// use sentry_query::Dataset;
/// use serde::de::DeserializeSeed;
///
/// let mut json = serde_json::Deserializer::from_str(r#""is:unresolved level:error""#);
/// let query = Dataset::Issues.deserialize(&mut json)?;
/// assert_eq!(query.terms().len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<'de> DeserializeSeed<'de> for Dataset {
    type Value = Query;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Query, D::Error> {
        deserializer.deserialize_str(QueryText(self.into(), self.as_str()))
    }
}

/// Reads a string as a query of a search that no data set stands for, such as one with regular
/// expressions.
///
/// ```
/// use sentry_query::{Dialect, ParseOptions, parse};
/// use serde::de::DeserializeSeed;
///
/// let query = parse("message://a.*b//", Dialect::EventsRegex).into_result()?;
/// let json = serde_json::to_string(&query)?;
/// let mut json = serde_json::Deserializer::from_str(&json);
/// let read = ParseOptions::new(Dialect::EventsRegex).deserialize(&mut json)?;
/// assert_eq!(read, query);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl<'de> DeserializeSeed<'de> for ParseOptions<'_> {
    type Value = Query;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Query, D::Error> {
        let name = match self.dialect() {
            Dialect::Issues => "issues",
            Dialect::Events | Dialect::EventsRegex => "events",
        };
        deserializer.deserialize_str(QueryText(self, name))
    }
}

/// How a string is read, and what is searched.
struct QueryText<'k>(ParseOptions<'k>, &'static str);

impl Visitor<'_> for QueryText<'_> {
    type Value = Query;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a search query for {}", self.1)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Query, E> {
        let parsed = self.0.parse(text);
        match first_error(&parsed) {
            Some(problem) => Err(E::custom(problem)),
            None => Ok(parsed.query().clone()),
        }
    }
}

/// The first problem on one line, since most formats put it into a sentence of their own.
fn first_error(parsed: &Parse) -> Option<String> {
    let mut problems = parsed.diagnostics().iter();
    let problem = problems.find(|problem| problem.severity() == Severity::Error)?;
    let fixed = match problem.fixed(parsed.source()) {
        None => String::new(),
        Some(fixed) if fixed.is_empty() => "; try an empty query".to_owned(),
        Some(fixed) => format!("; try `{fixed}`"),
    };
    let at = problem.span().start();
    Some(format!(
        "{} (at byte {at} of the query{fixed})",
        problem.message()
    ))
}
