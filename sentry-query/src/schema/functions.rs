use super::{FieldKind, field_kind};
use crate::Dialect;

/// What a function returns, as far as the reading of a value depends on it.
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

/// How the kind of a function's result is found.
#[derive(Clone, Copy)]
enum Rule {
    Fixed(ResultKind),
    /// The kind of the first argument.
    Column,
    /// The kind of the first argument, a duration without one.
    ColumnOrDuration,
}

/// Returns the kind of a call's result, of which only the first argument matters.
///
/// Only values with a unit of time or a percent sign ask for it.
pub(crate) fn result_kind(name: &str, first: &str) -> Result<ResultKind, FunctionProblem> {
    let rule = rule(name).ok_or(FunctionProblem::UnknownFunction)?;
    match rule {
        Rule::Fixed(kind) => Ok(kind),
        Rule::ColumnOrDuration if first.is_empty() => Ok(ResultKind::Duration),
        Rule::Column | Rule::ColumnOrDuration => column_kind(first),
    }
}

fn rule(name: &str) -> Option<Rule> {
    Some(match name {
        "p50" | "p75" | "p90" | "p95" | "p99" | "p100" => Rule::ColumnOrDuration,
        "avg" | "sum" | "min" | "max" | "percentile" => Rule::Column,
        "failure_rate" | "trend_percentage" | "count_percentage" => {
            Rule::Fixed(ResultKind::Percentage)
        }
        "trend_difference" => Rule::Fixed(ResultKind::Duration),
        "count" | "count_unique" | "count_if" | "count_web_vitals" | "failure_count" | "apdex"
        | "user_misery" | "epm" | "eps" | "tpm" | "tps" | "last_seen" | "confidence" => {
            Rule::Fixed(ResultKind::Other)
        }
        _ => return None,
    })
}

fn column_kind(column: &str) -> Result<ResultKind, FunctionProblem> {
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

/// Columns of events that hold no number a function could work on.
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
