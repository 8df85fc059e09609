//! Counts: "more than 100 times", "affecting at least 5 users".

use super::comparison;
use super::condition::{Amount, Condition, Test};
use super::grammar::has_issues;
use super::number::number;
use super::piece::{Found, Place};
use super::words::Words;
use crate::Dataset;
use crate::ast::Operator;

const VERBS: &[&str] = &[
    "that happened",
    "that occurred",
    "that affect",
    "that affected",
    "affect",
    "affected",
    "affecting",
    "impacting",
    "happened",
    "happening",
    "occurred",
    "occurring",
    "seen",
    "with",
    "by",
    "for",
    "hitting",
];

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let nouns = nouns(dataset);
    if nouns.is_empty() {
        return None;
    }
    let verb = words.skip(at, VERBS);
    let compared = |field, (operator, number)| {
        Condition::new(field, Test::Compare(operator, Amount::Number(number)))
    };
    if has_issues(dataset)
        && let Some(len) = words.take(at + verb, &["more than once"])
    {
        let condition = compared("timesSeen", (Operator::Greater, 1.0));
        return Some(Found::new(verb + len, Place::Stated, condition));
    }
    let noun = |at| {
        let named = |(names, field): &(&[&str], _)| Some((words.take(at, names)?, *field));
        nouns.iter().find_map(named)
    };
    if !has_issues(dataset)
        && words.at(at) == "with"
        && let Some((len, field)) = noun(at + 1)
    {
        let condition = compared(field, (Operator::Greater, 0.0));
        return Some(Found::new(1 + len, Place::Stated, condition));
    }
    let (bound, bounds) = bounds(words, at + verb)?;
    let (len, field) = noun(at + verb + bound)?;
    let conditions = bounds
        .into_iter()
        .map(|bound| compared(field, bound))
        .collect();
    Some(Found::all(verb + bound + len, Place::Stated, conditions))
}

/// What a data set counts, and the fields for it.
fn nouns(dataset: Dataset) -> &'static [(&'static [&'static str], &'static str)] {
    match dataset {
        Dataset::Issues | Dataset::Feedback => &[
            (
                &["affected users", "users", "user", "people", "customers"],
                "userCount",
            ),
            (
                &[
                    "times",
                    "events",
                    "event",
                    "occurrences",
                    "errors",
                    "crashes",
                ],
                "timesSeen",
            ),
        ],
        Dataset::Replays => &[
            (&["rage clicks"], "count_rage_clicks"),
            (&["dead clicks"], "count_dead_clicks"),
            (&["errors"], "count_errors"),
            (&["warnings"], "count_warnings"),
        ],
        _ => &[],
    }
}

/// "more than 100", "between 10 and 20", "100 or more", "100+".
fn bounds(words: &Words<'_>, at: usize) -> Option<(usize, Vec<(Operator, f64)>)> {
    if words.at(at) == "between" {
        let (low_len, low) = number(words, at + 1)?;
        let and = at + 1 + low_len;
        let (high_len, high) = number(words, and + 1).filter(|_| words.at(and) == "and")?;
        let bounds = vec![
            (Operator::GreaterOrEqual, low),
            (Operator::LessOrEqual, high),
        ];
        return Some((low_len + high_len + 2, bounds));
    }
    if let Some((operator, len)) = comparison::read(words, at) {
        let (more, number) = number(words, at + len)?;
        return Some((len + more, vec![(operator, number)]));
    }
    if let Some((len, number)) = number(words, at)
        && let Some(more) = words.take(at + len, &["or more", "or fewer", "or less"])
    {
        let least = words.at(at + len + 1) == "more";
        let operator = if least {
            Operator::GreaterOrEqual
        } else {
            Operator::LessOrEqual
        };
        return Some((len + more, vec![(operator, number)]));
    }
    let digits = words.at(at).strip_suffix('+')?;
    let number = digits.parse::<u32>().ok()?;
    Some((1, vec![(Operator::GreaterOrEqual, f64::from(number))]))
}
