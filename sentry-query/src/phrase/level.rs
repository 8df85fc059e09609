//! Levels: "errors", "fatal issues", "level warning".

use super::condition::Condition;
use super::filler::{is_counted, noun_len};
use super::grammar::field;
use super::piece::{Found, Place};
use super::words::Words;
use crate::Dataset;

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let names = ["level", "severity", "log.severity_text"];
    let field = names.into_iter().find_map(|name| field(dataset, name))?;
    if dataset == Dataset::Transactions {
        // They have a field for it, but no levels.
        return None;
    }
    let value = |word: &str| value(word, dataset);
    let found = |len, place, value| Some(Found::new(len, place, Condition::equals(field, value)));

    let stated = |at| {
        let verb = words.skip(at, &["is", "of", "="]);
        Some((verb + 1, value(words.at(at + verb))?))
    };
    let (word, next) = (words.at(at), words.at(at + 1));
    if matches!(word, "level" | "severity")
        && let Some((len, value)) = stated(at + 1)
    {
        return found(len + 1, Place::Stated, value);
    }
    let (plain, plural) = match word.strip_suffix('s') {
        Some(plain @ ("error" | "warning" | "fatal")) => (plain, true),
        _ => (word.strip_suffix("-level").unwrap_or(word), false),
    };
    let value = value(plain)?;
    if plural {
        if is_counted(words, at) {
            return None;
        }
        let condition = Condition::equals(field, value);
        let condition = if plain == "error" {
            condition.soft()
        } else {
            condition
        };
        return Some(Found::new(1, Place::Noun, condition));
    }
    if matches!(next, "level" | "severity") {
        let noun = described(words, at + 2, dataset).unwrap_or(0);
        return found(
            2 + noun,
            if noun > 0 { Place::Noun } else { Place::Stated },
            value,
        );
    }
    if let Some(noun) = described(words, at + 1, dataset) {
        return found(1 + noun, Place::Noun, value);
    }
    match plain {
        "fatal" | "error" | "warning" => found(1, Place::Adjective, value),
        _ => None,
    }
}

/// How many words the noun takes that the level describes.
fn described(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<usize> {
    words
        .take(at, &["errors", "events"])
        .or_else(|| noun_len(words, at, dataset))
}

/// The value of a level, which log entries spell in their own way.
fn value(word: &str, dataset: Dataset) -> Option<&'static str> {
    Some(match word {
        "fatal" => "fatal",
        "error" => "error",
        "warning" | "warn" if dataset == Dataset::Logs => "warn",
        "warning" | "warn" => "warning",
        "info" => "info",
        "debug" => "debug",
        _ => return None,
    })
}
