//! Users of the application: "for user 42", "affecting jane@example.com".

use super::condition::{Condition, Test};
use super::grammar::field;
use super::piece::{Found, Place};
use super::words::Words;
use crate::Dataset;

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    if let Some(len) = words.take(at, &["without a user", "without user"]) {
        let condition = Condition::new(field(dataset, "user")?, Test::Unset);
        return Some(Found::new(len, Place::Stated, condition));
    }
    let mut len = words.skip(at, &["for", "from", "affecting"]);
    let user = words.skip(at + len, &["the user", "user"]);
    if len + user == 0 {
        return None;
    }
    len += user;
    let id = words.skip(at + len, &["id"]);
    len += if user > 0 { id } else { 0 };
    let name = words.written(at + len);
    let (key, place) = if is_email(name) {
        ("user.email", Place::Stated)
    } else if user > 0 && is_id(name) {
        ("user.id", Place::Stated)
    } else {
        return None;
    };
    let condition = Condition::equals(field(dataset, key)?, name);
    Some(Found::new(len + 1, place, condition))
}

/// One more user behind a joint.
pub(super) fn another(words: &Words<'_>, at: usize) -> Option<Found> {
    let name = words.written(at);
    is_id(name).then(|| Found::new(1, Place::Stated, Condition::equals("user.id", name)))
}

fn is_id(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the word has the form of an address such as `jane@example.com`.
pub(super) fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else {
        return false;
    };
    let fits = |part: &str, more: &[u8]| {
        let mut bytes = part.bytes();
        !part.is_empty() && bytes.all(|b| b.is_ascii_alphanumeric() || more.contains(&b))
    };
    let dotted = host.split_once('.').is_some_and(|(first, last)| {
        fits(first, b"-") && last.starts_with(|c: char| c.is_ascii_alphabetic())
    });
    fits(name, b"._+-") && fits(host, b".-") && dotted
}
