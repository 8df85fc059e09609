use super::{Age, Amount, BuildError, Status, key};
use crate::ast::{
    Aggregate, Date, Filter, FreeText, Function, Has, HasKeys, Is, Key, KeyForm, Number, Operator,
    Pattern, Term, Value,
};
use crate::schema::{FieldKind, is_value};
use crate::{Code, Dataset, ParseOptions, Span, Text};

/// One filter, as its caller meant it. What kind the field has is known with the data set.
#[derive(Clone, Debug)]
pub(super) enum Leaf {
    Field {
        key: String,
        test: Test,
    },
    Function {
        call: Text,
        name_len: usize,
        first_end: usize,
        test: Test,
    },
    Has(String),
    Is(Status),
    Text(String),
    /// Its key is none.
    Refused(BuildError),
}

/// What is asked of a field or function.
#[derive(Clone, Debug)]
pub(super) enum Test {
    Equals(String),
    OneOf(Vec<String>),
    Wildcard {
        before: &'static str,
        text: String,
        after: &'static str,
    },
    Compare(Operator, Amount),
    At(Age),
    Truth(bool),
}

impl Leaf {
    /// The term that stands for the filter, or for its opposite.
    pub(super) fn term(&self, negated: bool, dataset: Dataset) -> Result<Term, BuildError> {
        match self {
            Self::Field { key, test } => FieldLeaf::new(key, negated, dataset)?.filter(test),
            Self::Function {
                call,
                name_len,
                first_end,
                test,
            } => {
                let function = Function {
                    span: Span::default(),
                    call: call.clone(),
                    name_len: *name_len,
                    first_end: *first_end,
                };
                aggregate(function, test, negated)
            }
            Self::Has(key) => {
                let keys = key::read(key, dataset.dialect()).map(HasKeys::One);
                let span = Span::default();
                keys.map(|keys| {
                    Term::Has(Has {
                        span,
                        negated,
                        keys,
                    })
                })
                .ok_or_else(|| BuildError::bad_key(key))
            }
            Self::Is(status) => is(*status, negated),
            Self::Refused(error) => Err(error.clone()),
            Self::Text(text) if text.is_empty() => Err(BuildError::empty_text()),
            Self::Text(text) if negated => {
                // Free text is a filter on the message, and only as such it has an opposite.
                FieldLeaf::new("message", negated, dataset)?.filter(&Test::Equals(text.clone()))
            }
            Self::Text(text) => Ok(Term::FreeText(FreeText {
                span: Span::default(),
                pattern: literal(text, "")?,
                quoted: true,
            })),
        }
    }
}

fn is(status: Status, negated: bool) -> Result<Term, BuildError> {
    let span = Span::default();
    let value = is_value(status.as_str()).ok_or_else(|| BuildError::value("is"))?;
    Ok(Term::Is(Is {
        span,
        negated,
        value,
        value_span: span,
    }))
}

fn aggregate(function: Function, test: &Test, negated: bool) -> Result<Term, BuildError> {
    let call = function.call.as_str();
    let (operator, value) = match test {
        Test::Compare(operator, amount) => {
            (operator.negated_if(negated), amount.on_function(call)?)
        }
        Test::At(age) => {
            let (operator, date) = age
                .negated_if(negated)
                .date()
                .ok_or_else(|| BuildError::date(call))?;
            (operator, Value::Date(date))
        }
        _ => return Err(BuildError::function(call)),
    };
    let span = Span::default();
    Ok(Term::Aggregate(Aggregate {
        span,
        function,
        operator,
        value,
        value_span: span,
    }))
}

/// A field whose key is read and whose kind is known.
struct FieldLeaf<'a> {
    name: &'a str,
    key: Key,
    kind: FieldKind,
    negated: bool,
    dataset: Dataset,
}

impl<'a> FieldLeaf<'a> {
    fn new(name: &'a str, negated: bool, dataset: Dataset) -> Result<Self, BuildError> {
        let key = key::read(name, dataset.dialect()).ok_or_else(|| BuildError::bad_key(name))?;
        let kind = if key.form.takes_typed_rules() && !key.array {
            ParseOptions::for_dataset(dataset).kind_of(key.name())
        } else {
            FieldKind::Text
        };
        Ok(Self {
            name,
            key,
            kind,
            negated,
            dataset,
        })
    }

