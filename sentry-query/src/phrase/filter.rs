//! Conditions as terms, made by the builder: what a phrase says stays a value.

use super::condition::{Amount, Condition, Test};
use super::grammar::has_issues;
use crate::ast::{Operator, Term};
use crate::build::{Amount as Bound, EventQuery, FieldBuilder, IssueQuery, Search};
use crate::{Age, Dataset, Query, Status};

/// The term for a condition; nothing where the language has no spelling for it.
pub(super) fn term(condition: &Condition, dataset: Dataset) -> Option<Term> {
    let Condition {
        field,
        negated,
        test,
        ..
    } = condition;
    let query = if has_issues(dataset) {
        let issues = IssueQuery::new(dataset);
        match is(condition) {
            Some(Status::Unassigned) if *negated => issues.is(Status::Assigned).build(),
            Some(status) if *negated => issues.is_not(status).build(),
            Some(status) => issues.is(status).build(),
            None if *test == Test::Unset => issues.has_not(field).build(),
            None => asked(issues.field(field).not_if(*negated), test)?.build(),
        }
    } else if *test == Test::Unset {
        EventQuery::new(dataset).has_not(field).build()
    } else {
        asked(EventQuery::new(dataset).field(field).not_if(*negated), test)?.build()
    };
    only(query.ok()?)
}

/// The term for text; nothing where the language has no spelling for it.
pub(super) fn text(text: &str, dataset: Dataset) -> Option<Term> {
    // A closing quote after a backslash would not close, and so the next text would join.
    let text = text.trim_end_matches(['\\', ' ']);
    let query = if has_issues(dataset) {
        IssueQuery::new(dataset).text(text).build()
    } else {
        EventQuery::new(dataset).text(text).build()
    };
    only(query.ok()?)
}

fn only(query: Query) -> Option<Term> {
    let mut terms = query.terms;
    terms.pop().filter(|_| terms.is_empty())
}

/// The word of `is:` that the condition asks for, if there is one.
fn is(condition: &Condition) -> Option<Status> {
    match &condition.test {
        Test::Is(statuses) => match statuses[..] {
            [status] => Some(status),
            _ => None,
        },
        Test::OneOf(_) if condition.is_nobody() => Some(Status::Unassigned),
        _ => None,
    }
}

fn asked<Q: Search>(field: FieldBuilder<Q>, test: &Test) -> Option<Q::Whole> {
    Some(match test {
        Test::OneOf(values) => match &values[..] {
            [value] => field.equals(value),
            values => field.one_of(values),
        },
        Test::Is(statuses) => field.one_of(statuses.iter().map(|status| status.as_str())),
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
        Test::Since(at) => field.at(Age::since(*at)),
        Test::Before(at) => field.at(Age::before(*at)),
        Test::Compare(operator, amount) => {
            let amount = match amount {
                Amount::Number(number) => (*number).into(),
                Amount::Duration(duration) => (*duration).into(),
                Amount::Version(version) => version.as_str().into(),
            };
            compared(field, *operator, amount)?
        }
        Test::Unset => return None,
    })
}

fn compared<Q: Search>(
    field: FieldBuilder<Q>,
    operator: Operator,
    amount: Bound,
) -> Option<Q::Whole> {
    Some(match operator {
        Operator::Greater => field.greater_than(amount),
        Operator::GreaterOrEqual => field.at_least(amount),
        Operator::Less => field.less_than(amount),
        Operator::LessOrEqual => field.at_most(amount),
        _ => return None,
    })
}
