use std::borrow::Cow;
use std::fmt;

use ::serde::de::{DeserializeSeed, Error, Visitor};
use ::serde::{Deserializer, Serialize, Serializer};

use crate::{Dataset, Parse, Query, Severity};

impl Serialize for Query {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

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
        deserializer.deserialize_str(QueryText(self))
    }
}

struct QueryText(Dataset);

impl Visitor<'_> for QueryText {
    type Value = Query;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a search query for {}", self.0.as_str())
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
    let fixed = problem
        .fixed(parsed.source())
        .map_or(Cow::Borrowed(""), |fixed| format!("; try `{fixed}`").into());
    let at = problem.span().start();
    Some(format!(
        "{} (at byte {at} of the query{fixed})",
        problem.message()
    ))
}
