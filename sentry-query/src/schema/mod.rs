//! What is known about fields: one table row per field, in the file of its data set.
//!
//! The parser asks a row for the kind and the internal name of a key; validation, completion, the
//! constants for builders and the field reference come from the same row. The names are those of
//! Sentry's [searchable properties](https://docs.sentry.io/concepts/search/searchable-properties/).

mod dataset;
pub mod discover;
pub mod errors;
pub mod event;
pub mod feedback;
mod field;
mod function;
mod function_table;
mod index;
mod is;
pub mod issues;
pub mod logs;
pub mod measurements;
pub mod metrics;
pub mod origin;
pub mod replays;
pub mod spans;
pub mod transactions;
pub mod user;

pub use dataset::Dataset;
pub use field::{FieldKind, FieldSpec, Values};
pub use function::{FunctionSpec, Returns};
pub use is::{IsCode, IsValue};

pub(crate) use function::{FunctionProblem, ResultKind, function, result_kind};
pub(crate) use is::{IS_VALUES, is_value};

use field::fields;
use index::Index;

use crate::Dialect;

/// Resolves a documented name to the internal one.
pub(crate) fn internal_name(dialect: Dialect, name: &str) -> Option<&'static str> {
    if dialect != Dialect::Issues {
        return None;
    }
    let row = dataset::ISSUE_SEARCH.get(name)?;
    (row.name != name).then_some(row.name)
}

/// Returns the name to print for an internal one.
pub(crate) fn documented_name(dialect: Dialect, name: &str) -> Option<&'static str> {
    if dialect != Dialect::Issues {
        return None;
    }
    dataset::ISSUE_SEARCH.get(name)?.aliases.first().copied()
}

/// Returns the row of a field in the search of a dialect, whatever it searches.
pub(crate) fn field(dialect: Dialect, name: &str) -> Option<&'static FieldSpec> {
    index(dialect).get(name)
}

fn index(dialect: Dialect) -> &'static Index {
    match dialect {
        Dialect::Issues => &dataset::ISSUE_SEARCH,
        Dialect::Events | Dialect::EventsRegex => &dataset::EVENT_SEARCH,
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
    if let Some(row) = index(dialect).get(name) {
        return row.kind;
    }
    if name.starts_with("measurements.") {
        FieldKind::Number
    } else if name.starts_with("spans.") {
        FieldKind::Duration
    } else {
        FieldKind::Text
    }
}

/// Says whether the call holds the name of a date key, which decides how its value is read.
pub(crate) fn names_a_date(dialect: Dialect, call: &str) -> bool {
    let mut rows = index(dialect).all();
    call.contains("last_seen()")
        || rows.any(|row| row.kind == FieldKind::Date && call.contains(row.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_within_a_file() {
        let tables = [
            discover::FIELDS,
            errors::FIELDS,
            event::FIELDS,
            feedback::FIELDS,
            issues::FIELDS,
            logs::FIELDS,
            measurements::FIELDS,
            metrics::FIELDS,
            origin::FIELDS,
            replays::FIELDS,
            spans::FIELDS,
            transactions::FIELDS,
            user::FIELDS,
        ];
        for rows in tables {
            let names = rows
                .iter()
                .flat_map(|row| row.aliases.iter().chain([&row.name]));
            let mut names: Vec<&str> = names.copied().collect();
            names.sort_unstable();
            for pair in names.windows(2) {
                assert_ne!(pair[0], pair[1]);
            }
        }
        assert!(IS_VALUES.is_sorted_by(|a, b| a.name < b.name));
        assert!(function_table::FUNCTIONS.is_sorted_by(|a, b| a.name < b.name));
    }

    #[test]
    fn every_name_leads_to_its_row() {
        for dataset in Dataset::ALL {
            for row in dataset.fields() {
                assert_eq!(dataset.field(row.name), Some(row));
                assert_eq!(dataset.field(row.documented()), Some(row), "{}", row.name);
            }
        }
    }

    #[test]
    fn only_issue_search_has_aliases() {
        for row in Dataset::Issues.fields() {
            for alias in row.aliases {
                assert_eq!(internal_name(Dialect::Issues, alias), Some(row.name));
                assert_eq!(internal_name(Dialect::Events, alias), None);
            }
            let documented = documented_name(Dialect::Issues, row.name);
            assert_eq!(documented, row.aliases.first().copied());
        }
        let aliased = |row: &FieldSpec| !row.aliases.is_empty();
        assert!(!dataset::EVENT_SEARCH.rows().any(aliased));
    }
}
