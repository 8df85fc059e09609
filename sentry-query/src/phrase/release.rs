//! Releases: "in release shop@2.1", "since v2.1", "introduced in the latest release".

use super::condition::{Amount, Condition, Test};
use super::grammar::{field, has_issues};
use super::piece::{Found, Place};
use super::user::is_email;
use super::words::Words;
use crate::Dataset;
use crate::ast::Operator;

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let release = field(dataset, "release")?;
    if let Some(len) = words.take(at, &["without a release", "without release"]) {
        let condition = Condition::new(release, Test::Unset);
        return Some(Found::new(len, Place::Stated, condition));
    }
    if let Some(found) = compared(words, at, dataset) {
        return Some(found);
    }
    let (verb, release) = verb(words, at, dataset, release);
    let len = verb + words.skip(at + verb, &["in", "on", "from", "of", "for"]);
    let found = latest(words, at + len, release, len > 0)
        .or_else(|| named(words, at + len, dataset, release, verb, len))?;
    // The version of something else is no release.
    let end = at + len + found.words;
    (words.at(end) != "of").then_some(Found {
        words: len + found.words,
        ..found
    })
}

fn latest(words: &Words<'_>, at: usize, release: &'static str, clause: bool) -> Option<Found> {
    let len = words.take(at, LATEST)?;
    let place = if clause {
        Place::Clause
    } else {
        Place::Adjective
    };
    Some(Found::new(len, place, Condition::equals(release, "latest")))
}

/// "release shop@2.1", "version 2.1.0", or behind a preposition the bare version.
fn named(
    words: &Words<'_>,
    at: usize,
    dataset: Dataset,
    release: &'static str,
    verb: usize,
    len: usize,
) -> Option<Found> {
    let noun = usize::from(matches!(words.at(at), "release" | "version"));
    if noun + len == verb {
        return None;
    }
    let version = words.written(at + noun);
    let package = version.contains('@') && !is_email(version);
    if package && is_release(version) {
        return Some(Found::new(
            noun + 1,
            Place::Clause,
            Condition::equals(release, version),
        ));
    }
    let fits = if noun > 0 {
        is_version(version) || is_release(version)
    } else {
        is_clear(version)
    };
    if !fits {
        return None;
    }
    // A bare version is that of any package; which release was the first of an issue, and in which
    // one it came back, is known by its whole name alone.
    let (field, version) = if verb == 0 && is_version(version) {
        (field(dataset, "release.version")?, number(version))
    } else {
        (release, version)
    };
    let (more, test) = match open_end(words, at + noun + 1) {
        // Releases with another name have no order.
        Some(_) if field == release => return None,
        Some((len, operator)) => {
            let amount = Amount::Version(version.to_owned());
            (len, Test::Compare(operator, amount))
        }
        None => (0, Test::OneOf(vec![version.to_owned()])),
    };
    Some(Found::new(
        noun + 1 + more,
        Place::Stated,
        Condition::new(field, test),
    ))
}

/// "or later", "and above".
fn open_end(words: &Words<'_>, at: usize) -> Option<(usize, Operator)> {
    const LATER: &[&str] = &[
        "later", "newer", "above", "higher", "up", "onwards", "onward",
    ];
    const EARLIER: &[&str] = &["earlier", "older", "below", "lower"];
    let joint = words.skip(at, &["or", "and"]);
    let later = words.take(at + joint, LATER);
    let len = later.or_else(|| words.take(at + joint, EARLIER))?;
    let operator = if later.is_some() {
        Operator::GreaterOrEqual
    } else {
        Operator::LessOrEqual
    };
    // "newer than" begins a comparison of its own.
    (words.at(at + joint + len) != "than").then_some((joint + len, operator))
}

/// One more version behind a joint.
pub(super) fn another(words: &Words<'_>, at: usize) -> Option<Found> {
    let version = words.written(at);
    let condition = || Condition::equals("release.version", number(version));
    is_version(version).then(|| Found::new(1, Place::Stated, condition()))
}

const LATEST: &[&str] = &[
    "the latest release",
    "the latest version",
    "the newest release",
    "the current release",
    "our latest release",
    "latest release",
    "latest version",
];

/// How many words say what the release did, and the field for it.
fn verb(
    words: &Words<'_>,
    at: usize,
    dataset: Dataset,
    release: &'static str,
) -> (usize, &'static str) {
    if has_issues(dataset) {
        let first = &[
            "first seen",
            "first appeared",
            "introduced",
            "new since",
            "new",
        ];
        if let Some(len) = words.take(at, first)
            && words.at(at + len) == "in"
        {
            return (len, "firstRelease");
        }
        if words.take(at, &["regressed in"]).is_some() {
            return (1, "regressed_in_release");
        }
    }
    (0, release)
}

/// "since 2.1.0", "before version 3.0".
fn compared(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let (mut len, operator) = match (words.at(at), words.at(at + 1)) {
        ("since", _) => (1, Operator::GreaterOrEqual),
        ("after", _) => (1, Operator::Greater),
        ("before", _) => (1, Operator::Less),
        ("newer", "than") => (2, Operator::Greater),
        ("older", "than") => (2, Operator::Less),
        _ => return None,
    };
    let noun = words.skip(at + len, &["version", "release"]);
    len += noun;
    let version = words.written(at + len);
    if !(is_clear(version) || noun > 0 && is_version(version)) {
        return None;
    }
    let field = field(dataset, "release.version")?;
    let amount = Amount::Version(number(version).to_owned());
    let condition = Condition::new(field, Test::Compare(operator, amount));
    Some(Found::new(len + 1, Place::Strict, condition))
}

/// The version without the `v` that some write before it.
fn number(version: &str) -> &str {
    version.strip_prefix(['v', 'V']).unwrap_or(version)
}

/// Whether the word is a version such as `2.1` or `v2.1.0-beta.3`.
fn is_version(word: &str) -> bool {
    let core = number(word).split(['-', '+']).next().unwrap_or_default();
    let parts = core.split('.');
    let numeric = |part: &str| {
        !part.is_empty() && part.len() <= 9 && part.bytes().all(|b| b.is_ascii_digit())
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    (2..=4).contains(&parts.clone().count())
        && core.split('.').all(numeric)
        && word.len() <= 64
        && word.chars().all(plain)
}

/// Whether the word is a version wherever it stands: neither a date nor an address, nor a number,
/// which says so with a `v`.
fn is_clear(word: &str) -> bool {
    let number = number(word);
    let parts = || {
        number
            .split('.')
            .map(|part| part.parse::<u32>().unwrap_or(0))
    };
    let year = parts().any(|part| part >= 1900);
    let padded = number
        .split('.')
        .any(|part| part.len() > 1 && part.starts_with('0'));
    let said = number.len() < word.len();
    is_version(word) && (said || (parts().count() == 3 && !year && !padded))
}

/// Whether the word can name a release: it has a digit or a package.
fn is_release(word: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '+' | '_' | '@' | '/');
    word.len() <= 200 && word.chars().all(fits) && word.contains(|c: char| c.is_ascii_digit())
}
