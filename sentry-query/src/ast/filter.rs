use super::{Date, Duration, Key, Number, Pattern, Percentage, Size};
use crate::schema::IsValue;
use crate::{Span, Text};

/// `key:value`, with negation folded into the operator.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Where the filter stands.
    pub span: Span,
    /// What is looked at.
    pub key: Key,
    /// How it is compared; `!key:value` is [`Operator::NotEqual`].
    pub operator: Operator,
    /// What it is compared with.
    pub value: Value,
    /// Where the value stands, with its quotes or brackets.
    pub value_span: Span,
}

impl PartialEq for Filter {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.operator == other.operator && self.value == other.value
    }
}

/// A value and the kind that its key gave it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, perhaps with wildcards.
    Text(Pattern),
    /// `[a, b]`.
    Texts(Vec<Pattern>),
    /// A number on a numeric key.
    Number(Number),
    /// `[1, 2]` on a numeric key.
    Numbers(Vec<Number>),
    /// An amount of time on a duration key.
    Duration(Duration),
    /// An amount of data on a size key.
    Size(Size),
    /// A percentage; only aggregates have them.
    Percentage(Percentage),
    /// A truth value; `!` is folded into it.
    Boolean(bool),
    /// A date on a date key.
    Date(Date),
    /// `//pattern//`.
    Regex(Regex),
}

impl Value {
    /// Returns the text or the texts, where it is one of the two.
    pub(crate) fn patterns(&self) -> Option<&[Pattern]> {
        match self {
            Self::Text(pattern) => Some(std::slice::from_ref(pattern)),
            Self::Texts(patterns) => Some(patterns),
            _ => None,
        }
    }
}

/// A regular expression in RE2 syntax, with `\/\/` read as slashes.
#[derive(Clone, Debug, PartialEq)]
pub struct Regex {
    /// The pattern between the slashes.
    pub pattern: Text,
}

/// How a filter compares.
///
/// ```
/// use sentry_query::Operator;
///
/// assert_eq!(Operator::Greater.negated(), Operator::LessOrEqual);
/// assert_eq!(Operator::NotIn.as_str(), "NOT IN");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `=`, which is not written.
    Equal,
    /// `!=`, written as `!` before the key where possible.
    NotEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// One of a list.
    In,
    /// None of a list.
    NotIn,
}

impl Operator {
    /// Returns Sentry's name of the operator.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::In => "IN",
            Self::NotIn => "NOT IN",
        }
    }

    /// Returns the operator that holds exactly when this one does not.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Greater => Self::LessOrEqual,
            Self::GreaterOrEqual => Self::Less,
            Self::Less => Self::GreaterOrEqual,
            Self::LessOrEqual => Self::Greater,
            Self::In => Self::NotIn,
            Self::NotIn => Self::In,
        }
    }

    /// Says whether it asks for anything but the value, rather than for a range.
    pub(crate) fn is_negative(self) -> bool {
        matches!(self, Self::NotEqual | Self::NotIn)
    }

    #[must_use]
    pub(crate) fn negated_if(self, negated: bool) -> Self {
        if negated { self.negated() } else { self }
    }
}

/// The wildcard operators that Sentry's interface writes between two U+F00D.
///
/// They leave no trace in the tree: the parser turns them into wildcards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextOperator {
    /// The text stands anywhere.
    Contains,
    /// The text stands at the start.
    StartsWith,
    /// The text stands at the end.
    EndsWith,
}

impl TextOperator {
    pub(crate) const ALL: [Self; 3] = [Self::Contains, Self::StartsWith, Self::EndsWith];

    /// Returns how the operator is written, with its two U+F00D.
    pub fn spelling(self) -> &'static str {
        match self {
            Self::Contains => "\u{F00D}Contains\u{F00D}",
            Self::StartsWith => "\u{F00D}StartsWith\u{F00D}",
            Self::EndsWith => "\u{F00D}EndsWith\u{F00D}",
        }
    }
}

