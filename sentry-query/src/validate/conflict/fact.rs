use std::collections::BTreeMap;

use super::{Conflict, in_order};
use crate::Span;
use crate::ast::{Aggregate, Filter, Has, HasKeys, Is, Operator, Term, Value};
use crate::schema::IsCode;

/// What one term says about one key.
#[derive(Clone, Copy)]
pub(super) enum Fact<'q> {
    Filter(&'q Filter),
    Has(&'q Has),
    /// What a function's result is compared with.
    Aggregate(&'q Aggregate),
    Is(&'q Is),
}

impl Fact<'_> {
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Filter(filter) => filter.span,
            Self::Has(has) => has.span,
            Self::Aggregate(aggregate) => aggregate.span,
            Self::Is(is) => is.span,
        }
    }
}

/// What must all hold, by key and in source order.
#[derive(Default)]
pub(super) struct Facts<'q> {
    by_key: BTreeMap<&'q str, Vec<Fact<'q>>>,
}

impl<'q> Facts<'q> {
    /// Adds what a term says; text and groups say nothing about a key.
    pub(super) fn add(&mut self, term: &'q Term) {
        let mut add = |key, fact| self.by_key.entry(key).or_default().push(fact);
        match term {
            Term::Filter(filter) if !filter.key.array => match filter.key.name() {
                "substatus" => add("status", Fact::Filter(filter)),
                name => add(name, Fact::Filter(filter)),
            },
            Term::Has(has) => match &has.keys {
                HasKeys::One(key) => add(key.name(), Fact::Has(has)),
                // None of them is set: so for each. Any of them: for none in particular.
                HasKeys::List(list) if has.negated => {
                    for key in list {
                        add(key.name(), Fact::Has(has));
                    }
                }
                HasKeys::List(_) => {}
            },
            Term::Is(is) => match (is.value.code, is.value.key) {
                (IsCode::Code(_), _) => add("status", Fact::Is(is)),
                (IsCode::Flag(_), "unassigned") => add("assigned_to", Fact::Is(is)),
                (IsCode::Flag(_), key) => add(key, Fact::Is(is)),
            },
            Term::Aggregate(aggregate) => {
                add(aggregate.function.call.as_str(), Fact::Aggregate(aggregate));
            }
            Term::Filter(_) | Term::FreeText(_) | Term::Group(_) | Term::Boolean(_) => {}
        }
    }

    /// The keys about which more than one thing is said.
    pub(super) fn of_several(&self) -> impl Iterator<Item = (&'q str, &[Fact<'q>])> {
        let several = self.by_key.iter().filter(|(_, facts)| facts.len() > 1);
        several.map(|(key, facts)| (*key, facts.as_slice()))
    }

    /// `error.handled:true error.unhandled:true`
    pub(super) fn handled_and_not(&self) -> Conflict<'q> {
        let holds = |key| {
            let facts = self.by_key.get(key)?.iter();
            facts.copied().find(|fact| match fact {
                Fact::Filter(filter) => {
                    filter.operator == Operator::Equal && filter.value == Value::Boolean(true)
                }
                _ => false,
            })
        };
        Some(in_order(holds("error.handled")?, holds("error.unhandled")?))
    }
}
