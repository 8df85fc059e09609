//! Negations: "not in staging", "except dev", "excluding warnings".

use super::condition::Condition;
use super::environment;
use super::grammar::{absorb, field, longest_value};
use super::piece::{Found, Meaning, Place};
use super::words::Words;
use crate::Dataset;

const NOT: &[&str] = &["but not", "aren", "isn", "weren", "wasn", "not"];

const EXCEPT: &[&str] = &[
    "except for the",
    "except for",
    "except the",
    "except",
    "excluding the",
    "excluding",
    "other than",
    "apart from",
    "outside of",
    "outside",
    "without",
];

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let except = words.take(at, EXCEPT);
    let len = except.or_else(|| words.take(at, NOT))?;
    let named = || {
        // Behind these words an environment is no adjective.
        let values = environment::values(words.at(at + len)).filter(|_| except.is_some())?;
        let condition = Condition::one_of(field(dataset, "environment")?, values);
        Some(Found::new(1, Place::Clause, condition))
    };
    let named = named();
    let described = named.is_some();
    let found = named.or_else(|| longest_value(words, at + len, dataset))?;
    let Meaning::Asks(place, conditions) = found.meaning else {
        return None;
    };
    let negated: Option<Vec<Condition>> = conditions.into_iter().map(Condition::negate).collect();
    let mut negated = negated?;
    let mut taken = len + found.words;
    if let [one] = &mut negated[..] {
        taken += absorb(words, at + taken, dataset, one, true);
    }
    // "except production errors" excludes no more than both together.
    let described = described || !matches!(place, Place::Clause | Place::Stated);
    if described && leads_to_errors(words, at + taken, dataset) {
        return None;
    }
    let place = match place {
        Place::Clause => Place::Clause,
        Place::Noun | Place::Name | Place::Stated => Place::Stated,
        _ => Place::Strict,
    };
    Some(Found::all(taken, place, negated))
}

/// Whether a noun follows that asks for something as well.
fn leads_to_errors(words: &Words<'_>, at: usize, dataset: Dataset) -> bool {
    let apart = words.comma_after(at.saturating_sub(1));
    let next = longest_value(words, at, dataset).filter(|_| !apart);
    let noun = |found: Found| matches!(found.meaning, Meaning::Asks(Place::Noun | Place::Name, _));
    next.is_some_and(noun)
}
