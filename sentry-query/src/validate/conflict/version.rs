//! `release.version:>2.0 release.version:<1.0`

use super::Conflict;
use super::fact::Fact;
use super::interval::{Bound, Interval};
use crate::ast::{Operator, Value};
use crate::evaluate::compare_versions;

/// A longer text is no version, and reading it once for each other one would take too long.
const LONGEST: usize = 100;

/// Finds two filters whose ranges of versions have nothing in common.
pub(super) fn conflict<'q>(facts: &[Fact<'q>]) -> Conflict<'q> {
    let mut interval = Interval::default();
    for fact in facts {
        let Fact::Filter(filter) = fact else { continue };
        let Value::Text(pattern) = &filter.value else {
            continue;
        };
        let version = pattern.text();
        let ordered = version.len() <= LONGEST
            && !pattern.is_wildcard()
            && compare_versions(&version, &version).is_some();
        let (lower, upper, inclusive) = match filter.operator {
            _ if !ordered => continue,
            Operator::Equal => (true, true, true),
            Operator::Greater => (true, false, false),
            Operator::GreaterOrEqual => (true, false, true),
            Operator::Less => (false, true, false),
            Operator::LessOrEqual => (false, true, true),
            Operator::NotEqual | Operator::In | Operator::NotIn => continue,
        };
        let bound = || Bound {
            at: version.clone(),
            inclusive,
            fact: *fact,
        };
        let (lower, upper) = (lower.then(bound), upper.then(bound));
        let conflict = interval.narrow(lower, upper, |one, other| compare_versions(one, other));
        if conflict.is_some() {
            return conflict;
        }
    }
    None
}
