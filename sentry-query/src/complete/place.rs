use crate::ast::Operator;

/// A place in a query: what has been written of something, and what that could be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    /// Where it starts, with its quote.
    pub(super) start: usize,
    /// What has been written of it, without its quote.
    pub(super) typed: &'a str,
    /// Whether a quote stands before it.
    pub(super) quoted: bool,
    pub(super) expected: Expected<'a>,
}

/// What a place is for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Expected<'a> {
    /// The start of a term.
    Term(TermPlace),
    /// A key after `has:`.
    Has(List),
    /// The name in `tags[…]` or `flags[…]`.
    Attribute { flag: bool },
    /// The type in `tags[name, …]` or `flags[name, …]`.
    AttributeKind { flag: bool },
    /// An argument of a function.
    Column { function: &'a str, index: usize },
    /// The word after `is:`.
    Is,
    /// The value of a filter.
    Value(ValuePlace<'a>),
    /// The value of a function.
    FunctionValue(FunctionPlace<'a>),
    /// Free text, or something that is whole.
    Nothing,
}

/// The start of a term.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermPlace {
    /// Whether a `!` stands before it.
    pub(super) negated: bool,
    /// Whether a condition stands before it, which `AND` and `OR` need.
    pub(super) after_condition: bool,
}

/// The value of a filter.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValuePlace<'a> {
    /// The key as it is written, without its quotes.
    pub(super) key: &'a str,
    /// Whether `[*]` follows the key.
    pub(super) array: bool,
    /// Whether a `!` stands before the key.
    pub(super) negated: bool,
    /// The operator that stands before it.
    pub(super) operator: Option<Operator>,
    pub(super) list: List,
}

/// The value of a function.
#[derive(Clone, Copy, Debug)]
pub(super) struct FunctionPlace<'a> {
    pub(super) name: &'a str,
    /// The first argument, or nothing.
    pub(super) column: &'a str,
    /// Whether an operator stands before it.
    pub(super) compared: bool,
}

/// Whether the place is inside of a list that has not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    None,
    /// The first item.
    First,
    /// A later item.
    Later,
}

impl ValuePlace<'_> {
    /// Whether an operator stands before it that is neither `=` nor `!=`.
    pub(super) fn is_compared(&self) -> bool {
        self.operator
            .is_some_and(|operator| !matches!(operator, Operator::Equal | Operator::NotEqual))
    }
}

impl<'a> Place<'a> {
    pub(super) fn bare(start: usize, typed: &'a str, expected: Expected<'a>) -> Self {
        Self {
            start,
            typed,
            quoted: false,
            expected,
        }
    }

    /// A place for nothing at the end of the text.
    pub(super) fn nothing(end: usize) -> Self {
        Self::bare(end, "", Expected::Nothing)
    }
}
