//! `release.version:>2.0 release.version:<1.0`

use std::borrow::Cow;
use std::cmp::Ordering;

use super::fact::Fact;
use super::{Conflict, in_order};
use crate::ast::{Operator, Value};
use crate::evaluate::compare_versions;

/// A longer text is no version, and reading it once for each other one would take too long.
const LONGEST: usize = 100;

/// One end of a range.
struct Bound<'q> {
    version: Cow<'q, str>,
    /// Whether the range holds the end itself.
    inclusive: bool,
    fact: Fact<'q>,
}

/// Finds two filters whose ranges of versions have nothing in common.
pub(super) fn conflict<'q>(facts: &[Fact<'q>]) -> Conflict<'q> {
    let (mut lowest, mut highest) = (None, None);
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
            version: version.clone(),
            inclusive,
            fact: *fact,
        };
        if lower && is_tighter(&bound(), lowest.as_ref(), Ordering::Greater) {
            lowest = Some(bound());
        }
        if upper && is_tighter(&bound(), highest.as_ref(), Ordering::Less) {
            highest = Some(bound());
        }
        if let (Some(lower), Some(upper)) = (&lowest, &highest) {
            let apart = match compare_versions(&lower.version, &upper.version) {
                Some(Ordering::Equal) => !(lower.inclusive && upper.inclusive),
                order => order == Some(Ordering::Greater),
            };
            if apart {
                return Some(in_order(lower.fact, upper.fact));
            }
        }
    }
    None
}

fn is_tighter(bound: &Bound<'_>, old: Option<&Bound<'_>>, inwards: Ordering) -> bool {
    let Some(old) = old else { return true };
    match compare_versions(&bound.version, &old.version) {
        Some(Ordering::Equal) => old.inclusive && !bound.inclusive,
        order => order == Some(inwards),
    }
}
