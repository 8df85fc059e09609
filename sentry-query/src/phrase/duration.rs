//! Durations: "slower than 2 seconds", "over 500ms".

use std::time::Duration;

use super::comparison;
use super::condition::{Amount, Condition, Test};
use super::grammar::field;
use super::number::{number, unit};
use super::piece::{Found, Place};
use super::words::Words;
use crate::Dataset;
use crate::ast::{DateUnit, Operator};

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let name = match dataset {
        Dataset::Transactions => "transaction.duration",
        Dataset::Spans => "span.duration",
        Dataset::Replays => "duration",
        _ => return None,
    };
    let field = field(dataset, name)?;
    let slower = words.take(at, &["slower than"]);
    let faster = || words.take(at, &["faster than", "quicker than"]);
    let (len, operator) = if let Some(len) = slower {
        (len, Operator::Greater)
    } else if let Some(len) = faster() {
        (len, Operator::Less)
    } else {
        let verb = words.skip(
            at,
            &[
                "that took",
                "that take",
                "taking",
                "took",
                "lasting",
                "with duration",
            ],
        );
        let (operator, len) = comparison::read(words, at + verb)?;
        (verb + len, operator)
    };
    let (more, duration) = duration(words, at + len)?;
    let test = Test::Compare(operator, Amount::Duration(duration));
    Some(Found::new(
        len + more,
        Place::Stated,
        Condition::new(field, test),
    ))
}

/// A duration such as `500ms`, `1.5s` or `2 minutes`.
fn duration(words: &Words<'_>, at: usize) -> Option<(usize, Duration)> {
    let word = words.at(at);
    let end = word
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(word.len());
    let (digits, glued) = word.split_at_checked(end)?;
    let (len, amount, unit) = if matches!(word, "a" | "an" | "one") {
        (2, 1.0, seconds(words.at(at + 1))?)
    } else if let (Ok(amount), Some(unit)) = (digits.parse(), seconds(glued)) {
        (1, amount, unit)
    } else {
        let (len, amount) = number(words, at)?;
        (len + 1, amount, seconds(words.at(at + len))?)
    };
    // Beyond a year nothing is measured.
    let seconds = amount * unit;
    let measured = (0.001..=31_536_000.0).contains(&seconds);
    let duration = Duration::try_from_secs_f64(seconds)
        .ok()
        .filter(|_| measured)?;
    Some((len, duration))
}

fn seconds(name: &str) -> Option<f64> {
    Some(match name {
        "ms" | "millis" | "milliseconds" => 0.001,
        "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
        _ => {
            let (factor, unit) = unit(name)?;
            60.0 * f64::from(factor) * minutes(unit)
        }
    })
}

fn minutes(unit: DateUnit) -> f64 {
    match unit {
        DateUnit::Minute => 1.0,
        DateUnit::Hour => 60.0,
        DateUnit::Day => 1440.0,
        DateUnit::Week => 10_080.0,
    }
}
