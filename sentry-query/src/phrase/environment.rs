//! Environments: "in production", "staging issues", "in the qa environment".

use super::condition::Condition;
use super::grammar::field;
use super::name::is_vague;
use super::piece::{Found, Place};
use super::words::Words;
use crate::Dataset;

const IN: &[&str] = &[
    "in the", "on the", "from the", "in our", "in", "on", "from", "for",
];

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let field = field(dataset, "environment")?;
    let len = words.skip(at, IN);
    if let Some(found) = called(words, at, len, field) {
        return Some(found);
    }
    let (values, negated) = match words.at(at + len) {
        "non-production" | "non-prod" if len == 0 => (values("prod")?, true),
        name => (values(name)?, false),
    };
    let mut condition = Condition::one_of(field, values);
    condition.negated = negated;
    let place = if len > 0 {
        Place::Clause
    } else {
        Place::Adjective
    };
    Some(Found::new(len + 1, place, condition))
}

/// "the qa environment", "environment qa".
fn called(words: &Words<'_>, at: usize, len: usize, field: &'static str) -> Option<Found> {
    let is_word = |at| matches!(words.at(at), "environment" | "env" | "environments");
    let name = at + len;
    if is_word(name + 1) && !words.at(name).is_empty() {
        let known = values(words.at(name));
        if known.is_none() && (len == 0 || names_none(words.at(name))) {
            return None;
        }
        let condition = match known {
            Some(values) => Condition::one_of(field, values),
            None => Condition::equals(field, words.written(name)),
        };
        let place = if known.is_some() {
            Place::Clause
        } else {
            Place::Strict
        };
        return Some(Found::new(len + 2, place, condition));
    }
    if is_word(name) {
        let condition = Condition::one_of(field, values(words.at(name + 1))?);
        return Some(Found::new(len + 2, Place::Clause, condition));
    }
    None
}

/// The environments that a word stands for: an abbreviation also for the whole word.
pub(super) fn values(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "production" => &["production"],
        "prod" => &["production", "prod"],
        "staging" => &["staging"],
        "development" => &["development"],
        "dev" => &["development", "dev"],
        "qa" => &["qa"],
        "uat" => &["uat"],
        "preprod" => &["preprod"],
        _ => return None,
    })
}

/// Words before "environment" that name none in Sentry.
fn names_none(word: &str) -> bool {
    is_vague(word) || matches!(word, "browser" | "jsdom" | "node" | "runtime")
}
