use super::condition::Condition;
use super::piece::{Found, Meaning, Place};
use super::words::Words;
use super::{
    assignee, category, count, crash, duration, environment, error_type, filler, level, negation,
    platform, priority, project, release, status, time, url, user,
};
use crate::Dataset;

/// Reads one kind of phrase that starts at a word.
type Rule = fn(&Words<'_>, usize, Dataset) -> Option<Found>;

/// What can be negated: what asks for values.
const VALUES: &[Rule] = &[
    crash::read,
    priority::read,
    status::read,
    level::read,
    environment::read,
    project::read,
    assignee::read,
    release::read,
    platform::read,
    error_type::read,
    category::read,
    url::read,
    user::read,
];

const OTHERS: &[Rule] = &[
    time::read,
    count::read,
    duration::read,
    negation::read,
    filler::read,
];

/// The longest meaning that the words from here on may have; of equally long ones the first.
pub(super) fn longest(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let mut found = longest_of(VALUES.iter().chain(OTHERS), words, at, dataset)?;
    if let Meaning::Asks(Place::Clause | Place::Stated, conditions) = &mut found.meaning
        && let [one] = &mut conditions[..]
    {
        found.words += absorb(words, at + found.words, dataset, one, one.negated);
    }
    Some(found)
}

/// Adds what follows in a list, such as "or staging", and returns how many words that takes.
///
/// Behind a negation the list is negated as a whole.
pub(super) fn absorb(
    words: &Words<'_>,
    at: usize,
    dataset: Dataset,
    first: &mut Condition,
    negated: bool,
) -> usize {
    let mut taken = 0;
    loop {
        let joint = words.skip(at + taken, &["or", "and", "nor"]);
        let comma = words.comma_after((at + taken).saturating_sub(1));
        let next = at + taken + joint;
        let bare = || match first.field {
            "assigned" => assignee::another(words, next),
            "release.version" if ends_after(words, next) => release::another(words, next),
            "user.id" if ends_after(words, next) => user::another(words, next),
            _ => None,
        };
        let Some(found) = longest_value(words, next, dataset).or_else(bare) else {
            return taken;
        };
        let Meaning::Asks(_, mut conditions) = found.meaning else {
            return taken;
        };
        let only = conditions.pop().filter(|_| conditions.is_empty());
        let next = if negated {
            only.and_then(Condition::negate)
        } else {
            only
        };
        match next.filter(|next| (joint > 0 || comma) && first.is_alike(next)) {
            Some(next) => first.join(next),
            None => return taken,
        }
        taken += joint + found.words;
    }
}

/// Whether a number counts nothing: what it stands before is not what it is a number of.
fn ends_after(words: &Words<'_>, at: usize) -> bool {
    let next = words.at(at + 1);
    let apart = [
        "", "and", "for", "from", "in", "on", "or", "since", "today", "with",
    ];
    words.comma_after(at) || apart.contains(&next)
}

/// The same of what can be negated.
pub(super) fn longest_value(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    longest_of(VALUES.iter(), words, at, dataset)
}

fn longest_of<'a>(
    rules: impl Iterator<Item = &'a Rule>,
    words: &Words<'_>,
    at: usize,
    dataset: Dataset,
) -> Option<Found> {
    let mut best: Option<Found> = None;
    for found in rules.filter_map(|rule| rule(words, at, dataset)) {
        if best.as_ref().is_none_or(|best| found.words > best.words) {
            best = Some(found);
        }
    }
    best
}

/// The name of a field, if the data set has it.
pub(super) fn field(dataset: Dataset, name: &'static str) -> Option<&'static str> {
    dataset.field(name).map(|_| name)
}

/// Whether the data set consists of issues.
pub(super) fn has_issues(dataset: Dataset) -> bool {
    matches!(dataset, Dataset::Issues | Dataset::Feedback)
}
