//! Queries and diagnostics as data, with the feature `serde`.
//!
//! A [`Query`](crate::Query) is a string: its canonical text. What a text means depends on what is
//! searched, so a query is read by its data set: with one of the functions here as
//! `deserialize_with`, or with the [`Dataset`](crate::Dataset) itself, which is a
//! [`DeserializeSeed`](::serde::de::DeserializeSeed).
//!
//! ```
//! use sentry_query::Query;
//!
//! #[derive(serde::Deserialize, serde::Serialize)]
//! struct Alert {
//!     #[serde(deserialize_with = "sentry_query::serde::spans")]
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

mod diagnostic;
mod query;
mod words;

pub use query::{errors, feedback, issues, logs, metrics, replays, spans, transactions};
