//! Comparisons with a number or a length of time: "more than", "at least", "up to".

use super::words::Words;
use crate::ast::Operator;

/// The comparison that some words say, and how many they are.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<(Operator, usize)> {
    const COMPARISONS: &[(Operator, &[&str])] = &[
        (
            Operator::GreaterOrEqual,
            &["at least", "no less than", "no fewer than"],
        ),
        (Operator::LessOrEqual, &["at most", "no more than", "up to"]),
        (
            Operator::Greater,
            &["more than", "greater than", "longer than", "over", "above"],
        ),
        (
            Operator::Less,
            &["less than", "fewer than", "shorter than", "under", "below"],
        ),
    ];
    COMPARISONS
        .iter()
        .find_map(|(operator, names)| Some((*operator, words.take(at, names)?)))
}

/// Whether it asks for less.
pub(super) fn is_less(operator: Operator) -> bool {
    matches!(operator, Operator::Less | Operator::LessOrEqual)
}
