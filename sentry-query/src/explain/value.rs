use super::quote::quoted;
use super::sentence::Sentence;
use super::wording::meaning;
use crate::ast::{DurationUnit, Number, Operator, Pattern, PatternClass, SizeUnit, Value};

/// What a number without a unit counts.
#[derive(Clone, Copy)]
pub(super) enum BareNumber {
    Plain,
    Milliseconds,
    Seconds,
    Bytes,
}

impl BareNumber {
    fn unit(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Milliseconds => "millisecond",
            Self::Seconds => "second",
            Self::Bytes => "byte",
        }
    }
}

impl Sentence {
    /// What is said of a field: `is above 3 seconds`.
    pub(super) fn predicate(
        &mut self,
        name: &str,
        operator: Operator,
        value: &Value,
        bare: BareNumber,
    ) {
        match value {
            Value::Text(pattern) => self.text_predicate(name, operator, pattern),
            Value::Regex(regex) => {
                let negative = operator == Operator::NotEqual;
                self.out.push_str(if negative {
                    "does not match"
                } else {
                    "matches"
                });
                self.out.push_str(" the regular expression ");
                quoted(&mut self.out, &regex.pattern);
            }
            Value::Texts(patterns) => match patterns.as_slice() {
                [pattern] => {
                    let negative = operator == Operator::NotIn;
                    self.text_predicate(name, Operator::Equal.negated_if(negative), pattern);
                }
                _ => self.one_of(operator, patterns, |sentence, pattern| {
                    sentence.meant(name, pattern);
                }),
            },
            Value::Numbers(numbers) => self.one_of(operator, numbers, |sentence, item| {
                sentence.out.push_str(&number(item.0, bare.unit()));
            }),
            Value::Date(date) => {
                self.out.push_str("is ");
                self.when(operator, date);
            }
            Value::Boolean(truth) => {
                self.out.push_str(compared(operator));
                self.out.push_str(if *truth { " true" } else { " false" });
            }
            Value::Number(amount) => self.amount(operator, *amount, bare.unit()),
            Value::Duration(duration) => {
                self.amount(operator, duration.amount, duration_word(duration.unit));
            }
            Value::Size(size) => self.amount(operator, size.amount, size_word(size.unit)),
            Value::Percentage(percentage) => {
                self.amount(operator, percentage.amount, "");
                self.out.push('%');
            }
        }
    }

    /// `is one of a or b`, `is none of a and b`, or `is a` where there is no other.
    fn one_of<T>(&mut self, operator: Operator, items: &[T], one: impl Fn(&mut Self, &T)) {
        let (quantity, word) = match (items.len(), operator) {
            (1, _) => (compared(operator), ""),
            (_, Operator::NotIn) => ("is none of", "and"),
            _ => ("is one of", "or"),
        };
        self.out.extend([quantity, " "]);
        self.list(items, word, one);
    }

    fn amount(&mut self, operator: Operator, amount: Number, unit: &str) {
        self.out.extend([compared(operator), " "]);
        self.out.push_str(&number(amount.0, unit));
    }

    /// `is "x"`, `starts with "x"`, `is set`.
    pub(super) fn text_predicate(&mut self, name: &str, operator: Operator, pattern: &Pattern) {
        let negative = operator == Operator::NotEqual;
        if !negative && operator != Operator::Equal {
            self.out.extend([compared(operator), " "]);
            quoted(&mut self.out, pattern.raw());
            return;
        }
        let shape = Shape::of(pattern);
        if let Shape::Any | Shape::None = shape {
            let set = matches!(shape, Shape::Any) != negative;
            self.out.push_str(if set { "is set" } else { "is not set" });
            return;
        }
        if matches!(shape, Shape::Exact) {
            self.out.extend([compared(operator), " "]);
            return self.meant(name, pattern);
        }
        self.out.push_str(match (shape, negative) {
            (Shape::Start, false) => "starts with ",
            (Shape::Start, true) => "does not start with ",
            (Shape::End, false) => "ends with ",
            (Shape::End, true) => "does not end with ",
            (Shape::Inside, false) => "contains ",
            (Shape::Inside, true) => "does not contain ",
            (_, false) => "matches ",
            (_, true) => "does not match ",
        });
        self.looked_for(pattern);
    }

