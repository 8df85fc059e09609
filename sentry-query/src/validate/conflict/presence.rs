//! `has:x !has:x`, `!has:x x:5`, `is:linked is:unlinked`.

use super::{Conflict, Fact};
use crate::ast::{Operator, Value};
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
            let set_first = set.span().start() <= unset.span().start();
            return Some(if set_first {
                (set, unset)
            } else {
                (unset, set)
            });
        }
    }
    None
}

fn wants(fact: &Fact<'_>) -> Option<bool> {
    match fact {
        Fact::Has(has) => Some(!has.negated),
        Fact::Is(is) => match is.value.code {
            IsCode::Flag(flag) => Some(flag != is.negated),
            IsCode::Code(_) => None,
        },
        Fact::Filter(filter) => {
            let empty = matches!(&filter.value, Value::Text(text) if text.raw().is_empty());
            match filter.operator {
                Operator::Equal => Some(!empty),
                Operator::NotEqual if empty => Some(true),
                Operator::NotEqual | Operator::NotIn => None,
                Operator::In
                | Operator::Greater
                | Operator::GreaterOrEqual
                | Operator::Less
                | Operator::LessOrEqual => Some(true),
            }
        }
        Fact::Aggregate(_) => None,
    }
}
