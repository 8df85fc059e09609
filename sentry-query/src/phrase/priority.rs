//! Priorities: "high priority", "urgent issues".

use super::condition::Condition;
use super::grammar::has_issues;
use super::piece::{Found, Place};
use super::words::Words;
use crate::{Dataset, Priority};

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    if !has_issues(dataset) {
        return None;
    }
    let named = |word: &str| match word {
        "high" | "critical" | "urgent" => Some(Priority::High),
        "medium" => Some(Priority::Medium),
        "low" => Some(Priority::Low),
        _ => None,
    };
    let (first, second) = (words.at(at), words.at(at + 1));
    let (len, priority) = match (first, second) {
        (_, "priority") => (2, named(first)?),
        ("priority", _) => (2, named(second)?),
        ("critical" | "urgent", _) => (1, Priority::High),
        _ => (1, named(first.strip_suffix("-priority")?)?),
    };
    let condition = Condition::equals("issue.priority", priority.as_str());
    Some(Found::new(len, Place::Adjective, condition))
}
