use std::error::Error;
use std::fmt;

use crate::ast::{Key, KeyForm, Pattern, Query, Term, Value};
use crate::schema::{FieldKind, documented_name};
use crate::{Dialect, MAX_DEPTH, Parse, ParseOptions};

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
///
/// let error = Query::issues().field("path").equals("Program Files\\").build().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "a value of `path` ends in a backslash and needs quotes, which that backslash would keep \
///      open: leave it out, or ask with `contains`",
/// );
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
    FinalBackslash,
    EscapedStar,
    EmptyText,
    /// Of a field, or of a function.
    Kind(Option<FieldKind>),
    Range,
    Window,
    EmptyList,
    ArrayList,
    Inexact,
    NoDay,
    Date,
    Neighbors,
    OtherSearch,
    Refused,
    TooDeep,
    Never,
}

impl BuildError {
    fn new(key: &str, reason: Reason) -> Self {
        let key = (!key.is_empty()).then(|| key.to_owned());
        Self { key, reason }
    }

    pub(super) fn bad_key(key: &str) -> Self {
        // Even an empty key is the one that the caller passed.
        Self {
            key: Some(key.to_owned()),
            reason: Reason::Key,
        }
    }

    pub(super) fn value(key: &str) -> Self {
        Self::new(key, Reason::Value)
    }

    pub(super) fn escaped_star(key: &str) -> Self {
        Self::new(key, Reason::EscapedStar)
    }

    pub(super) fn empty_text() -> Self {
        Self::new("", Reason::EmptyText)
    }

    pub(super) fn kind(key: &str, kind: FieldKind) -> Self {
        Self::new(key, Reason::Kind(Some(kind)))
    }

    pub(super) fn function(call: &str) -> Self {
        Self::new(call, Reason::Kind(None))
    }

    pub(super) fn range(key: &str) -> Self {
        Self::new(key, Reason::Range)
    }

    pub(super) fn window(key: &str) -> Self {
        Self::new(key, Reason::Window)
    }

    pub(super) fn empty_list(key: &str) -> Self {
        Self::new(key, Reason::EmptyList)
    }

    pub(super) fn date(key: &str) -> Self {
        Self::new(key, Reason::Date)
    }

    fn neighbors() -> Self {
        Self::new("", Reason::Neighbors)
    }

    pub(super) fn too_deep() -> Self {
        Self::new("", Reason::TooDeep)
    }

    pub(super) fn never() -> Self {
        Self::new("", Reason::Never)
    }

    pub(super) fn array_list(key: &str) -> Self {
        Self::new(key, Reason::ArrayList)
    }

    pub(super) fn no_day(key: &str) -> Self {
        Self::new(key, Reason::NoDay)
    }

    pub(super) fn inexact(key: &str) -> Self {
        Self::new(key, Reason::Inexact)
    }

    /// The error for a term that does not read back.
    fn unspellable(term: &Term, dialect: Dialect) -> Self {
        let ends = |pattern: &Pattern| pattern.raw().ends_with('\\');
        match term {
            Term::Filter(filter) => {
                let reason = match &filter.value {
                    Value::Text(pattern) if ends(pattern) => Reason::FinalBackslash,
                    Value::Texts(patterns) if patterns.iter().any(ends) => Reason::FinalBackslash,
                    Value::Date(_) => Reason::Date,
                    _ => Reason::Value,
                };
                Self::new(&documented(&filter.key, dialect), reason)
            }
            Term::Has(has) => {
                let first = has.keys.as_slice().first();
                Self::bad_key(&first.map_or_else(String::new, |key| documented(key, dialect)))
            }
            Term::Aggregate(aggregate) => match aggregate.value {
                Value::Date(_) => Self::date(&aggregate.function.call),
                _ => Self::function(&aggregate.function.call),
            },
            Term::FreeText(text) if ends(&text.pattern) => Self::new("", Reason::FinalBackslash),
            _ => Self::new("", Reason::Value),
        }
    }

    /// The error for a query that does not read back as it was meant: about the first term that
    /// does not even do so alone, or else about those beside each other.
    pub(super) fn unread(query: &Query, options: &ParseOptions<'_>) -> Self {
        unreadable(query, options, Parse::is_ok).map_or_else(Self::neighbors, |term| {
            Self::unspellable(term, query.dialect())
        })
    }

    /// The same for a query that was read before.
    pub(crate) fn misread(query: &Query, options: &ParseOptions<'_>) -> Self {
        let reason = if options.parse(&query.to_string()).query() == query {
            Reason::Refused
        } else if unreadable(query, options, |_| true).is_some() {
            Reason::OtherSearch
        } else {
            Reason::Neighbors
        };
        Self::new("", reason)
    }

    /// Returns the key or function that the problem is about; `None` for free text and for what
    /// concerns the query as a whole.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }
}

