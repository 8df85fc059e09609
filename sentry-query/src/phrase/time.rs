//! Times: "in the last 3 hours", "since yesterday", "older than 30 days", "not seen for a week".

use super::agreement::TIME;
use super::comparison;
use super::condition::{Condition, Test};
use super::grammar::{field, has_issues};
use super::number::{length, unit};
use super::piece::{Found, Place};
use super::words::Words;
use crate::ast::DateUnit;
use crate::{Dataset, Timestamp};

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let issues = has_issues(dataset);
    if !issues {
        field(dataset, "timestamp")?;
    }
    if let Some(found) = absent(words, at).filter(|_| issues) {
        return Some(found);
    }
    if let Some((len, test)) = old(words, at) {
        let field = if issues { "firstSeen" } else { TIME };
        return Some(Found::new(len, Place::Stated, Condition::new(field, test)));
    }
    let (verb, field) = verb(words, at, issues);
    let (len, test) =
        when(words, at + verb).or_else(|| ago(words, at + verb).filter(|_| verb > 0 || !issues))?;
    Some(Found::new(
        verb + len,
        Place::Clause,
        Condition::new(field, test),
    ))
}

/// How many words say what happened at the time, and the field for it.
fn verb(words: &Words<'_>, at: usize, issues: bool) -> (usize, &'static str) {
    const FIRST: &[&str] = &[
        "that first appeared",
        "that first happened",
        "that appeared",
        "first appeared",
        "first happened",
        "first occurred",
        "first seen",
        "introduced",
        "created",
        "appeared",
    ];
    const LAST: &[&str] = &["last seen", "last happened", "last occurred"];
    const ANY: &[&str] = &[
        "that happened",
        "that occurred",
        "happened",
        "happening",
        "occurred",
        "occurring",
        "seen",
    ];
    if issues {
        if let Some(len) = words.take(at, FIRST) {
            return (len, "firstSeen");
        }
        if let Some(len) = words.take(at, LAST) {
            return (len, "lastSeen");
        }
    }
    match words.take(at, ANY) {
        Some(len) if issues => (len, "lastSeen"),
        len => (len.unwrap_or(0), TIME),
    }
}

fn newer(amount: u32, unit: DateUnit) -> Test {
    Test::Age {
        newer: true,
        amount,
        unit,
    }
}

fn older(amount: u32, unit: DateUnit) -> Test {
    Test::Age {
        newer: false,
        amount,
        unit,
    }
}

/// "today", "this week", "in the last 3 hours", "since 2026-01-15".
fn when(words: &Words<'_>, at: usize) -> Option<(usize, Test)> {
    let since = words.skip(at, &["since", "from"]);
    match words.at(at + since) {
        "today" => return Some((since + 1, newer(24, DateUnit::Hour))),
        "yesterday" => return Some((since + 1, newer(48, DateUnit::Hour))),
        _ => {}
    }
    recent(words, at).or_else(|| calendar(words, at))
}

/// Lengths of time up to now.
fn recent(words: &Words<'_>, at: usize) -> Option<(usize, Test)> {
    if let Some(len) = words.take(at, &["within"])
        && let Some((more, amount, unit)) = length(words, at + len)
    {
        return Some((len + more, newer(amount, unit)));
    }
    let mut len = words.skip(
        at,
        &["in", "within", "during", "over", "for", "from", "since"],
    );
    let preposition = words.at(at);
    let article = words.skip(at + len, &["the"]);
    len += article;
    let word = words.at(at + len);
    len += words.take(at + len, &["last", "past", "previous", "this"])?;
    if word != "this"
        && let Some((more, amount, unit)) = length(words, at + len)
    {
        return Some((len + more, newer(amount, unit)));
    }
    let name = words.at(at + len);
    let (factor, unit) = unit(name).filter(|_| name == "day" || name.len() > 3)?;
    // The week before this one begins up to two weeks ago, as yesterday up to two days.
    let calendar =
        word == "last" && article == 0 && matches!(name, "week" | "weeks" | "month" | "year");
    let twice = calendar && !matches!(preposition, "in" | "within" | "during" | "over" | "for");
    Some((
        len + 1,
        newer(if twice { 2 * factor } else { factor }, unit),
    ))
}

/// "since" and "before" a date.
fn calendar(words: &Words<'_>, at: usize) -> Option<(usize, Test)> {
    let midnight = format!("{}T00:00:00Z", words.at(at + 1));
    let date = Timestamp::parse(&midnight)?;
    let test = match words.at(at) {
        "since" => Test::Since(date),
        "before" => Test::Before(date),
        _ => return None,
    };
    Some((2, test))
}

/// "more than 3 days ago".
fn ago(words: &Words<'_>, at: usize) -> Option<(usize, Test)> {
    compared(words, at, "ago")
}

/// A length of time that is compared, before this word.
fn compared(words: &Words<'_>, at: usize, last: &str) -> Option<(usize, Test)> {
    let (operator, len) = comparison::read(words, at)?;
    let (more, amount, unit) = length(words, at + len)?;
    let test = if comparison::is_less(operator) {
        newer(amount, unit)
    } else {
        older(amount, unit)
    };
    (words.at(at + len + more) == last).then_some((len + more + 1, test))
}

/// "older than 30 days", "more than 2 weeks old".
fn old(words: &Words<'_>, at: usize) -> Option<(usize, Test)> {
    let first = words.at(at);
    if matches!(first, "older" | "newer" | "younger") && words.at(at + 1) == "than" {
        let (len, amount, unit) = length(words, at + 2)?;
        let test = if first == "older" {
            older(amount, unit)
        } else {
            newer(amount, unit)
        };
        return Some((len + 2, test));
    }
    compared(words, at, "old")
}

/// "not seen for 7 days".
fn absent(words: &Words<'_>, at: usize) -> Option<Found> {
    const ABSENT: &[&str] = &[
        "that haven been seen",
        "that have not been seen",
        "haven been seen",
        "haven happened",
        "have not been seen",
        "have not happened",
        "not been seen",
        "not happened",
        "not occurred",
        "not seen",
        "no longer seen",
        "without events",
        "unseen",
        "inactive",
        "quiet",
    ];
    let mut len = words.take(at, ABSENT)?;
    len += words.take(
        at + len,
        &["for", "in", "within", "during", "over", "since"],
    )?;
    len += words.skip(at + len, &["at least", "more than", "over"]);
    len += words.skip(at + len, &["the"]);
    let span = words.skip(at + len, &["last", "past"]);
    len += span;
    let name = words.at(at + len);
    let whole = || {
        unit(name)
            .filter(|_| span > 0)
            .map(|(amount, unit)| (1, amount, unit))
    };
    let (more, amount, unit) = length(words, at + len).or_else(whole)?;
    let condition = Condition::new("lastSeen", older(amount, unit));
    Some(Found::new(len + more, Place::Stated, condition))
}
