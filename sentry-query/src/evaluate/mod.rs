//! Decides whether a record matches a query, as Sentry would.

mod compare;
mod text;
mod version;

pub(crate) use text::{contains_text, folded, matches_wildcard, same_text};
pub(crate) use version::compare as compare_versions;

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use crate::ast::{FreeText, Has, Is, LogicError, Query, Term, Value};
use crate::schema::{IsCode, is_value};
use crate::{Text, Timestamp};

/// Something that a query can be asked about: an issue or an event.
///
/// ```
/// use std::borrow::Cow;
/// use sentry_query::{Dialect, FieldValue, Record, Timestamp, evaluate, parse};
///
/// struct Issue;
///
/// impl Record for Issue {
///     fn field(&self, key: &str) -> FieldValue<'_> {
///         match key {
///             "status" => FieldValue::Number(0.0),
///             "level" => FieldValue::Text(Cow::Borrowed("error")),
///             "message" => FieldValue::Text(Cow::Borrowed("Checkout failed")),
///             _ => FieldValue::Missing,
///         }
///     }
/// }
///
/// let query = parse("is:unresolved !level:info checkout", Dialect::Issues).into_result()?;
/// let now = Timestamp::parse("2026-01-15T12:00:00Z").unwrap();
/// assert!(evaluate(&query, &Issue, now)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Record {
    /// Returns what the record holds under a canonical internal key.
    ///
    /// Keys are those of [`Key::name`](crate::Key::name): `first_seen`, `assigned_to`,
    /// `tags[name]`. Free text asks for `message` and `title`; `is:` asks for `status` and
    /// `substatus` (the codes of [`IsCode`] as numbers, or their names as text) and for the flags
    /// `unassigned`, `for_review` and `linked`.
    ///
    /// Words that depend on who asks, such as `me` and `my_teams` of `assigned_to` or `latest` of
    /// `release`, are known to the record alone: it returns every spelling that fits as
    /// [`FieldValue::Many`].
    fn field(&self, key: &str) -> FieldValue<'_>;
}

/// What a record holds under a key.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FieldValue<'a> {
    /// Nothing.
    Missing,
    /// A text.
    Text(Cow<'a, str>),
    /// A number; durations are milliseconds, sizes are bytes.
    Number(f64),
    /// A truth value.
    Boolean(bool),
    /// An instant.
    Time(Timestamp),
    /// Several values, any of which may match.
    Many(Vec<FieldValue<'a>>),
}

impl FieldValue<'_> {
    /// Says whether there is nothing, or only empty text.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Missing => true,
            Self::Text(text) => text.is_empty(),
            Self::Many(values) => values.iter().all(FieldValue::is_empty),
            Self::Number(_) | Self::Boolean(_) | Self::Time(_) => false,
        }
    }
}

impl<'a> From<&'a str> for FieldValue<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for FieldValue<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<bool> for FieldValue<'_> {
    fn from(truth: bool) -> Self {
        Self::Boolean(truth)
    }
}

impl From<f64> for FieldValue<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Timestamp> for FieldValue<'_> {
    fn from(at: Timestamp) -> Self {
        Self::Time(at)
    }
}

/// A value that may be missing.
impl<'a, T: Into<FieldValue<'a>>> From<Option<T>> for FieldValue<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Missing, Into::into)
    }
}

/// A query that cannot be decided for one record.
///
/// ```
/// use sentry_query::{Dialect, FieldValue, Record, Timestamp, evaluate, parse};
///
/// struct Empty;
///
/// impl Record for Empty {
///     fn field(&self, _key: &str) -> FieldValue<'_> {
///         FieldValue::Missing
///     }
/// }
///
/// let query = parse("count():>5", Dialect::Events).into_result()?;
/// let error = evaluate(&query, &Empty, Timestamp::from_micros(0)).unwrap_err();
/// assert_eq!(error.to_string(), "count() cannot be decided for a single record");
/// # Ok::<(), sentry_query::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EvaluateError {
    /// A function needs all records.
    Aggregate {
        /// The function with its arguments.
        function: Text,
    },
    /// Regular expressions are matched by Sentry alone.
    Regex {
        /// The pattern.
        pattern: Text,
    },
    /// A boolean operator lacks a condition.
    Logic(LogicError),
}

