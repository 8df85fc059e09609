//! `level:error level:info`, `timesSeen:5 !timesSeen:5`, `level:err* level:fatal`, `error.handled:true error.handled:false`.

use std::collections::BTreeSet;
use std::ops::Bound;

use super::fact::Fact;
use super::{Conflict, in_order};
use crate::ast::{Filter, Number, Operator, PatternClass, Value};
use crate::evaluate::folded;

/// Values that stand for others, so that two of them can be the same.
const RESOLVED_LATER: &[&str] = &["me", "my_teams", "latest"];

/// What a filter looks for, in lower case.
#[derive(Default)]
struct Wanted {
    texts: BTreeSet<String>,
    /// Whether one of the texts stands for another.
    later: bool,
    /// What stands before the star of `db*`.
    starts: Vec<String>,
}

/// Finds two filters without a value in common.
///
/// The first filter with whole values is compared with every other one, and with all values that
/// are excluded.
pub(super) fn conflict<'q>(facts: &[Fact<'q>]) -> Conflict<'q> {
    let filters = || {
        facts.iter().filter_map(|fact| match fact {
            Fact::Filter(filter) => Some((*fact, *filter)),
            _ => None,
        })
    };
    let positive: Vec<(Fact<'q>, Wanted)> = filters()
        .filter(|(_, filter)| matches!(filter.operator, Operator::Equal | Operator::In))
        .filter_map(|(fact, filter)| Some((fact, Wanted::of(filter)?)))
        .collect();
    let whole = |wanted: &&(Fact<'q>, Wanted)| wanted.1.starts.is_empty();
    let known = positive
        .iter()
        .filter(whole)
        .find(|(_, wanted)| !wanted.later);
    let (first, wanted) = known.or_else(|| positive.iter().find(whole))?;
    let mut others = positive
        .iter()
        .filter(|(_, other)| !(other.later || wanted.later));
    let other = others
        .find(|(_, other)| !other.meets(&wanted.texts))
        .map(|(fact, _)| *fact);
    let against = other.or_else(|| {
        let excluded = || {
            filters()
                .filter(|(_, filter)| filter.operator.is_negative())
                .filter_map(|(fact, filter)| Some((fact, Wanted::of(filter)?.texts)))
        };
        let all: BTreeSet<String> = excluded().flat_map(|(_, texts)| texts).collect();
        let nothing_left = wanted.texts.is_subset(&all);
        let mut one = excluded().filter(|(_, texts)| !texts.is_disjoint(&wanted.texts));
        nothing_left
            .then(|| one.next())
            .flatten()
            .map(|(fact, _)| fact)
    });
    Some(in_order(*first, against?))
}

impl Wanted {
    /// The values, when each of them is whole or ends in its only star.
    fn of(filter: &Filter) -> Option<Self> {
        let mut wanted = Self::default();
        let patterns = match &filter.value {
            value @ (Value::Text(_) | Value::Texts(_)) => value.patterns()?,
            Value::Boolean(value) => {
                wanted.texts.insert(value.to_string());
                return Some(wanted);
            }
            Value::Number(number) => {
                wanted.texts.insert(spelled(*number));
                return Some(wanted);
            }
            Value::Numbers(numbers) => {
                wanted.texts.extend(numbers.iter().copied().map(spelled));
                return Some(wanted);
            }
            _ => return None,
        };
        for pattern in patterns {
            match pattern.class() {
                None => {
                    let text = folded(&pattern.text()).into_owned();
                    // A comparison that is text is said by the parser.
                    if text.starts_with(['<', '>']) {
                        return None;
                    }
                    wanted.later |= RESOLVED_LATER.contains(&text.as_str());
                    wanted.texts.insert(text);
                }
                Some(PatternClass::Prefix) => {
                    let segments = pattern.segments();
                    wanted.starts.push(folded(segments.first()?).into_owned());
                }
                Some(_) => return None,
            }
        }
        Some(wanted)
    }

    /// Says whether one of the texts, which are whole values, is among those that are looked for.
    fn meets(&self, texts: &BTreeSet<String>) -> bool {
        let starts_one = |start: &String| {
            let from = (Bound::Included(start.as_str()), Bound::Unbounded);
            let mut after = texts.range::<str, _>(from);
            after.next().is_some_and(|text| text.starts_with(start))
        };
        !self.texts.is_disjoint(texts) || self.starts.iter().any(starts_one)
    }
}

/// What is the same for the same number.
fn spelled(number: Number) -> String {
    // Minus zero is zero.
    (number.0 + 0.0).to_string()
}
