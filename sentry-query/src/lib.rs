#![doc = include_str!("../README.md")]
#![cfg_attr(
    not(feature = "assist"),
    allow(
        dead_code,
        unused_imports,
        rustdoc::broken_intra_doc_links,
        reason = "used or defined by what is left out"
    )
)]

mod ast;
pub mod build;
#[cfg(feature = "assist")]
mod complete;
mod diagnostic;
mod dialect;
mod evaluate;
#[cfg(feature = "assist")]
mod explain;
mod lexer;
mod options;
mod parse;
mod parser;
#[cfg(feature = "assist")]
pub mod phrase;
mod print;
mod rewrite;
pub mod schema;
#[cfg(feature = "serde")]
mod serde;
mod span;
mod text;
mod time;
mod timestamp;
mod token;
#[cfg(feature = "assist")]
mod validate;

pub use ast::{
    Aggregate, AttributeKind, BooleanOperator, BooleanWord, Date, DateUnit, Duration, DurationUnit,
    Filter, FreeText, Function, Group, Has, HasKeys, Is, Key, KeyForm, LogicError, LogicProblem,
    Number, Operator, Pattern, PatternClass, Percentage, Query, Regex, RelativeDate, Size,
    SizeUnit, Term, TextOperator, Value, Visitor,
};
pub use build::{
    Age, Amount, Assignee, BuildError, Condition, EventQuery, FieldBuilder, FunctionBuilder,
    IssueQuery, Level, Priority, Status, newer_than, older_than,
};
#[cfg(feature = "assist")]
pub use complete::{
    Completion, CompletionKind, Completions, MAX_COMPLETIONS, Wanted, complete, complete_with,
};
pub use diagnostic::{Code, Diagnostic, ParseError, Severity, Suggestion, render};
pub use dialect::Dialect;
pub use evaluate::{EvaluateError, FieldValue, Record, evaluate};
#[cfg(feature = "assist")]
pub use explain::explain;
pub use options::ParseOptions;
pub use parse::{Parse, parse};
pub use parser::MAX_DEPTH;
pub use schema::Dataset;
#[cfg(feature = "serde")]
pub use serde::deserialize;
pub use span::Span;
pub use text::Text;
pub use time::TimeRangeError;
pub use timestamp::Timestamp;
pub use token::{Token, TokenKind};
#[cfg(feature = "assist")]
pub use validate::validate;
