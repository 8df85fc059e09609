use std::sync::Arc;

use super::{Aggregate, Filter, Has, Is, LogicError, Pattern, check_logic};
use crate::{Dialect, Span};

/// A search query as a tree.
///
/// Queries come from [`parse`](crate::parse) or from a builder such as [`Query::issues`].
/// `Display` prints the canonical spelling, which parses back to an equal query.
///
/// ```
/// use sentry_query::{Dialect, Term, parse};
///
/// let parsed = parse("is:unresolved  !level:\"info\" checkout", Dialect::Issues);
/// let query = parsed.query();
/// assert_eq!(query.terms().len(), 3);
/// assert!(matches!(query.terms()[0], Term::Is(_)));
/// assert_eq!(query.to_string(), "is:unresolved !level:info checkout");
/// ```
#[derive(Clone, Debug)]
pub struct Query {
    pub(crate) dialect: Dialect,
    /// What the spans point into; empty for a query that was built.
    pub(crate) source: Arc<str>,
    pub(crate) terms: Vec<Term>,
}

impl Query {
    /// Makes a query that nobody wrote, so that its spans are empty.
    pub(crate) fn unwritten(dialect: Dialect, terms: Vec<Term>) -> Self {
        Self {
            dialect,
            source: Arc::from(""),
            terms,
        }
    }

    /// Returns the dialect that the query is written in.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Returns the terms in source order.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Says whether the query has no term, and so matches everything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Checks that every `AND` and `OR` stands between two conditions.
    ///
    /// # Errors
    ///
    /// The first operator that lacks a condition.
    ///
    /// ```
    /// use sentry_query::{Dialect, parse};
    ///
    /// let parsed = parse("level:error OR", Dialect::Events);
    /// let error = parsed.query().check_logic().unwrap_err();
    /// assert_eq!(error.to_string(), "Condition is missing on the right side of 'OR' operator");
    /// ```
    pub fn check_logic(&self) -> Result<(), LogicError> {
        check_logic(&self.terms)
    }
}

impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        self.terms == other.terms
    }
}

/// One term of a query.
///
/// Exhaustive on purpose: code that walks a query must notice a new kind of term.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// `key:value`.
    Filter(Filter),
    /// `has:key` or `has:[a, b]`.
    Has(Has),
    /// `is:unresolved`.
    Is(Is),
    /// `count():>5`.
    Aggregate(Aggregate),
    /// Words without a key.
    FreeText(FreeText),
    /// `( … )`.
    Group(Group),
    /// A written `AND` or `OR`.
    Boolean(BooleanOperator),
}

impl Term {
    /// Says whether it is a written `OR`.
    pub(crate) fn is_or(&self) -> bool {
        matches!(self, Self::Boolean(operator) if operator.word == BooleanWord::Or)
    }

    /// Returns where the term stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Filter(filter) => filter.span,
            Self::Has(has) => has.span,
            Self::Is(is) => is.span,
            Self::Aggregate(aggregate) => aggregate.span,
            Self::FreeText(text) => text.span,
            Self::Group(group) => group.span,
            Self::Boolean(operator) => operator.span,
        }
    }
}

/// Words without a key: they search the message or title.
#[derive(Clone, Debug)]
pub struct FreeText {
    /// Where the text stands, with its quotes.
    pub span: Span,
    /// What is searched for.
    pub pattern: Pattern,
    /// Whether it is written as a quoted phrase.
    ///
    /// Two phrases are two terms, while unquoted words beside each other are one. For equality it
    /// does not matter.
    pub quoted: bool,
}

impl PartialEq for FreeText {
    fn eq(&self, other: &Self) -> bool {
        self.pattern == other.pattern
    }
}

/// A parenthesised group; it holds at least one term unless recovery made it.
#[derive(Clone, Debug)]
pub struct Group {
    /// Where the group stands, with its parentheses.
    pub span: Span,
    /// What it holds, in source order.
    pub terms: Vec<Term>,
}

impl PartialEq for Group {
    fn eq(&self, other: &Self) -> bool {
        self.terms == other.terms
    }
}

/// A written boolean operator.
#[derive(Clone, Copy, Debug)]
pub struct BooleanOperator {
    /// Where the word stands.
    pub span: Span,
    /// Which word it is.
    pub word: BooleanWord,
}

impl PartialEq for BooleanOperator {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

/// The two boolean operators; AND binds tighter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BooleanWord {
    /// Both sides must hold; the same as writing the terms beside each other.
    And,
    /// One side must hold.
    Or,
}

impl BooleanWord {
    /// Returns the word in upper case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::And => "AND",
            Self::Or => "OR",
        }
    }
}
