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
    doc: &'static str,
}

impl IsValue {
    /// Returns what the word says of an issue, in a phrase.
    pub const fn doc(&self) -> &'static str {
        self.doc
    }
}

/// What an `is:` word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IsCode {
    /// A status or substatus, by its number.
    Code(i64),
    /// A flag.
    Flag(bool),
}

const fn status(name: &'static str, code: i64, doc: &'static str) -> IsValue {
    IsValue {
        name,
        key: "status",
        code: IsCode::Code(code),
        doc,
    }
}

const fn substatus(name: &'static str, code: i64, doc: &'static str) -> IsValue {
    IsValue {
        name,
        key: "substatus",
        code: IsCode::Code(code),
        doc,
    }
}

const fn flag(name: &'static str, key: &'static str, value: bool, doc: &'static str) -> IsValue {
    IsValue {
        name,
        key,
        code: IsCode::Flag(value),
        doc,
    }
}

/// Sorted by name.
pub(crate) const IS_VALUES: &[IsValue] = &[
    status("archived", 2, "Archived, for whatever time."),
    substatus("archived_forever", 5, "Archived for good."),
    substatus(
        "archived_until_condition_met",
        4,
        "Archived until a condition is met.",
    ),
    substatus(
        "archived_until_escalating",
        1,
        "Archived until it happens more often.",
    ),
    flag("assigned", "unassigned", false, "Assigned to someone."),
    substatus("escalating", 2, "Happens more often than expected."),
    flag("for_review", "for_review", true, "In the review inbox."),
    status("ignored", 2, "An older word for archived."),
    flag("linked", "linked", true, "Linked to a ticket elsewhere."),
    status("muted", 2, "An older word for archived."),
    substatus("new", 7, "First seen within the last week."),
    substatus("ongoing", 3, "Open for longer than a week."),
    substatus("regressed", 6, "Happened again after it was resolved."),
    status("reprocessing", 6, "Its events are processed again."),
    status("resolved", 1, "Resolved."),
    flag("unassigned", "unassigned", true, "Assigned to nobody."),
    flag("unlinked", "linked", false, "Not linked to a ticket."),
    status("unresolved", 0, "Open."),
];

/// Finds the word; case matters.
pub(crate) fn is_value(name: &str) -> Option<&'static IsValue> {
    let at = IS_VALUES.binary_search_by(|row| row.name.cmp(name)).ok()?;
    IS_VALUES.get(at)
}
