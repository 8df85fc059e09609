//! Kinds of issues and requests: "N+1 queries", "performance issues", "500 errors".

use super::condition::Condition;
use super::grammar::{field, has_issues};
use super::piece::{Found, Place};
use super::words::Words;
use crate::Dataset;

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    if let Some(found) = status_code(words, at, dataset) {
        return Some(found);
    }
    if has_issues(dataset) {
        return kind(words, at);
    }
    failed(words, at, dataset)
}

fn kind(words: &Words<'_>, at: usize) -> Option<Found> {
    const QUERIES: &[&str] = &[
        "n+1 database queries",
        "n+1 db queries",
        "n+1 queries",
        "n+1 query",
        "n+1 issues",
        "n+1 problems",
        "n+1s",
    ];
    const CALLS: &[&str] = &["n+1 api calls", "n+1 api call"];
    const SLOW: &[&str] = &["slow database queries", "slow db queries", "slow queries"];
    const PERFORMANCE: &[&str] = &["performance issues", "performance problems"];
    let types = [
        (QUERIES, "issue.type", "performance_n_plus_one_db_queries"),
        (CALLS, "issue.type", "performance_n_plus_one_api_calls"),
        (SLOW, "issue.type", "performance_slow_db_query"),
        (PERFORMANCE, "issue.category", "performance"),
    ];
    types.into_iter().find_map(|(names, field, value)| {
        let len = words.take(at, names)?;
        Some(Found::new(
            len,
            Place::Name,
            Condition::equals(field, value),
        ))
    })
}

/// "500 errors", "status 404".
fn status_code(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    const NAMES: &[&str] = &[
        "http status code",
        "http status",
        "status code",
        "response code",
        "status",
        "http",
    ];
    let named = words.skip(at, NAMES);
    let code = words.at(at + named);
    let known = code.len() == 3
        && code.bytes().all(|b| b.is_ascii_digit())
        && code.starts_with(['1', '2', '3', '4', '5']);
    let field =
        field(dataset, "http.status_code").or_else(|| field(dataset, "span.status_code"))?;
    if !known {
        return None;
    }
    let noun = words.skip(
        at + named + 1,
        &["errors", "responses", "error", "response"],
    );
    let failure = code.starts_with(['4', '5']);
    let place = match (named, noun) {
        (0, 0) => return None,
        (0, _) if !failure => return None,
        (0, _) => Place::Name,
        _ => Place::Stated,
    };
    Some(Found::new(
        named + 1 + noun,
        place,
        Condition::equals(field, code),
    ))
}

/// "failed transactions": by Sentry's failure rate, all but these statuses.
fn failed(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let name = match dataset {
        Dataset::Transactions => "transaction.status",
        Dataset::Spans => "span.status",
        _ => return None,
    };
    if !matches!(words.at(at), "failed" | "failing") {
        return None;
    }
    let mut condition = Condition::one_of(field(dataset, name)?, &["ok", "cancelled", "unknown"]);
    condition.negated = true;
    Some(Found::new(1, Place::BeforeNoun, condition))
}
