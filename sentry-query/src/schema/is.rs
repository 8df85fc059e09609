/// A word that `is:` understands.
///
/// ```
/// use sentry_query::{Dialect, Term, parse, schema::IsCode};
///
/// let parsed = parse("is:ignored", Dialect::Issues);
/// let Term::Is(is) = &parsed.query().terms()[0] else { unreachable!() };
/// assert_eq!((is.value.key, is.value.code), ("status", IsCode::Code(2)));
/// ```
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IsValue {
    /// The word.
    pub name: &'static str,
    /// The internal field that it asks for.
    pub key: &'static str,
    /// The value of that field.
    pub code: IsCode,
}

/// What an `is:` word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IsCode {
    /// A status or substatus, by its number.
    Code(i64),
    /// A flag.
    Flag(bool),
}

const fn status(name: &'static str, code: i64) -> IsValue {
    IsValue {
        name,
        key: "status",
        code: IsCode::Code(code),
    }
}

const fn substatus(name: &'static str, code: i64) -> IsValue {
    IsValue {
        name,
        key: "substatus",
        code: IsCode::Code(code),
    }
}

const fn flag(name: &'static str, key: &'static str, value: bool) -> IsValue {
    IsValue {
        name,
        key,
        code: IsCode::Flag(value),
    }
}

/// Sorted by name.
pub(crate) const IS_VALUES: &[IsValue] = &[
    status("archived", 2),
    substatus("archived_forever", 5),
    substatus("archived_until_condition_met", 4),
    substatus("archived_until_escalating", 1),
    flag("assigned", "unassigned", false),
    substatus("escalating", 2),
    flag("for_review", "for_review", true),
    status("ignored", 2),
    flag("linked", "linked", true),
    status("muted", 2),
    substatus("new", 7),
    substatus("ongoing", 3),
    substatus("regressed", 6),
    status("reprocessing", 6),
    status("resolved", 1),
    flag("unassigned", "unassigned", true),
    flag("unlinked", "linked", false),
    status("unresolved", 0),
];

/// Finds the word; case matters.
pub(crate) fn is_value(name: &str) -> Option<&'static IsValue> {
    let at = IS_VALUES.binary_search_by(|row| row.name.cmp(name)).ok()?;
    IS_VALUES.get(at)
}