    /// A value as a noun: `"x"`, `anything starting with "x"`, `you`.
    pub(super) fn meant(&mut self, name: &str, pattern: &Pattern) {
        if let Some(meaning) = meaning(self.dataset, name, pattern.raw()) {
            self.out.push_str(meaning.words);
            if let Some(name) = meaning.name {
                quoted(&mut self.out, name);
            }
            return;
        }
        self.out.push_str(match Shape::of(pattern) {
            Shape::Exact if name == "message" => "anything containing ",
            Shape::Exact => "",
            Shape::None => return self.out.push_str("no value"),
            Shape::Any => return self.out.push_str("anything"),
            Shape::Start => "anything starting with ",
            Shape::End => "anything ending with ",
            Shape::Inside => "anything containing ",
            Shape::Other => "anything matching ",
        });
        self.looked_for(pattern);
    }

    fn looked_for(&mut self, pattern: &Pattern) {
        if pattern.class() == Some(PatternClass::Other) {
            quoted(&mut self.out, pattern.raw());
            self.out.push_str(" with any text for *");
        } else {
            quoted(&mut self.out, &pattern.trimmed());
        }
    }

    /// `a, b or c`
    pub(super) fn list<T>(&mut self, items: &[T], word: &str, one: impl Fn(&mut Self, &T)) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 && index + 1 == items.len() {
                self.out.extend([" ", word, " "]);
            } else if index > 0 {
                self.out.push_str(", ");
            }
            one(self, item);
        }
    }
}

/// What the stars of a pattern ask for.
enum Shape {
    Exact,
    /// No text at all: the field is not set.
    None,
    /// Nothing but stars: the field is set.
    Any,
    Start,
    End,
    Inside,
    Other,
}

impl Shape {
    fn of(pattern: &Pattern) -> Self {
        let raw = pattern.raw();
        match pattern.class() {
            None if raw.is_empty() => Self::None,
            None => Self::Exact,
            Some(_) if raw.bytes().all(|b| b == b'*') => Self::Any,
            Some(PatternClass::Prefix) => Self::Start,
            Some(PatternClass::Suffix) => Self::End,
            Some(PatternClass::Infix) => Self::Inside,
            Some(PatternClass::Other) => Self::Other,
        }
    }
}

fn compared(operator: Operator) -> &'static str {
    match operator {
        Operator::Equal | Operator::In => "is",
        Operator::NotEqual | Operator::NotIn => "is not",
        Operator::Greater => "is above",
        Operator::GreaterOrEqual => "is at least",
        Operator::Less => "is below",
        Operator::LessOrEqual => "is at most",
    }
}

/// An amount with its unit in the singular or plural, or alone where there is no unit.
pub(super) fn number(amount: f64, unit: &str) -> String {
    let mut words = if amount.is_finite() {
        Number(amount).to_string()
    } else {
        String::from("infinity")
    };
    if !unit.is_empty() {
        words.extend([" ", unit]);
        // 1 is spelled the same by everything that is 1.
        if words.strip_suffix(unit) != Some("1 ") {
            words.push('s');
        }
    }
    words
}

pub(super) fn duration_word(unit: DurationUnit) -> &'static str {
    match unit {
        DurationUnit::Millisecond => "millisecond",
        DurationUnit::Second => "second",
        DurationUnit::Minute => "minute",
        DurationUnit::Hour => "hour",
        DurationUnit::Day => "day",
        DurationUnit::Week => "week",
    }
}

fn size_word(unit: SizeUnit) -> &'static str {
    match unit {
        SizeUnit::Bit => "bit",
        SizeUnit::Kibibyte => "kibibyte",
        SizeUnit::Mebibyte => "mebibyte",
        SizeUnit::Gibibyte => "gibibyte",
        SizeUnit::Tebibyte => "tebibyte",
        SizeUnit::Pebibyte => "pebibyte",
        SizeUnit::Exbibyte => "exbibyte",
        SizeUnit::Zebibyte => "zebibyte",
        SizeUnit::Yobibyte => "yobibyte",
        SizeUnit::Byte => "byte",
        SizeUnit::Nibble => "half-byte",
        SizeUnit::Kilobyte => "kilobyte",
        SizeUnit::Megabyte => "megabyte",
        SizeUnit::Gigabyte => "gigabyte",
        SizeUnit::Terabyte => "terabyte",
        SizeUnit::Petabyte => "petabyte",
        SizeUnit::Exabyte => "exabyte",
        SizeUnit::Zettabyte => "zettabyte",
        SizeUnit::Yottabyte => "yottabyte",
    }
}
