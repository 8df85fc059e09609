use std::collections::VecDeque;
use std::ops::Not;

use super::leaf::Leaf;
use crate::ast::BooleanWord;

/// A condition of an event search, to be combined with others before it goes into a query.
///
/// It holds no data set: the fields get their kinds when the query is built.
///
/// ```
/// use sentry_query::Query;
/// use sentry_query::build::{all, any, field};
///
/// let mobile = any([field("os.name").equals("iOS"), field("os.name").equals("Android")]);
/// let query = Query::errors().field("level").equals("fatal").and(mobile.clone()).build()?;
/// assert_eq!(query.to_string(), "level:fatal (os.name:iOS OR os.name:Android)");
///
/// let query = Query::errors().and(!all([field("level").equals("info"), mobile])).build()?;
/// assert_eq!(query.to_string(), "!level:info OR !os.name:iOS !os.name:Android");
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a condition does nothing until it is part of a query"]
pub struct Condition {
    /// In postfix order, so that nothing here recurses, however deep conditions are nested.
    pub(super) nodes: VecDeque<Node>,
}

/// A leaf, or a group of as many members as `members` says, which stand before it.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) negated: bool,
    pub(super) kind: NodeKind,
}

#[derive(Clone, Debug)]
pub(super) enum NodeKind {
    Leaf(Box<Leaf>),
    Group { word: BooleanWord, members: usize },
}

/// Holds when every condition holds; without any, always.
///
/// What always holds is left out of the query.
///
/// ```
/// use sentry_query::Query;
/// use sentry_query::build::all;
///
/// assert!(Query::errors().and(all([])).build()?.is_empty());
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
pub fn all(conditions: impl IntoIterator<Item = Condition>) -> Condition {
    Condition::group(BooleanWord::And, conditions)
}

/// Holds when one of the conditions holds; without any, never.
///
/// A query that can never match has no spelling, and is an error of `build`.
///
/// ```
/// use sentry_query::Query;
/// use sentry_query::build::any;
///
/// let error = Query::errors().and(any([])).build().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "no event can match, which a query cannot say: leave out the search, or give `any` a condition",
/// );
/// ```
pub fn any(conditions: impl IntoIterator<Item = Condition>) -> Condition {
    Condition::group(BooleanWord::Or, conditions)
}

impl Condition {
    pub(super) fn leaf(leaf: Leaf) -> Self {
        let nodes = VecDeque::new();
        Self { nodes }.closed_by(NodeKind::Leaf(Box::new(leaf)))
    }

    fn group(word: BooleanWord, conditions: impl IntoIterator<Item = Self>) -> Self {
        let mut nodes = VecDeque::new();
        let mut members = 0;
        for condition in conditions {
            nodes = joined(nodes, condition.nodes);
            members += 1;
        }
        Self { nodes }.closed_by(NodeKind::Group { word, members })
    }

    fn closed_by(mut self, kind: NodeKind) -> Self {
        let negated = false;
        self.nodes.push_back(Node { negated, kind });
        self
    }

    /// Holds when both hold.
    pub fn and(self, other: Self) -> Self {
        Self::group(BooleanWord::And, [self, other])
    }

    /// Holds when one of the two holds.
    ///
    /// ```
    /// use sentry_query::Query;
    /// use sentry_query::build::field;
    ///
    /// let slow = field("span.duration").greater_than(std::time::Duration::from_secs(3));
    /// let failed = field("span.status").equals("internal_error");
    /// let query = Query::spans().and(slow.or(failed)).build()?;
    /// assert_eq!(query.to_string(), "span.duration:>3s OR span.status:internal_error");
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn or(self, other: Self) -> Self {
        Self::group(BooleanWord::Or, [self, other])
    }
}

/// Moves the shorter list to the longer one, so that conditions nested on either side cost no more
/// than those in a row.
fn joined(mut left: VecDeque<Node>, mut right: VecDeque<Node>) -> VecDeque<Node> {
    if left.len() < right.len() {
        while let Some(node) = left.pop_back() {
            right.push_front(node);
        }
        return right;
    }
    left.append(&mut right);
    left
}

/// Holds when the condition does not.
///
/// The language has no negation of a group, so the parts are negated: `!(a OR b)` is `!a !b`, and
/// `!(x > 5)` is `x <= 5`. Fields that an event does not have are the one difference: they match
/// `!key:value` but no comparison.
///
/// ```
/// use sentry_query::Query;
/// use sentry_query::build::field;
///
/// let busy = field("measurements.lcp").between(1, 2).and(field("user.id").equals("7"));
/// let query = Query::transactions().and(!busy).build()?;
/// assert_eq!(query.to_string(), "measurements.lcp:<1 OR measurements.lcp:>2 OR !user.id:7");
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
impl Not for Condition {
    type Output = Self;

    fn not(mut self) -> Self {
        if let Some(root) = self.nodes.back_mut() {
            root.negated = !root.negated;
        }
        self
    }
}
