//! What is known about keys: one table row per field.
//!
//! The parser asks for the kind and the internal name of a key; everything else that is said about
//! a field comes from the same row.

mod events;
mod functions;
mod is;
mod issues;

pub use is::{IsCode, IsValue};

pub(crate) use functions::{FunctionProblem, ResultKind, result_kind};
pub(crate) use is::{IS_VALUES, is_value};

use crate::Dialect;

/// How the values of a field are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldKind {
    /// Text, with wildcards; every unknown field is text.
    Text,
    /// Text that takes the comparison operators, such as a version.
    OrderedText,
    /// An instant, absolute or relative.
    Date,
    /// A truth value.
    Boolean,
    /// A number.
    Number,
    /// A number that also takes units of time.
    Duration,
    /// A number that also takes units of data.
    Size,
}

impl FieldKind {
    pub(crate) fn is_numeric(self) -> bool {
        matches!(self, Self::Number | Self::Duration | Self::Size)
    }
}

/// A row of a field table.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FieldSpec {
    /// The internal name.
    pub name: &'static str,
    /// How its values are read.
    pub kind: FieldKind,
    /// Documented names that mean the same; the first one is printed.
    pub aliases: &'static [&'static str],
}

const fn field(name: &'static str, kind: FieldKind) -> FieldSpec {
    FieldSpec {
        name,
        kind,
        aliases: &[],
    }
}

const fn aliased(
    name: &'static str,
    kind: FieldKind,
    aliases: &'static [&'static str],
) -> FieldSpec {
    FieldSpec {
        name,
        kind,
        aliases,
    }
}

/// Finds the row of an internal name; the tables are sorted by it.
fn row(dialect: Dialect, name: &str) -> Option<&'static FieldSpec> {
    let find = |rows: &'static [FieldSpec]| {
        let at = rows.binary_search_by(|row| row.name.cmp(name)).ok()?;
        rows.get(at)
    };
    let own = match dialect {
        Dialect::Issues => find(issues::FIELDS),
        Dialect::Events | Dialect::EventsRegex => None,
    };
    own.or_else(|| find(events::FIELDS))
}

/// Returns the rows of a dialect: its own first.
pub(crate) fn fields(dialect: Dialect) -> impl Iterator<Item = &'static FieldSpec> {
    let own: &[FieldSpec] = match dialect {
        Dialect::Issues => issues::FIELDS,
        Dialect::Events | Dialect::EventsRegex => &[],
    };
    own.iter().chain(events::FIELDS)
}

/// Resolves a documented name to the internal one.
pub(crate) fn internal_name(dialect: Dialect, name: &str) -> Option<&'static str> {
    match dialect {
        Dialect::Issues => {
            let row = issues::FIELDS
                .iter()
                .find(|row| row.aliases.contains(&name))?;
            Some(row.name)
        }
        Dialect::Events | Dialect::EventsRegex => None,
    }
}

/// Returns the name to print for an internal one.
pub(crate) fn documented_name(dialect: Dialect, name: &str) -> Option<&'static str> {
    match dialect {
        Dialect::Issues => row(dialect, name)?.aliases.first().copied(),
        Dialect::Events | Dialect::EventsRegex => None,
    }
}

/// Returns how values of the key with this internal name are read.
///
/// ```
/// use sentry_query::{Dialect, schema::{FieldKind, field_kind}};
///
/// assert_eq!(field_kind(Dialect::Issues, "times_seen"), FieldKind::Number);
/// assert_eq!(field_kind(Dialect::Events, "times_seen"), FieldKind::Text);
/// assert_eq!(field_kind(Dialect::Events, "measurements.lcp"), FieldKind::Duration);
/// ```
pub fn field_kind(dialect: Dialect, name: &str) -> FieldKind {
    if let Some(row) = row(dialect, name) {
        return row.kind;
    }
    if let Some(measurement) = name.strip_prefix("measurements.") {
        return if events::DURATION_MEASUREMENTS.contains(&measurement) {
            FieldKind::Duration
        } else {
            FieldKind::Number
        };
    }
    if name.starts_with("spans.") {
        FieldKind::Duration
    } else {
        FieldKind::Text
    }
}

/// Says whether the key holds dates in event search, which decides for functions over it.
pub(crate) fn names_a_date(dialect: Dialect, call: &str) -> bool {
    fields(dialect).any(|row| row.kind == FieldKind::Date && call.contains(row.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_aliases_unique() {
        for rows in [events::FIELDS, issues::FIELDS] {
            assert!(rows.is_sorted_by(|a, b| a.name < b.name));
        }
        assert!(IS_VALUES.is_sorted_by(|a, b| a.name < b.name));
        let mut names: Vec<&str> = issues::FIELDS
            .iter()
            .flat_map(|row| row.aliases.iter().copied().chain([row.name]))
            .collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn aliases_lead_to_their_row_and_back() {
        for row in issues::FIELDS {
            for alias in row.aliases {
                assert_eq!(internal_name(Dialect::Issues, alias), Some(row.name));
                assert_eq!(internal_name(Dialect::Events, alias), None);
            }
            let documented = documented_name(Dialect::Issues, row.name);
            assert_eq!(documented, row.aliases.first().copied());
        }
    }
}
