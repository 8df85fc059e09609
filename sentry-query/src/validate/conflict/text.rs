//! `level:error level:info`, `level:error !level:error`, `error.handled:true error.handled:false`.

use std::collections::HashSet;

use super::{Conflict, Fact};
use crate::ast::{Filter, Operator, Pattern, Value};

/// Values that stand for others, so that two of them can be the same.
const RESOLVED_LATER: &[&str] = &["me", "my_teams", "latest"];

/// Finds two filters without a value in common.
///
/// The first filter with plain values is compared with every other one, and with all values that
/// are excluded.
pub(super) fn conflict<'q>(facts: &[Fact<'q>]) -> Conflict<'q> {
    let filters = || {
        facts.iter().filter_map(|fact| match fact {
            Fact::Filter(filter) => Some((*fact, *filter)),
            _ => None,
        })
    };
    let excluded: HashSet<String> = filters()
        .filter(|(_, filter)| is_negative(filter))
        .filter_map(|(_, filter)| values(filter))
        .flatten()
        .collect();
    let mut positive = filters()
        .filter(|(_, filter)| matches!(filter.operator, Operator::Equal | Operator::In))
        .filter_map(|(fact, filter)| Some((fact, values(filter)?)));
    let (first, wanted) = positive.next()?;
    if wanted.is_subset(&excluded) {
        // The last filter that excludes something completes the contradiction, or stands before.
        let (against, _) =
            filters()
                .filter(|(_, filter)| is_negative(filter))
                .find(|(_, filter)| {
                    values(filter).is_some_and(|values| !values.is_disjoint(&wanted))
                })?;
        let in_order = first.span().start() <= against.span().start();
        return Some(if in_order {
            (first, against)
        } else {
            (against, first)
        });
    }
    let (second, _) = positive.find(|(_, values)| values.is_disjoint(&wanted))?;
    Some((first, second))
}

fn is_negative(filter: &Filter) -> bool {
    matches!(filter.operator, Operator::NotEqual | Operator::NotIn)
}

/// The values in lower case, when all of them are plain.
fn values(filter: &Filter) -> Option<HashSet<String>> {
    let patterns = match &filter.value {
        Value::Text(pattern) => std::slice::from_ref(pattern),
        Value::Texts(patterns) => patterns.as_slice(),
        Value::Boolean(value) => return Some(HashSet::from([value.to_string()])),
        _ => return None,
    };
    let plain = |pattern: &Pattern| {
        let text = pattern.text().to_lowercase();
        let is_plain = !pattern.is_wildcard() && !text.is_empty();
        (is_plain && !RESOLVED_LATER.contains(&text.as_str())).then_some(text)
    };
    patterns.iter().map(plain).collect()
}
