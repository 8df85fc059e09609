//! Conditions as terms, made by the builder: what a phrase says stays a value.

use super::condition::{Amount, Condition, NOBODY, Test};
use crate::ast::{Operator, Term};
use crate::build::{FieldBuilder, IssueQuery, Negated};
use crate::{Age, Dataset, Query, Status};

/// The term for a condition; nothing where the language has no spelling for it.
pub(super) fn term(condition: &Condition, _dataset: Dataset) -> Option<Term> {
    let query = Query::issues();
    let Condition {
        field,
        negated,
        test,
        ..
    } = condition;
    let is = |query: IssueQuery, status| {
        if *negated {
            query.is_not(status)
        } else {
            query.is(status)
        }
    };
    let query = match test {
        Test::Is(statuses) => match &statuses[..] {
            [status] => is(query, *status),
            _ => set(query, field, *negated).one_of(statuses.iter().map(|status| status.as_str())),
        },
        Test::OneOf(values) if *field == "assigned" && values == &[NOBODY] => {
            query.is(if *negated {
                Status::Assigned
            } else {
                Status::Unassigned
            })
        }
        Test::OneOf(values) => match &values[..] {
            [value] => set(query, field, *negated).equals(value),
            values => set(query, field, *negated).one_of(values),
        },
        Test::IsSet if *negated => query.has_not(field),
        Test::IsSet => query.has(field),
        test => compared(set(query, field, *negated), test)?,
    };
    only(query.build().ok()?)
}

/// The term for text; nothing where the language has no spelling for it.
pub(super) fn text(text: &str, _dataset: Dataset) -> Option<Term> {
    // A closing quote after a backslash would not close, and so the next text would join.
    let text = text.trim_end_matches(['\\', ' ']);
    only(Query::issues().text(text).build().ok()?)
}

fn only(query: Query) -> Option<Term> {
    let mut terms = query.terms;
    terms.pop().filter(|_| terms.is_empty())
}

fn set(query: IssueQuery, field: &str, negated: bool) -> FieldBuilder<Negated<IssueQuery>> {
    query.field(field).not_if(negated)
}

fn compared(field: FieldBuilder<Negated<IssueQuery>>, test: &Test) -> Option<IssueQuery> {
    Some(match test {
        Test::Contains(part) => field.contains(part),
        Test::StartsWith(start) => field.starts_with(start),
        Test::Age {
            newer,
            amount,
            unit,
        } => {
            let sign = if *newer { '-' } else { '+' };
            field.equals(format!("{sign}{amount}{}", unit.as_str()))
        }
        Test::At(Operator::Less, at) => field.at(Age::before(*at)),
        Test::At(_, at) => field.at(Age::since(*at)),
        Test::Compare(operator, Amount::Number(number)) => match operator {
            Operator::Greater => field.greater_than(*number),
            Operator::GreaterOrEqual => field.at_least(*number),
            Operator::Less => field.less_than(*number),
            _ => field.at_most(*number),
        },
        _ => return None,
    })
}
