use std::time::Duration;

use crate::ast::{DateUnit, Operator};
use crate::{Status, Timestamp};

/// The assignee of what is unassigned.
pub(super) const NOBODY: &str = "none";

/// What a part of a phrase asks of one field.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Condition {
    pub(super) field: &'static str,
    pub(super) negated: bool,
    pub(super) test: Test,
    /// Whether it says nothing where others say more: "unhandled errors" may be fatal.
    pub(super) soft: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Test {
    /// One of these values.
    OneOf(Vec<String>),
    Contains(String),
    StartsWith(String),
    /// One of these words of `is:`.
    Is(Vec<Status>),
    /// Longer ago than this, or not.
    Age {
        newer: bool,
        amount: u32,
        unit: DateUnit,
    },
    Since(Timestamp),
    Before(Timestamp),
    Compare(Operator, Amount),
    /// The field has no value.
    Unset,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Amount {
    Number(f64),
    Duration(Duration),
    Version(String),
}

impl Condition {
    pub(super) fn new(field: &'static str, test: Test) -> Self {
        Self {
            field,
            negated: false,
            test,
            soft: false,
        }
    }

    pub(super) fn equals(field: &'static str, value: impl Into<String>) -> Self {
        Self::new(field, Test::OneOf(vec![value.into()]))
    }

    pub(super) fn one_of(field: &'static str, values: &[&str]) -> Self {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        Self::new(field, Test::OneOf(values))
    }

    pub(super) fn is(status: Status) -> Self {
        let field = match status {
            // As assignees these join with others: "assigned to me or unassigned".
            Status::Unassigned => return Self::equals("assigned", NOBODY),
            Status::Assigned => {
                let mut somebody = Self::equals("assigned", NOBODY);
                somebody.negated = true;
                return somebody;
            }
            Status::Unresolved | Status::Resolved | Status::Archived => "status",
            Status::ForReview => "for_review",
            Status::Linked | Status::Unlinked => "linked",
            _ => "substatus",
        };
        Self::new(field, Test::Is(vec![status]))
    }

    pub(super) fn soft(mut self) -> Self {
        self.soft = true;
        self
    }

    /// The opposite, of what has one in every phrase.
    pub(super) fn negate(mut self) -> Option<Self> {
        if !matches!(
            self.test,
            Test::OneOf(_) | Test::Contains(_) | Test::StartsWith(_) | Test::Is(_)
        ) {
            return None;
        }
        self.negated = !self.negated;
        self.soft = false;
        Some(self)
    }

    /// Whether it says what shall not be: "assigned" is only spelled like that.
    pub(super) fn is_exclusion(&self) -> bool {
        self.negated && !self.is_nobody()
    }

    /// Whether it asks for what nobody is assigned to.
    pub(super) fn is_nobody(&self) -> bool {
        let nobody = |values: &[String]| matches!(values, [value] if value == NOBODY);
        self.field == "assigned" && matches!(&self.test, Test::OneOf(values) if nobody(values))
    }

    /// Whether the two can be said as one with a list: "one of these", or "none of these".
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        let listed = match (&self.test, &other.test) {
            (Test::OneOf(_), Test::OneOf(_)) => true,
            (Test::Is(_), Test::Is(_)) => matches!(self.field, "status" | "substatus"),
            _ => false,
        };
        listed && self.field == other.field && self.negated == other.negated
    }

    /// Adds the values of one that is alike.
    pub(super) fn join(&mut self, other: Self) {
        match (&mut self.test, other.test) {
            (Test::OneOf(values), Test::OneOf(more)) => add(values, more),
            (Test::Is(values), Test::Is(more)) => add(values, more),
            _ => {}
        }
        self.soft = false;
    }

    /// Whether the two could hardly hold together, as two levels could not.
    pub(super) fn excludes(&self, other: &Self) -> bool {
        let handling = |one: &Self| matches!(one.field, "error.handled" | "error.unhandled");
        (self.field == other.field || (handling(self) && handling(other)))
            && !(self.negated || other.negated)
            && !(self.soft || other.soft)
            && self != other
            && self.side() == other.side()
    }

    /// Which end of a range it is; values have none.
    fn side(&self) -> Option<bool> {
        let lower = |operator| matches!(operator, Operator::Greater | Operator::GreaterOrEqual);
        match self.test {
            Test::Age { newer, .. } => Some(newer),
            Test::Since(_) => Some(true),
            Test::Before(_) => Some(false),
            Test::Compare(operator, _) => Some(lower(operator)),
            _ => None,
        }
    }
}

/// Lists in phrases are short, but hostile ones need not be: what is looked through is bounded.
fn add<T: PartialEq>(values: &mut Vec<T>, more: Vec<T>) {
    const LOOKED_THROUGH: usize = 32;
    for value in more {
        if !values.iter().take(LOOKED_THROUGH).any(|old| *old == value) {
            values.push(value);
        }
    }
}
