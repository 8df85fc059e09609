use super::condition::Condition;
use super::piece::{Found, Meaning, Place};
use super::words::Words;
use super::{
    assignee, category, count, duration, environment, error_type, filler, level, negation,
    platform, project, release, status, time, url, user,
};
use crate::Dataset;

/// Reads one kind of phrase that starts at a word.
type Rule = fn(&Words<'_>, usize, Dataset) -> Option<Found>;

/// What can be negated: what asks for values.
const VALUES: &[Rule] = &[
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
    if let Meaning::Asks(Place::Clause, conditions) = &mut found.meaning
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
        let bare = || assignee::another(words, next).filter(|_| first.field == "assigned");
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
