//! The table of functions: one row each, sorted by name.

use super::{Dataset, FunctionSpec, Returns};

const EVENTS: &[Dataset] = &[Dataset::Errors, Dataset::Transactions];
const TRANSACTIONS: &[Dataset] = &[Dataset::Transactions];
const TRACES: &[Dataset] = &[Dataset::Transactions, Dataset::Spans];
const STORED_EVENTS: &[Dataset] = &[Dataset::Errors, Dataset::Transactions, Dataset::Spans];
/// Everything that is stored as events or as their parts.
const ALL: &[Dataset] = &[
    Dataset::Errors,
    Dataset::Transactions,
    Dataset::Spans,
    Dataset::Logs,
    Dataset::Metrics,
];

const fn row(
    name: &'static str,
    arguments: &'static [&'static str],
    returns: Returns,
    datasets: &'static [Dataset],
    doc: &'static str,
) -> FunctionSpec {
    FunctionSpec {
        name,
        arguments,
        returns,
        datasets,
        doc,
    }
}

/// `p50` and its kin.
const fn percentile(name: &'static str, doc: &'static str) -> FunctionSpec {
    row(name, &["column"], Returns::ColumnOrDuration, ALL, doc)
}

const THRESHOLD: &[&str] = &["300"];

/// Sorted by name.
#[rustfmt::skip]
pub(super) const FUNCTIONS: &[FunctionSpec] = &[
    row("apdex", THRESHOLD, Returns::Number, TRACES,
        "The Apdex score, from 0 to 1: how many requests were faster than the threshold in milliseconds, those up to four times slower counted half."),
    row("avg", &["column"], Returns::Column, ALL,
        "The average of a numeric column."),
    row("confidence", &[], Returns::Number, TRANSACTIONS,
        "How sure a trend is, as the result of a t-test."),
    row("count", &[], Returns::Integer, ALL,
        "How many there are."),
    row("count_if", &["column", "equals", "value"], Returns::Integer, STORED_EVENTS,
        "How many there are whose column compares with the value in the named way."),
    row("count_miserable", &["user", "300"], Returns::Integer, TRANSACTIONS,
        "How many users waited longer than four times the threshold in milliseconds."),
    row("count_percentage", &[], Returns::Percentage, TRANSACTIONS,
        "How much the number changed between the two halves of a trend."),
    row("count_unique", &["column"], Returns::Integer, ALL,
        "How many different values a column has."),
    row("count_web_vitals", &["measurements.lcp", "good"], Returns::Integer, TRANSACTIONS,
        "How many web vitals are good, meh or poor; any counts them all."),
    row("epm", &[], Returns::Rate, STORED_EVENTS,
        "Events in a minute."),
    row("eps", &[], Returns::Rate, STORED_EVENTS,
        "Events in a second."),
    row("failure_count", &[], Returns::Integer, TRACES,
        "How many have a status other than ok, canceled or unknown."),
    row("failure_rate", &[], Returns::Percentage, TRACES,
        "The part that has a status other than ok, canceled or unknown."),
    row("last_seen", &[], Returns::Date, EVENTS,
        "When the latest event happened."),
    row("max", &["column"], Returns::Column, ALL,
        "The largest value of a numeric column."),
    row("min", &["column"], Returns::Column, ALL,
        "The smallest value of a numeric column."),
    percentile("p100", "The largest value of a column; without one, of the duration."),
    percentile("p50", "The median of a column; without one, of the duration."),
    percentile("p75", "What three in four values of a column stay within; without one, of the duration."),
    percentile("p90", "What 90% of the values of a column stay within; without one, of the duration."),
    percentile("p95", "What 95% of the values of a column stay within; without one, of the duration."),
    percentile("p99", "What 99% of the values of a column stay within; without one, of the duration."),
    row("percentile", &["column", "0.95"], Returns::Column, EVENTS,
        "What the named part of the values of a column stays within."),
    row("sum", &["column"], Returns::Column, ALL,
        "The sum of a numeric column."),
    row("tpm", &[], Returns::Rate, TRANSACTIONS,
        "Transactions in a minute."),
    row("tps", &[], Returns::Rate, TRANSACTIONS,
        "Transactions in a second."),
    row("trend_difference", &[], Returns::Duration, TRANSACTIONS,
        "How much slower the second half of a trend is than the first."),
    row("trend_percentage", &[], Returns::Percentage, TRANSACTIONS,
        "The second half of a trend as a part of the first."),
    row("user_misery", THRESHOLD, Returns::Number, TRACES,
        "How many users waited longer than four times the threshold in milliseconds, as a score from 0 to 1."),
];
