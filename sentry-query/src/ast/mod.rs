//! The typed tree of a query.
//!
//! A [`Query`] is a flat list of [`Term`]s in source order, as Sentry's own parser keeps it:
//! adjacency means AND, `AND` and `OR` stand in the list where they were written. Every node has
//! its [`Span`]; `==` compares meaning and ignores spans.

mod date;
mod filter;
mod key;
mod logic;
mod pattern;
mod quantity;
mod term;
mod visit;

pub use date::{Date, DateUnit, RelativeDate};
pub use filter::{
    Aggregate, Filter, Function, Has, HasKeys, Is, Operator, Regex, TextOperator, Value,
};
pub use key::{AttributeKind, Key, KeyForm};
pub use logic::{LogicError, LogicProblem};
pub use pattern::{Pattern, PatternClass};
pub use quantity::{Duration, DurationUnit, Number, Percentage, Size, SizeUnit};
pub use term::{BooleanOperator, BooleanWord, FreeText, Group, Query, Term};
pub use visit::Visitor;

pub(crate) use logic::check as check_logic;