/// The first term that reads otherwise, or not as it should, where it stands alone.
fn unreadable<'q>(
    query: &'q Query,
    options: &ParseOptions<'_>,
    fits: impl Fn(&Parse) -> bool,
) -> Option<&'q Term> {
    let mut open = vec![query.terms().iter()];
    while let Some(terms) = open.last_mut() {
        match terms.next() {
            None => {
                open.pop();
            }
            Some(Term::Boolean(_)) => {}
            Some(Term::Group(group)) => open.push(group.terms.iter()),
            Some(term) => {
                let alone = Query::unwritten(query.dialect(), vec![term.clone()]);
                let read = options.parse(&alone.to_string());
                if !(fits(&read) && read.query() == &alone) {
                    return Some(term);
                }
            }
        }
    }
    None
}

/// The key as whoever builds queries knows it.
fn documented(key: &Key, dialect: Dialect) -> String {
    let plain = key.form == KeyForm::Field && !key.array;
    let name = documented_name(dialect, key.name()).filter(|_| plain);
    let members = if key.array { "[*]" } else { "" };
    format!("{}{members}", name.unwrap_or(key.name()))
}

impl Reason {
    /// What is wrong and what to do; it follows the subject.
    fn about_subject(self) -> Option<&'static str> {
        Some(match self {
            Self::Key => "is no key: keys are letters, digits and _ . - :",
            Self::Kind(None) => {
                "cannot be compared with this: the search language does not know the function, or it \
                 returns another kind of value"
            }
            Self::Kind(Some(kind)) => takes(kind),
            Self::Range => {
                "takes finite numbers, amounts that are not negative, and durations of 999999999 \
                 days at most"
            }
            Self::Window => {
                "cannot be negated for a day or a moment, which has two ends: compare with one of \
                 them"
            }
            Self::EmptyList => "was given a list without a value: leave the filter out",
            Self::ArrayList => {
                "is compared with one value, since members of arrays take no list: ask for each \
                 with `equals` and join them with `any`"
            }
            Self::Inexact => {
                "takes 64-bit floating point numbers, which skip this one: give one of at most 2^53"
            }
            Self::NoDay => {
                "was given a day that is in no calendar, or the last one of year 9999, which would \
                 end outside of it: give another one"
            }
            Self::Date => "was given a time outside of the years 1 to 9999",
            _ => return None,
        })
    }

    /// The same of a value.
    fn about_value(self, free_text: bool) -> Option<&'static str> {
        Some(match self {
            Self::FinalBackslash if free_text => {
                "ends in a backslash and needs quotes, which that backslash would keep open: leave \
                 it out, or ask with `field(\"message\").contains(..)`"
            }
            Self::EscapedStar if free_text => {
                "has a star after a backslash, which reads as a star alone: ask with \
                 `field(\"message\").contains(..)`, which can say both"
            }
            Self::Value => "has no spelling in the search language: ask for a part of it",
            Self::FinalBackslash => {
                "ends in a backslash and needs quotes, which that backslash would keep open: leave \
                 it out, or ask with `contains`"
            }
            Self::EscapedStar => {
                "has a star after a backslash, which reads as a star alone: ask with `contains`, \
                 which can say both"
            }
            Self::EmptyText => "needs a word: empty text would vanish",
            Self::Neighbors => {
                "that ends in a backslash cannot stand beside these terms: put it last, or leave \
                 the backslash out"
            }
            _ => return None,
        })
    }
}

/// What to do with a field, after it was given something else.
fn takes(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => {
            "holds text: ask with `equals`, `one_of`, `contains`, `starts_with` or `ends_with`"
        }
        FieldKind::OrderedText => "holds versions: compare it with text such as \"2.1.0\"",
        FieldKind::Date => "holds dates: ask with `at`, or compare it with an instant",
        FieldKind::Boolean => "is true or false: ask with `is_true` or `is_false`",
        FieldKind::Number => "holds numbers: give one number, such as 5 or \"1k\"",
        FieldKind::Duration => "holds durations: give one number or amount of time",
        FieldKind::Size => "holds sizes: give one number or amount of data",
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = self.key.as_deref();
        if let Some(problem) = self.reason.about_subject() {
            return write!(f, "`{}` {problem}", key.unwrap_or_default());
        }
        if let Some(problem) = self.reason.about_value(key.is_none()) {
            return match key {
                Some(key) => write!(f, "a value of `{key}` {problem}"),
                None => write!(f, "free text {problem}"),
            };
        }
        match self.reason {
            Reason::TooDeep => write!(
                f,
                "groups are nested deeper than {MAX_DEPTH} levels, which Sentry refuses: use lists"
            ),
            Reason::OtherSearch => f.write_str(
                "the query reads otherwise in this search: name the one that it was parsed for",
            ),
            Reason::Refused => f.write_str(
                "a part of the query is refused by Sentry: mend what its diagnostics say first",
            ),
            _ => f.write_str(
                "no event can match, which a query cannot say: leave out the search, or give `any` \
                 a condition",
            ),
        }
    }
}

impl Error for BuildError {}
