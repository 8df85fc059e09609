//! `has:x !has:x`, `!has:x x:5`, `is:linked is:unlinked`, `is:assigned assigned:none`.

use super::fact::Fact;
use super::{Conflict, in_order};
use crate::ast::Filter;
use crate::schema::IsCode;

/// Finds two facts of which one wants the key set and the other does not.
pub(super) fn conflict<'q>(facts: &[Fact<'q>]) -> Conflict<'q> {
    let (mut set, mut unset) = (None, None);
    for fact in facts {
        match wants(fact) {
            Some(true) => _ = set.get_or_insert(*fact),
            Some(false) => _ = unset.get_or_insert(*fact),
            None => {}
        }
        if let (Some(set), Some(unset)) = (set, unset) {
            return Some(in_order(set, unset));
        }
    }
    None
}

fn wants(fact: &Fact<'_>) -> Option<bool> {
    match fact {
        Fact::Has(has) => Some(!has.negated),
        Fact::Is(is) => match is.value.code {
            IsCode::Flag(flag) => {
                let holds = flag != is.negated;
                Some(holds != (is.value.key == "unassigned"))
            }
            IsCode::Code(_) => None,
        },
        Fact::Filter(filter) => filter_wants(filter),
        Fact::Aggregate(_) => None,
    }
}

/// Empty text asks for what is not set, as `none` does of `assigned`; `!x:*` excludes all that is.
fn filter_wants(filter: &Filter) -> Option<bool> {
    let negative = filter.operator.is_negative();
    let Some(patterns) = filter.value.patterns() else {
        return (!negative).then_some(true);
    };
    let nobody = filter.key.name() == "assigned_to";
    let is_nothing = |raw: &str| raw.is_empty() || (nobody && raw == "none");
    let is_anything = |raw: &str| raw.starts_with('*') && raw.bytes().all(|byte| byte == b'*');
    let nothings = patterns
        .iter()
        .filter(|pattern| is_nothing(pattern.raw()))
        .count();
    if negative {
        let all = patterns.iter().any(|pattern| is_anything(pattern.raw()));
        return match (nothings > 0, all) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        };
    }
    match nothings {
        0 => Some(true),
        some if some == patterns.len() => Some(false),
        _ => None,
    }
}
