//! Types of errors, known by their form: `TypeError`, `java.lang.NullPointerException`.

use super::condition::Condition;
use super::grammar::field;
use super::piece::{Found, Place};
use super::words::Words;
use crate::Dataset;

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let name = words.written(at);
    let name = match name.strip_suffix('s') {
        Some(singular) if is_type(singular) => singular,
        _ => name,
    };
    if !is_type(name) {
        return None;
    }
    let condition = Condition::equals(field(dataset, "error.type")?, name);
    let noun = words.skip(at + 1, &["errors", "exceptions", "issues"]);
    Some(Found::new(1 + noun, Place::Name, condition))
}

/// Whether the last name of a path has the form of an error's type.
fn is_type(name: &str) -> bool {
    let last = name.rsplit(['.', ':']).next().unwrap_or_default();
    let stem = last
        .strip_suffix("Error")
        .or_else(|| last.strip_suffix("Exception"));
    let stem_fits = stem.is_some_and(|stem| {
        stem.starts_with(|c: char| c.is_ascii_uppercase())
            && stem
                .bytes()
                .any(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    });
    let path = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | ':' | '$');
    stem_fits && name.chars().all(path)
}
