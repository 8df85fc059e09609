use std::error::Error;
use std::fmt;

use super::{BooleanWord, Term};
use crate::Span;

/// An `AND` or `OR` that lacks a condition.
///
/// Sentry's parser accepts such a query and its query builder then refuses it. `Display` gives the
/// builder's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogicError {
    /// Where the operator stands.
    pub span: Span,
    /// What is wrong with it.
    pub problem: LogicProblem,
}

/// What is wrong with a boolean operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogicProblem {
    /// Nothing stands before it.
    MissingLeft(BooleanWord),
    /// Nothing stands after it.
    MissingRight(BooleanWord),
    /// Another operator stands right before it.
    MissingBetween(BooleanWord, BooleanWord),
}

impl fmt::Display for LogicProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingLeft(word) => {
                write!(
                    f,
                    "Condition is missing on the left side of '{}' operator",
                    word.as_str()
                )
            }
            Self::MissingRight(word) => {
                write!(
                    f,
                    "Condition is missing on the right side of '{}' operator",
                    word.as_str()
                )
            }
            Self::MissingBetween(left, right) => write!(
                f,
                "Missing condition in between two condition operators: '{} {}'",
                left.as_str(),
                right.as_str()
            ),
        }
    }
}

impl fmt::Display for LogicError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problem.fmt(f)
    }
}

impl Error for LogicError {}

/// Checks one list and then the groups in it; a list of a single operator is no problem.
pub(crate) fn check(terms: &[Term]) -> Result<(), LogicError> {
    if terms.len() > 1 {
        check_list(terms)?;
    }
    terms.iter().try_for_each(|term| match term {
        Term::Group(group) => check(&group.terms),
        _ => Ok(()),
    })
}

fn check_list(terms: &[Term]) -> Result<(), LogicError> {
    let mut before: Option<&Term> = None;
    for term in terms {
        if let Term::Boolean(operator) = term {
            let problem = match before {
                None => Some(LogicProblem::MissingLeft(operator.word)),
                Some(Term::Boolean(left)) => {
                    Some(LogicProblem::MissingBetween(left.word, operator.word))
                }
                Some(_) => None,
            };
            if let Some(problem) = problem {
                return Err(LogicError {
                    span: operator.span,
                    problem,
                });
            }
        }
        before = Some(term);
    }
    match before {
        Some(Term::Boolean(operator)) => Err(LogicError {
            span: operator.span,
            problem: LogicProblem::MissingRight(operator.word),
        }),
        _ => Ok(()),
    }
}
