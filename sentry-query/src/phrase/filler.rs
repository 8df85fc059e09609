//! Words that ask for nothing themselves.

use super::piece::{Found, Gap, Place};
use super::words::Words;
use crate::Dataset;

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    if let Some(len) = words.take(at, REQUESTS) {
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
        _ if VERBS.contains(&word) => return Some(Found::all(1, Place::Strict, Vec::new())),
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
    "find",
    "found",
    "happened",
    "happening",
    "have",
    "list",
    "occurred",
    "occurring",
    "reported",
    "seen",
    "show",
];

fn noun(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let len = noun_len(words, at, dataset)?;
    (!is_counted(words, at)).then(|| Found::all(len, Place::Noun, Vec::new()))
}

/// How many words the noun takes that stands here for what the data set holds.
pub(super) fn noun_len(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<usize> {
    let nouns: &[&str] = match dataset {
        Dataset::Issues => &["issues", "issue", "bugs", "bug", "problems", "problem"],
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

/// Whether the word stands for a name rather than being one.
pub(super) fn is_vague(word: &str) -> bool {
    const VAGUE: &[&str] = &[
        "#", "a", "all", "an", "another", "any", "anybody", "anyone", "current", "each", "either",
        "every", "everyone", "her", "him", "it", "my", "no", "other", "our", "same", "some",
        "somebody", "someone", "that", "the", "their", "them", "these", "this", "those", "us",
        "which", "whom", "you", "your",
    ];
    word.is_empty() || VAGUE.contains(&word)
}