/// `has:key`: the key is set, or with `!` it is not.
///
/// ```
/// use sentry_query::{Dialect, Term, parse};
///
/// let parsed = parse("!has:[user.id, user.email]", Dialect::Events);
/// let Term::Has(has) = &parsed.query().terms()[0] else { unreachable!() };
/// assert!(has.negated);
/// let names: Vec<&str> = has.keys.as_slice().iter().map(|key| key.name()).collect();
/// assert_eq!(names, ["user.id", "user.email"]);
/// ```
#[derive(Clone, Debug)]
pub struct Has {
    /// Where the filter stands.
    pub span: Span,
    /// Whether the keys must be unset.
    pub negated: bool,
    /// Which keys are asked for.
    pub keys: HasKeys,
}

impl PartialEq for Has {
    fn eq(&self, other: &Self) -> bool {
        self.negated == other.negated && self.keys == other.keys
    }
}

/// What follows `has:`.
#[derive(Clone, Debug, PartialEq)]
pub enum HasKeys {
    /// One key.
    One(Key),
    /// `[a, b]`: any of them is set, or with `!` none of them.
    List(Vec<Key>),
}

impl HasKeys {
    /// Returns the keys as a list.
    pub fn as_slice(&self) -> &[Key] {
        match self {
            Self::One(key) => std::slice::from_ref(key),
            Self::List(keys) => keys,
        }
    }
}

/// `is:value`: a status, substatus or flag of an issue.
#[derive(Clone, Debug)]
pub struct Is {
    /// Where the filter stands.
    pub span: Span,
    /// Whether a `!` stands before it.
    pub negated: bool,
    /// What is asked for.
    pub value: &'static IsValue,
    /// Where the value stands, with its quotes.
    pub value_span: Span,
}

impl PartialEq for Is {
    fn eq(&self, other: &Self) -> bool {
        self.negated == other.negated && self.value.name == other.value.name
    }
}

/// A comparison with a function's result, such as `p95(transaction.duration):>3s`.
#[derive(Clone, Debug)]
pub struct Aggregate {
    /// Where the filter stands.
    pub span: Span,
    /// The function with its arguments.
    pub function: Function,
    /// How its result is compared.
    pub operator: Operator,
    /// What it is compared with.
    pub value: Value,
    /// Where the value stands.
    pub value_span: Span,
}

impl PartialEq for Aggregate {
    fn eq(&self, other: &Self) -> bool {
        self.function == other.function
            && self.operator == other.operator
            && self.value == other.value
    }
}

/// A function call, such as `count_unique(user.id)`.
///
/// ```
/// use sentry_query::{Dialect, Term, parse};
///
/// let parsed = parse("percentile( transaction.duration,0.95 ):>3s", Dialect::Events);
/// let Term::Aggregate(aggregate) = &parsed.query().terms()[0] else { unreachable!() };
/// assert_eq!(aggregate.function.name(), "percentile");
/// assert_eq!(aggregate.function.arguments(), "transaction.duration, 0.95");
/// assert_eq!(aggregate.function.call.as_str(), "percentile(transaction.duration, 0.95)");
/// ```
#[derive(Clone, Debug)]
pub struct Function {
    /// Where the call stands, up to its closing parenthesis.
    pub span: Span,
    /// The canonical call: `name(first, second)`.
    pub call: Text,
    /// How many bytes of the call are the name.
    pub(crate) name_len: usize,
    /// Where in the call the first argument ends.
    pub(crate) first_end: usize,
}

impl Function {
    /// Returns the name of the function.
    pub fn name(&self) -> &str {
        self.call.get(..self.name_len).unwrap_or_default()
    }

    /// Returns the first argument as it is written, or nothing where there is none.
    pub fn first_argument(&self) -> &str {
        self.call
            .get(self.name_len + 1..self.first_end)
            .unwrap_or_default()
    }

    /// Returns the arguments as they are written, joined by a comma and a space.
    pub fn arguments(&self) -> &str {
        let inner = self.call.get(self.name_len + 1..).unwrap_or_default();
        inner.strip_suffix(')').unwrap_or_default()
    }
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.call == other.call
    }
}
