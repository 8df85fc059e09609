//! Words that ask for nothing themselves.

use super::piece::{Found, Gap, Place};
use super::words::Words;
use crate::Dataset;

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    if let Some(len) = words.take(at, REQUESTS).filter(|_| begins(words, at)) {
        return Some(Found::gap(len, Gap::default()));
    }
    if let Some(len) = words.take(at, &["that mention", "that contain", "related to"]) {
        let gap = Gap {
            preposition: true,
            ..Gap::default()
        };
        return Some(Found::gap(len, gap));
    }
    let word = words.at(at);
    let gap = match word {
        "and" | "&" | "plus" => Gap {
            and: true,
            ..Gap::default()
        },
        "or" => Gap {
            or: true,
            ..Gap::default()
        },
        "and/or" => Gap {
            and: true,
            or: true,
            ..Gap::default()
        },
        _ if PREPOSITIONS.contains(&word) => Gap {
            preposition: true,
            ..Gap::default()
        },
        _ if FILLERS.contains(&word) => Gap::default(),
        "have" if is_auxiliary(words.at(at + 1)) => Gap::default(),
        _ if VERBS.contains(&word) || (ASKING.contains(&word) && begins(words, at)) => {
            return Some(Found::all(1, Place::Strict, Vec::new()));
        }
        _ => return noun(words, at, dataset),
    };
    Some(Found::gap(1, gap))
}

/// What may begin a phrase; longer ones first.
const REQUESTS: &[&str] = &[
    "can you show me",
    "could you show me",
    "i want to see",
    "show me",
    "give me",
    "get me",
    "list all",
    "find all",
    "show all",
    "get all",
    "list the",
    "show the",
    "how about",
    "can you",
    "could you",
];

const FILLERS: &[&str] = &[
    "a",
    "all",
    "an",
    "any",
    "are",
    "be",
    "been",
    "being",
    "currently",
    "every",
    "is",
    "just",
    "now",
    "only",
    "our",
    "please",
    "still",
    "that",
    "the",
    "there",
    "these",
    "those",
    "was",
    "were",
    "what",
    "which",
    "-",
    "–",
    "—",
    "|",
];

const PREPOSITIONS: &[&str] = &[
    "about",
    "at",
    "concerning",
    "containing",
    "during",
    "for",
    "from",
    "in",
    "involving",
    "mentioning",
    "of",
    "on",
    "regarding",
    "under",
    "with",
];

/// Verbs that say of events no more than that they exist.
const VERBS: &[&str] = &[
    "appearing",
    "found",
    "happened",
    "happening",
    "occurred",
    "occurring",
    "reported",
    "seen",
];

/// Verbs that ask for what follows, at the start of a phrase.
const ASKING: &[&str] = &["find", "list", "show"];

/// Whether the word begins the phrase, but for a word or two such as "please".
fn begins(words: &Words<'_>, at: usize) -> bool {
    const BEFORE: &[&str] = &["please", "just", "now", "can", "could", "you"];
    at <= 3 && (0..at).all(|before| BEFORE.contains(&words.at(before)))
}

/// Whether the verb before is only there for the one that follows, or for a count.
fn is_auxiliary(next: &str) -> bool {
    matches!(
        next,
        "at" | "been" | "fewer" | "happened" | "less" | "more" | "occurred" | "over"
    )
}

fn noun(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let len = noun_len(words, at, dataset)?;
    (!is_counted(words, at)).then(|| Found::all(len, Place::Noun, Vec::new()))
}

/// How many words the noun takes that stands here for what the data set holds.
pub(super) fn noun_len(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<usize> {
    let nouns: &[&str] = match dataset {
        Dataset::Issues => &[
            "issues",
            "issue",
            "bugs",
            "bug",
            "problems",
            "problem",
            "exceptions",
        ],
        Dataset::Feedback => &[
            "user feedback",
            "feedback",
            "feedbacks",
            "reports",
            "issues",
        ],
        Dataset::Errors => &["events", "event", "exceptions"],
        Dataset::Transactions => &["transactions", "transaction", "events", "requests"],
        Dataset::Spans => &["spans", "span", "operations"],
        Dataset::Logs => &[
            "log entries",
            "log messages",
            "log lines",
            "logs",
            "log",
            "messages",
        ],
        Dataset::Metrics => &["metrics", "metric"],
        Dataset::Replays => &[
            "session replays",
            "replays",
            "replay",
            "sessions",
            "recordings",
        ],
    };
    words.take(at, nouns)
}

/// Whether a noun is counted: "3 errors" and "too many errors" speak of what a message says.
pub(super) fn is_counted(words: &Words<'_>, at: usize) -> bool {
    let before = words.before(at);
    let quantity = matches!(
        before,
        "few" | "many" | "more" | "multiple" | "no" | "other" | "several" | "some" | "zero"
    );
    quantity || before.starts_with(|c: char| c.is_ascii_digit())
}
