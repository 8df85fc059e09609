use std::error::Error;
use std::fmt;

use crate::ast::{Query, Term};

/// A query that cannot be built.
///
/// Values are not part of the message.
///
/// ```
/// use sentry_query::Query;
///
/// let error = Query::issues().field("os name").equals("iOS").build().unwrap_err();
/// assert_eq!(error.key(), Some("os name"));
/// assert_eq!(error.to_string(), "`os name` is no key: keys are letters, digits and _ . - :");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    key: Option<String>,
    reason: Reason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    Key,
    Value,
    Kind,
    EmptyList,
    Date,
}

impl BuildError {
    pub(super) fn bad_key(key: &str) -> Self {
        Self {
            key: Some(key.to_owned()),
            reason: Reason::Key,
        }
    }

    pub(super) fn value(key: &str) -> Self {
        Self {
            key: Some(key.to_owned()),
            reason: Reason::Value,
        }
    }

    pub(super) fn kind(key: &str) -> Self {
        Self {
            key: Some(key.to_owned()),
            reason: Reason::Kind,
        }
    }

    pub(super) fn empty_list(key: &str) -> Self {
        Self {
            key: Some(key.to_owned()),
            reason: Reason::EmptyList,
        }
    }

    pub(super) fn date(key: &str) -> Self {
        Self {
            key: Some(key.to_owned()),
            reason: Reason::Date,
        }
    }

    pub(super) fn text() -> Self {
        Self {
            key: None,
            reason: Reason::Value,
        }
    }

    /// The error for a term that does not read back.
    pub(super) fn unspellable(query: &Query) -> Self {
        match query.terms() {
            [Term::Filter(filter)] => Self::value(filter.key.name()),
            [Term::Has(has)] => has
                .keys
                .as_slice()
                .first()
                .map_or_else(Self::text, |key| Self::bad_key(key.name())),
            _ => Self::text(),
        }
    }

    /// Returns the key that the problem is about; `None` for free text.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = self.key.as_deref().unwrap_or("free text");
        match self.reason {
            Reason::Key => {
                write!(f, "`{key}` is no key: keys are letters, digits and _ . - :")
            }
            Reason::Value => {
                write!(
                    f,
                    "the search language has no spelling for this value of `{key}`"
                )
            }
            Reason::Kind => write!(f, "`{key}` does not take this kind of value"),
            Reason::EmptyList => write!(f, "a list for `{key}` needs a value"),
            Reason::Date => write!(f, "the time for `{key}` lies before year 1"),
        }
    }
}

impl Error for BuildError {}
