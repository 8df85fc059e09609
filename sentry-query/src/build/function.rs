use super::leaf::{Leaf, Test};
use super::{Age, Amount, Condition, Negated, Search, all, key};
use crate::ast::{KeyForm, Operator};
use crate::{Dialect, Text};

/// Starts a condition on what a function returns, such as `p95(span.duration)`.
///
/// Arguments are columns, numbers or text; text is quoted where the grammar wants it.
///
/// ```
/// use std::time::Duration;
/// use sentry_query::{Percentage, Query};
/// use sentry_query::build::{any, function};
///
/// let query = Query::transactions()
///     .and(any([
///         function("p95", &["transaction.duration"]).greater_than(Duration::from_secs(3)),
///         function("failure_rate", &[]).at_least(Percentage::new(2.5)),
///         function("count_if", &["transaction.status", "equals", "not found"]).greater_than(100),
///     ]))
///     .build()?;
/// assert_eq!(
///     query.to_string(),
///     "p95(transaction.duration):>3s OR failure_rate():>=2.5% \
///      OR count_if(transaction.status, equals, \"not found\"):>100",
/// );
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
pub fn function(name: impl AsRef<str>, arguments: &[&str]) -> FunctionBuilder {
    FunctionBuilder::new((), name.as_ref(), arguments)
}

/// Builds one comparison with the result of a function; its last method goes back to the query, or
/// returns the condition.
#[derive(Clone, Debug)]
#[must_use = "a function without a comparison is no filter"]
pub struct FunctionBuilder<Q = ()> {
    search: Q,
    call: Text,
    name_len: usize,
    first_end: usize,
}

impl<Q> FunctionBuilder<Q> {
    pub(super) fn new(search: Q, name: &str, arguments: &[&str]) -> Self {
        let mut call = format!("{name}(");
        let mut first_end = call.len();
        for (index, argument) in arguments.iter().enumerate() {
            if index > 0 {
                call.push_str(", ");
            }
            push_argument(&mut call, argument);
            if index == 0 {
                first_end = call.len();
            }
        }
        call.push(')');
        Self {
            search,
            call: Text::from(call),
            name_len: name.len(),
            first_end,
        }
    }
}

impl<Q: Search> FunctionBuilder<Q> {
    /// Negates the comparison.
    #[allow(
        clippy::should_implement_trait,
        reason = "`!builder` would not read as a part of the chain"
    )]
    pub fn not(self) -> FunctionBuilder<Negated<Q>> {
        FunctionBuilder {
            search: Negated {
                search: self.search,
                negated: true,
            },
            call: self.call,
            name_len: self.name_len,
            first_end: self.first_end,
        }
    }

    /// Asks for exactly this result.
    pub fn equal_to(self, amount: impl Into<Amount>) -> Q::Whole {
        self.compare(Operator::Equal, amount.into())
    }

    /// Asks for more.
    pub fn greater_than(self, amount: impl Into<Amount>) -> Q::Whole {
        self.compare(Operator::Greater, amount.into())
    }

    /// Asks for this result or more.
    pub fn at_least(self, amount: impl Into<Amount>) -> Q::Whole {
        self.compare(Operator::GreaterOrEqual, amount.into())
    }

    /// Asks for less.
    pub fn less_than(self, amount: impl Into<Amount>) -> Q::Whole {
        self.compare(Operator::Less, amount.into())
    }

    /// Asks for this result or less.
    pub fn at_most(self, amount: impl Into<Amount>) -> Q::Whole {
        self.compare(Operator::LessOrEqual, amount.into())
    }

    /// Asks for a result within the range, both ends included.
    pub fn between(self, low: impl Into<Amount>, high: impl Into<Amount>) -> Q::Whole {
        let low = self.leaf(Test::Compare(Operator::GreaterOrEqual, low.into()));
        let high = self.leaf(Test::Compare(Operator::LessOrEqual, high.into()));
        self.search.take(all([low, high]))
    }

    /// Asks for a time, of a function that returns dates such as `last_seen`.
    pub fn at(self, age: Age) -> Q::Whole {
        let leaf = self.leaf(Test::At(age));
        self.search.take(leaf)
    }

    fn compare(self, operator: Operator, amount: Amount) -> Q::Whole {
        let leaf = self.leaf(Test::Compare(operator, amount));
        self.search.take(leaf)
    }

    fn leaf(&self, test: Test) -> Condition {
        Condition::leaf(Leaf::Function {
            call: self.call.clone(),
            name_len: self.name_len,
            first_end: self.first_end,
            test,
        })
    }
}

/// Writes an argument so that it is one argument: tags and plain words as they are, else in quotes.
fn push_argument(call: &mut String, argument: &str) {
    let tag = key::read(argument, Dialect::Events)
        .filter(|key| matches!(key.form, KeyForm::Tag(_) | KeyForm::Flag(_)) && !key.array);
    let special = ['(', ')', '\t', '\n', ',', ' ', '"'];
    if let Some(tag) = tag {
        call.push_str(tag.name());
    } else if argument.is_empty() || argument.starts_with('`') || argument.contains(special) {
        call.push('"');
        call.push_str(&argument.replace('"', "\\\""));
        call.push('"');
    } else {
        call.push_str(argument);
    }
}
