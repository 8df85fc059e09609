use super::function_table::FUNCTIONS;
use super::{Dataset, FieldKind, field_kind};
use crate::{Dialect, ParseOptions};

/// What is known about a function: one row of the table of functions.
///
/// ```
/// use sentry_query::{Dataset, schema::Returns};
///
/// let mut functions = Dataset::Transactions.functions();
/// let rate = functions.find(|row| row.name == "failure_rate").unwrap();
/// assert_eq!(rate.call(), "failure_rate()");
/// assert_eq!(rate.returns, Returns::Percentage);
/// assert!(Dataset::Issues.functions().next().is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FunctionSpec {
    /// The name before the parentheses.
    pub name: &'static str,
    /// An example of each argument, in order.
    pub arguments: &'static [&'static str],
    /// What the call gives.
    pub returns: Returns,
    /// The data sets that have it.
    pub datasets: &'static [Dataset],
    pub(super) doc: &'static str,
}

/// What a function gives, which decides how the value beside it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Returns {
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// An amount of time.
    Duration,
    /// A part of the whole: `failure_rate():>5%`.
    Percentage,
    /// How many in a unit of time.
    Rate,
    /// An instant.
    Date,
    /// The kind of the column that is its first argument.
    Column,
    /// The kind of its column, and without one an amount of time.
    ColumnOrDuration,
}

impl FunctionSpec {
    /// Returns an example of a call.
    pub fn call(&self) -> String {
        [self.name, "(", &self.arguments.join(", "), ")"].concat()
    }

    /// Says whether the call can do without arguments.
    pub fn takes_none(&self) -> bool {
        self.arguments.is_empty() || self.returns == Returns::ColumnOrDuration
    }

    /// Returns what the function gives, in a sentence.
    pub const fn doc(&self) -> &'static str {
        self.doc
    }
}

/// What a function gives, as far as the reading of a value depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ResultKind {
    Duration,
    Percentage,
    Other,
}

/// Why a function's result has no kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FunctionProblem {
    UnknownFunction,
    UnknownColumn,
    NotNumeric,
}

/// Finds the row of a function; case matters.
pub(crate) fn function(name: &str) -> Option<&'static FunctionSpec> {
    let at = FUNCTIONS.binary_search_by(|row| row.name.cmp(name)).ok()?;
    FUNCTIONS.get(at)
}

/// Returns the kind of a call's result, of which only the first argument matters.
///
/// Only values with a unit of time or a percent sign ask for it.
pub(crate) fn result_kind(
    name: &str,
    first: &str,
    options: &ParseOptions<'_>,
) -> Result<ResultKind, FunctionProblem> {
    let row = function(name).ok_or(FunctionProblem::UnknownFunction)?;
    match row.returns {
        Returns::Duration => Ok(ResultKind::Duration),
        Returns::Percentage => Ok(ResultKind::Percentage),
        Returns::Integer | Returns::Number | Returns::Rate | Returns::Date => Ok(ResultKind::Other),
        Returns::ColumnOrDuration if first.is_empty() => Ok(ResultKind::Duration),
        Returns::Column | Returns::ColumnOrDuration => column_kind(first, options),
    }
}

fn column_kind(column: &str, options: &ParseOptions<'_>) -> Result<ResultKind, FunctionProblem> {
    if options.has_own_kinds() {
        return own_column_kind(column, options);
    }
    if column.starts_with("tags[") {
        return if column.ends_with(",number]") {
            Ok(ResultKind::Other)
        } else {
            Err(FunctionProblem::UnknownColumn)
        };
    }
    match field_kind(Dialect::Events, column) {
        FieldKind::Duration => Ok(ResultKind::Duration),
        FieldKind::Number if column.starts_with("measurements.") => Ok(ResultKind::Other),
        FieldKind::Date if matches!(column, "timestamp" | "time") => Ok(ResultKind::Other),
        FieldKind::Text if !KNOWN_COLUMNS.contains(&column) => Err(FunctionProblem::UnknownColumn),
        _ => Err(FunctionProblem::NotNumeric),
    }
}

/// Where fields have kinds of their own, a column that is not known can be any attribute.
fn own_column_kind(
    column: &str,
    options: &ParseOptions<'_>,
) -> Result<ResultKind, FunctionProblem> {
    match options.kind_of(column) {
        FieldKind::Duration => Ok(ResultKind::Duration),
        FieldKind::Number | FieldKind::Size | FieldKind::Date => Ok(ResultKind::Other),
        _ if options.field(column).is_some() => Err(FunctionProblem::NotNumeric),
        _ => Ok(ResultKind::Duration),
    }
}

/// Columns of events that hold no number a function could work on.
///
/// Other fields of events are refused as unknown: they are tags to a function.
const KNOWN_COLUMNS: &[&str] = &[
    "culprit",
    "environment",
    "event.type",
    "id",
    "issue",
    "level",
    "message",
    "platform",
    "project",
    "project.name",
    "release",
    "title",
    "trace",
    "transaction",
    "transaction.op",
    "transaction.status",
    "user",
    "user.email",
    "user.id",
    "user.ip",
    "user.username",
];
