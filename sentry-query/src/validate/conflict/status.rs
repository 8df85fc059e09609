//! `is:resolved is:unresolved`, `is:resolved is:regressed`: an issue has one status, and a
//! substatus that belongs to it.

use super::Conflict;
use super::fact::Fact;
use crate::ast::Filter;
use crate::schema::{IsCode, IsValue, is_value};

/// Every state of an issue: its status, and its substatus or zero.
const STATES: [(i64, i64); 11] = [
    (0, 0),
    (0, 2),
    (0, 3),
    (0, 6),
    (0, 7),
    (1, 0),
    (2, 0),
    (2, 1),
    (2, 4),
    (2, 5),
    (6, 0),
];

/// A set of states, one bit for each.
type States = u16;

const ALL: States = (1 << STATES.len()) - 1;

/// Finds two facts without a state in common, or the one that leaves none.
pub(super) fn conflict<'q>(facts: &[Fact<'q>]) -> Conflict<'q> {
    let mut left = ALL;
    let mut narrowed = None;
    for (index, fact) in facts.iter().enumerate() {
        let states = states(fact);
        if left & states == 0 {
            let before = facts.get(..index)?;
            let opposite = before
                .iter()
                .find(|other| self::states(other) & states == 0);
            return Some((*opposite.or(narrowed)?, *fact));
        }
        if left & states != left {
            narrowed = Some(fact);
        }
        left &= states;
    }
    None
}

/// The states that a fact allows; all of them where it does not say.
fn states(fact: &Fact<'_>) -> States {
    match fact {
        Fact::Is(is) => negated_if(of(is.value), is.negated),
        Fact::Filter(filter) => of_filter(filter),
        Fact::Has(_) | Fact::Aggregate(_) => ALL,
    }
}

fn of_filter(filter: &Filter) -> States {
    let Some(patterns) = filter.value.patterns() else {
        return ALL;
    };
    let mut states = 0;
    for pattern in patterns {
        // Numbers and words that nobody knows allow anything.
        match is_value(pattern.raw()).filter(|value| value.key == filter.key.name()) {
            Some(value) => states |= of(value),
            None => return ALL,
        }
    }
    negated_if(states, filter.operator.is_negative())
}

fn of(value: &IsValue) -> States {
    let IsCode::Code(code) = value.code else {
        return ALL;
    };
    let of_status = value.key == "status";
    let mut states = 0;
    for (index, (status, substatus)) in STATES.iter().enumerate() {
        let allowed = if of_status { *status } else { *substatus };
        states |= States::from(allowed == code) << index;
    }
    states
}

fn negated_if(states: States, negated: bool) -> States {
    if negated { ALL & !states } else { states }
}