    fn filter(self, wanted: &Test) -> Result<Term, BuildError> {
        let (operator, value) = match wanted {
            Test::Equals(text) if self.takes_text() => {
                (Operator::Equal, Value::Text(literal(text, self.name)?))
            }
            Test::Equals(text) => self.read(text)?,
            Test::OneOf(texts) => (Operator::In, self.list(texts)?),
            Test::Wildcard {
                before,
                text,
                after,
            } if self.takes_text() => (Operator::Equal, Value::Text(wildcard(before, text, after))),
            Test::Compare(operator, amount) => (*operator, amount.on_field(self.name, self.kind)?),
            Test::At(age) if self.kind == FieldKind::Date => {
                let (operator, date) = age.date().ok_or_else(|| BuildError::date(self.name))?;
                (operator, Value::Date(date))
            }
            Test::Wildcard { .. } | Test::At(_) => return Err(self.wrong_kind()),
            Test::Truth(truth) => (Operator::Equal, self.truth(*truth)?),
        };
        let (operator, value) = self.opposite(operator, value)?;
        let (key, span) = (self.key, Span::default());
        Ok(Term::Filter(Filter {
            span,
            key,
            operator,
            value,
            value_span: span,
        }))
    }

    fn wrong_kind(&self) -> BuildError {
        BuildError::kind(self.name, self.kind)
    }

    fn takes_text(&self) -> bool {
        matches!(self.kind, FieldKind::Text | FieldKind::OrderedText)
    }

    /// Negates the filter where that is asked for.
    fn opposite(&self, operator: Operator, value: Value) -> Result<(Operator, Value), BuildError> {
        if !self.negated {
            return Ok((operator, value));
        }
        match value {
            Value::Boolean(truth) => Ok((operator, Value::Boolean(!truth))),
            // The value tells the direction, and the operator follows it.
            Value::Date(Date::Relative(mut relative)) => {
                relative.newer = !relative.newer;
                let operator = relative.operator();
                Ok((operator, Value::Date(Date::Relative(relative))))
            }
            Value::Date(Date::Day(_) | Date::Around(_)) => Err(BuildError::window(self.name)),
            value => Ok((operator.negated(), value)),
        }
    }

    fn truth(&self, truth: bool) -> Result<Value, BuildError> {
        match self.kind {
            FieldKind::Boolean => Ok(Value::Boolean(truth)),
            FieldKind::Text => Ok(Value::Text(Pattern::new(truth.to_string()))),
            _ => Err(self.wrong_kind()),
        }
    }

    fn list(&self, texts: &[String]) -> Result<Value, BuildError> {
        if texts.is_empty() {
            return Err(BuildError::empty_list(self.name));
        }
        if self.key.array {
            return Err(BuildError::array_list(self.name));
        }
        if self.takes_text() {
            let patterns = texts.iter().map(|text| literal(text, self.name));
            return patterns.collect::<Result<_, _>>().map(Value::Texts);
        }
        let numbers = texts.iter().map(|text| match self.read(text)? {
            (_, Value::Number(number)) => Ok(number),
            _ => Err(self.wrong_kind()),
        });
        numbers
            .collect::<Result<Vec<Number>, _>>()
            .map(Value::Numbers)
    }

    /// The value that the text is on a typed field, if it is one value and nothing more.
    fn read(&self, text: &str) -> Result<(Operator, Value), BuildError> {
        // These would begin an operator or a list.
        if text.starts_with(['>', '<', '=', '!', '[']) {
            return Err(self.wrong_kind());
        }
        let key = if self.key.form == KeyForm::Field && self.key.name().contains(':') {
            format!("\"{}\"", self.key.name())
        } else {
            self.key.name().to_owned()
        };
        let parsed = self.dataset.parse(&format!("{key}:{text}"));
        match (parsed.is_ok(), parsed.query().terms()) {
            (true, [Term::Filter(filter)]) if filter.key == self.key => {
                Ok((filter.operator, filter.value.clone()))
            }
            _ if parsed
                .diagnostics()
                .iter()
                .any(|problem| is_no_day(problem.code())) =>
            {
                Err(BuildError::no_day(self.name))
            }
            _ => Err(self.wrong_kind()),
        }
    }
}

fn is_no_day(code: Code) -> bool {
    matches!(code, Code::ImpossibleDate | Code::ImpossibleDateWindow)
}

/// The pattern that stands for exactly this text; a star after a backslash has none.
pub(super) fn literal(text: &str, subject: &str) -> Result<Pattern, BuildError> {
    let pattern = Pattern::new(text.replace('*', "\\*"));
    if pattern.is_wildcard() || pattern.text() != text {
        return Err(BuildError::escaped_star(subject));
    }
    Ok(pattern)
}

fn wildcard(before: &str, text: &str, after: &str) -> Pattern {
    let mut raw = String::from(before);
    for c in text.chars() {
        if matches!(c, '*' | '\\') {
            raw.push('\\');
        }
        raw.push(c);
    }
    raw.push_str(after);
    Pattern::new(raw)
}
