use super::{Age, BuildError, IssueQuery, equality, key, pattern};
use crate::ast::{Filter, Key, Number, Operator, Pattern, Term, Value};
use crate::schema::{FieldKind, field_kind};
use crate::{Dialect, Span, parse};

/// Builds one filter; its last method goes back to the query.
///
/// ```
/// use sentry_query::Query;
///
/// let query = Query::issues()
///     .field("user.email").ends_with("@example.com")
///     .field("timesSeen").not().at_most(10)
///     .build()?;
/// assert_eq!(query.to_string(), "user.email:*@example.com timesSeen:>10");
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a field without a value is no filter"]
pub struct FieldBuilder {
    query: IssueQuery,
    key: String,
    negated: bool,
}

impl FieldBuilder {
    pub(super) fn new(query: IssueQuery, key: &str) -> Self {
        Self {
            query,
            key: key.to_owned(),
            negated: false,
        }
    }

    /// Negates the filter; a field that is not set then matches.
    #[allow(
        clippy::should_implement_trait,
        reason = "`!builder` would not read as a part of the chain"
    )]
    pub fn not(mut self) -> Self {
        self.negated = !self.negated;
        self
    }

    /// Asks for exactly this value; a `*` in it is a star.
    ///
    /// Fields that hold numbers, dates or truth values read the text as one.
    pub fn equals(self, value: impl AsRef<str>) -> IssueQuery {
        let value = value.as_ref();
        let result = self.key().and_then(|key| {
            if takes_text(&key) {
                let pattern = literal(value).ok_or_else(|| BuildError::value(&self.key))?;
                Ok(filter(key, equality(self.negated), Value::Text(pattern)))
            } else {
                self.typed(&key, value)
            }
        });
        self.query.push(result)
    }

    /// Asks for one of these values.
    pub fn one_of<I>(self, values: I) -> IssueQuery
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let patterns: Option<Vec<Pattern>> = values
            .into_iter()
            .map(|value| literal(value.as_ref()))
            .collect();
        let result = self.key().and_then(|key| {
            if !takes_text(&key) || key.array {
                return Err(BuildError::kind(&self.key));
            }
            let patterns = patterns.ok_or_else(|| BuildError::value(&self.key))?;
            if patterns.is_empty() {
                return Err(BuildError::empty_list(&self.key));
            }
            let operator = Operator::In.negated_if(self.negated);
            Ok(filter(key, operator, Value::Texts(patterns)))
        });
        self.query.push(result)
    }

    /// Asks for a value that contains this text.
    pub fn contains(self, text: impl AsRef<str>) -> IssueQuery {
        self.wildcard("*", text.as_ref(), "*")
    }

    /// Asks for a value that starts with this text.
    pub fn starts_with(self, text: impl AsRef<str>) -> IssueQuery {
        self.wildcard("", text.as_ref(), "*")
    }

    /// Asks for a value that ends with this text.
    pub fn ends_with(self, text: impl AsRef<str>) -> IssueQuery {
        self.wildcard("*", text.as_ref(), "")
    }

    /// Asks for a larger number.
    pub fn greater_than(self, number: impl Into<f64>) -> IssueQuery {
        self.number(Operator::Greater, number.into())
    }

    /// Asks for this number or a larger one.
    pub fn at_least(self, number: impl Into<f64>) -> IssueQuery {
        self.number(Operator::GreaterOrEqual, number.into())
    }

    /// Asks for a smaller number.
    pub fn less_than(self, number: impl Into<f64>) -> IssueQuery {
        self.number(Operator::Less, number.into())
    }

    /// Asks for this number or a smaller one.
    pub fn at_most(self, number: impl Into<f64>) -> IssueQuery {
        self.number(Operator::LessOrEqual, number.into())
    }

    /// Asks for a time, on a field that holds dates.
    pub fn at(self, age: Age) -> IssueQuery {
        let result = self.key().and_then(|key| {
            if kind(&key) != FieldKind::Date {
                return Err(BuildError::kind(&self.key));
            }
            let age = if self.negated { age.negated() } else { age };
            let (operator, date) = age.date().ok_or_else(|| BuildError::date(&self.key))?;
            Ok(filter(key, operator, Value::Date(date)))
        });
        self.query.push(result)
    }

    fn key(&self) -> Result<Key, BuildError> {
        key::read(&self.key).ok_or_else(|| BuildError::bad_key(&self.key))
    }

    fn wildcard(self, before: &str, text: &str, after: &str) -> IssueQuery {
        let result = self.key().and_then(|key| {
            if !takes_text(&key) {
                return Err(BuildError::kind(&self.key));
            }
            let mut raw = String::from(before);
            for c in text.chars() {
                if matches!(c, '*' | '\\') {
                    raw.push('\\');
                }
                raw.push(c);
            }
            raw.push_str(after);
            Ok(filter(
                key,
                equality(self.negated),
                Value::Text(pattern(raw)),
            ))
        });
        self.query.push(result)
    }

    fn number(self, operator: Operator, number: f64) -> IssueQuery {
        let result = self.key().and_then(|key| {
            if !kind(&key).is_numeric() || !number.is_finite() {
                return Err(BuildError::kind(&self.key));
            }
            let operator = operator.negated_if(self.negated);
            Ok(filter(key, operator, Value::Number(Number(number))))
        });
        self.query.push(result)
    }

    /// The filter that the text is on a typed field, if it is one filter on that field.
    fn typed(&self, key: &Key, value: &str) -> Result<Term, BuildError> {
        let sign = if self.negated { "!" } else { "" };
        let parsed = parse(&format!("{sign}{}:{value}", key.name()), Dialect::Issues);
        match (parsed.is_ok(), parsed.query().terms()) {
            (true, [term @ Term::Filter(filter)]) if filter.key == *key => Ok(term.clone()),
            _ => Err(BuildError::kind(&self.key)),
        }
    }
}

fn filter(key: Key, operator: Operator, value: Value) -> Term {
    let span = Span::default();
    Term::Filter(Filter {
        span,
        key,
        operator,
        value,
        value_span: span,
    })
}

fn kind(key: &Key) -> FieldKind {
    if key.array || key.form != crate::ast::KeyForm::Field {
        FieldKind::Text
    } else {
        field_kind(Dialect::Issues, key.name())
    }
}

fn takes_text(key: &Key) -> bool {
    matches!(kind(key), FieldKind::Text | FieldKind::OrderedText)
}

/// The pattern that stands for exactly this text; a star after a backslash has none.
pub(super) fn literal(text: &str) -> Option<Pattern> {
    let pattern = pattern(text.replace('*', "\\*"));
    (!pattern.is_wildcard() && pattern.text() == text).then_some(pattern)
}