impl fmt::Display for EvaluateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Aggregate { function } => {
                write!(f, "{function} cannot be decided for a single record")
            }
            Self::Regex { .. } => f.write_str("regular expressions cannot be evaluated"),
            Self::Logic(_) => f.write_str("the boolean structure is incomplete"),
        }
    }
}

impl Error for EvaluateError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Logic(error) => Some(error),
            Self::Aggregate { .. } | Self::Regex { .. } => None,
        }
    }
}

/// Says whether `record` matches `query` at the time `now`.
///
/// Text is compared in any case, and `*` stands for any run of characters. A key that is missing
/// matches `!key:text`, but no comparison: `!key:>5` is `key:<=5`. Text on `message`, and free
/// text, may stand anywhere in the message or title, unless a `*` in it says where.
///
/// The time grows with the length of the text plus that of the pattern.
///
/// # Errors
///
/// When the query holds a function, a regular expression or a dangling boolean operator.
pub fn evaluate(
    query: &Query,
    record: &impl Record,
    now: Timestamp,
) -> Result<bool, EvaluateError> {
    query.check_logic().map_err(EvaluateError::Logic)?;
    refuse(query.terms())?;
    Ok(list(query.terms(), record, now))
}

/// Finds what cannot be decided, also where the answer would not depend on it.
fn refuse(terms: &[Term]) -> Result<(), EvaluateError> {
    terms.iter().try_for_each(|term| match term {
        Term::Aggregate(aggregate) => Err(EvaluateError::Aggregate {
            function: aggregate.function.call.clone(),
        }),
        Term::Filter(filter) => match &filter.value {
            Value::Regex(regex) => Err(EvaluateError::Regex {
                pattern: regex.pattern.clone(),
            }),
            _ => Ok(()),
        },
        Term::Group(group) => refuse(&group.terms),
        Term::Has(_) | Term::Is(_) | Term::FreeText(_) | Term::Boolean(_) => Ok(()),
    })
}

/// AND binds tighter than OR: one of the runs between two ORs must hold as a whole.
fn list(terms: &[Term], record: &impl Record, now: Timestamp) -> bool {
    terms.len() == 1 && matches!(terms.first(), Some(Term::Boolean(_)))
        || terms
            .split(Term::is_or)
            .any(|run| run.iter().all(|term| one(term, record, now)))
}

fn one(term: &Term, record: &impl Record, now: Timestamp) -> bool {
    match term {
        Term::Filter(filter) => compare::filter(filter, record, now),
        Term::Has(has) => self::has(has, record),
        Term::Is(is) => self::is(is, record),
        Term::FreeText(text) => free_text(text, record),
        Term::Group(group) => list(&group.terms, record, now),
        Term::Boolean(_) | Term::Aggregate(_) => true,
    }
}

fn has(has: &Has, record: &impl Record) -> bool {
    let set = has
        .keys
        .as_slice()
        .iter()
        .any(|key| !record.field(key.name()).is_empty());
    set != has.negated
}

fn is(is: &Is, record: &impl Record) -> bool {
    let field = record.field(is.value.key);
    has_code(&field, is.value.key, is.value.code) != is.negated
}

fn free_text(text: &FreeText, record: &impl Record) -> bool {
    compare::message(&text.pattern, record)
}

/// Says whether a status, substatus or flag has the value that an `is:` word stands for.
fn has_code(field: &FieldValue<'_>, key: &str, code: IsCode) -> bool {
    match (field, code) {
        (FieldValue::Number(number), IsCode::Code(code)) => same_number(*number, code),
        (FieldValue::Number(number), IsCode::Flag(flag)) => same_number(*number, i64::from(flag)),
        (FieldValue::Boolean(value), IsCode::Flag(flag)) => *value == flag,
        (FieldValue::Text(name), _) => {
            let name = name.to_lowercase();
            is_value(&name).is_some_and(|row| row.key == key && row.code == code)
        }
        (FieldValue::Many(values), _) => values.iter().any(|value| has_code(value, key, code)),
        _ => false,
    }
}

fn same_number(number: f64, code: i64) -> bool {
    // Codes are small, and small integers are exact.
    #[allow(clippy::cast_precision_loss, reason = "codes are below 10")]
    let code = code as f64;
    (number - code).abs() < f64::EPSILON
}
