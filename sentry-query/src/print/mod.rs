//! The canonical spelling of queries.

mod quoting;

pub(crate) use quoting::written_value;

use std::fmt::{self, Display, Formatter, Write};

use crate::ast::{
    Aggregate, Date, Filter, FreeText, Has, HasKeys, Is, Key, KeyForm, Operator, Pattern, Query,
    Term, Value,
};
use crate::lexer::Cursor;
use crate::schema::{FieldKind, documented_name, field_kind};
use crate::{Dialect, Timestamp};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Printer {
            out: f,
            dialect: self.dialect,
            source: "",
            bare: false,
        }
        .terms(&self.terms)
    }
}

/// A query whose terms are spelled as they are in its source, those that nobody wrote excepted.
pub(crate) struct Written<'a>(pub(crate) &'a Query);

impl Display for Written<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Printer {
            out: f,
            dialect: self.0.dialect,
            source: &self.0.source,
            bare: false,
        }
        .terms(&self.0.terms)
    }
}

struct Printer<'a, 'b> {
    out: &'a mut Formatter<'b>,
    dialect: Dialect,
    /// What spans point into; empty where every term has its canonical spelling.
    source: &'a str,
    /// A lone quote was written: any other quote that is not escaped would close it.
    bare: bool,
}

impl Printer<'_, '_> {
    fn terms(&mut self, terms: &[Term]) -> fmt::Result {
        let phrases = quoting::phrases(terms);
        let mut after_words = false;
        for (index, term) in terms.iter().enumerate() {
            if index > 0 {
                self.out.write_char(' ')?;
            }
            let written = term.span().slice(self.source);
            if !written.is_empty() {
                self.out.write_str(written)?;
                after_words = matches!(term, Term::FreeText(text) if !text.quoted);
                continue;
            }
            let phrase = matches!(term, Term::FreeText(text)
                if phrases.get(index).copied().unwrap_or(text.quoted));
            match term {
                Term::Filter(filter) => self.filter(filter)?,
                Term::Has(has) => self.has(has)?,
                Term::Is(is) => self.is(is)?,
                Term::Aggregate(aggregate) => self.aggregate(aggregate)?,
                Term::FreeText(text) => self.free_text(text, phrase)?,
                Term::Group(group) => {
                    // Right after words, parentheses around words would be a part of them.
                    self.out.write_str(if after_words { "( " } else { "(" })?;
                    self.terms(&group.terms)?;
                    self.out.write_char(')')?;
                }
                Term::Boolean(operator) => self.out.write_str(operator.word.as_str())?,
            }
            after_words = matches!(term, Term::FreeText(_)) && !phrase;
        }
        Ok(())
    }

    fn filter(&mut self, filter: &Filter) -> fmt::Result {
        let Filter {
            key,
            operator,
            value,
            ..
        } = filter;
        // `!` is the spelling of negation where the key takes no operators.
        let negated = match value {
            Value::Text(_) | Value::Regex(_) => *operator == Operator::NotEqual,
            Value::Texts(_) | Value::Numbers(_) => *operator == Operator::NotIn,
            _ => false,
        };
        if negated {
            self.out.write_char('!')?;
        }
        self.key(key)?;
        self.out.write_char(':')?;
        let written = match operator {
            Operator::Equal => matches!(value, Value::Date(Date::Instant(_))),
            Operator::In | Operator::NotIn => false,
            Operator::NotEqual => !negated,
            _ => !matches!(value, Value::Date(Date::Relative(_))),
        };
        if written {
            self.out.write_str(operator.as_str())?;
        } else if matches!(value, Value::Text(pattern) if quoting::looks_compared(pattern.raw())) {
            self.out.write_char('=')?;
        }
        if written
            && let Value::Text(pattern) = value
            && quoting::reads_as_amount(pattern.raw())
        {
            return quoting::quoted(self.out, pattern.raw());
        }
        let untyped = field_kind(self.dialect, key.name()) == FieldKind::Text;
        self.value(value, !written && !key.array && untyped)
    }

    /// `comparison` says that text such as `>5` stays text where it stands.
    fn value(&mut self, value: &Value, comparison: bool) -> fmt::Result {
        match value {
            Value::Text(pattern) => self.text(pattern, comparison),
            Value::Texts(patterns) => self.list(patterns, Self::item),
            Value::Numbers(numbers) => self.list(numbers, |p, number| number.fmt(p.out)),
            Value::Number(number) => number.fmt(self.out),
            Value::Duration(duration) => duration.fmt(self.out),
            Value::Size(size) => size.fmt(self.out),
            Value::Percentage(percentage) => percentage.fmt(self.out),
            Value::Boolean(value) => value.fmt(self.out),
            Value::Date(date) => self.date(date),
            Value::Regex(regex) => quoting::regex(self.out, &regex.pattern),
        }
    }

    fn list<T>(&mut self, items: &[T], one: impl Fn(&mut Self, &T) -> fmt::Result) -> fmt::Result {
        self.out.write_char('[')?;
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.out.write_str(", ")?;
            }
            one(self, item)?;
        }
        self.out.write_char(']')
    }

    fn date(&mut self, date: &Date) -> fmt::Result {
        match date {
            Date::Relative(relative) => relative.fmt(self.out),
            Date::Day(at) => self.day(*at),
            Date::Instant(at) if at.is_midnight() => self.day(*at),
            Date::Instant(at) | Date::Around(at) => at.fmt(self.out),
        }
    }

    fn day(&mut self, at: Timestamp) -> fmt::Result {
        let (year, month, day) = at.date();
        write!(self.out, "{year:04}-{month:02}-{day:02}")
    }

    fn key(&mut self, key: &Key) -> fmt::Result {
        let name = key.name();
        let plain = key.form == KeyForm::Field && !key.array;
        let documented = documented_name(self.dialect, name).filter(|_| plain);
        let name = documented.unwrap_or(name);
        // Quotes make `has` and `is` keys like any other.
        let quoted = name.contains(':') || matches!(name, "has" | "is");
        if key.form == KeyForm::Field && quoted {
            write!(self.out, "\"{name}\"")?;
        } else {
            self.out.write_str(name)?;
        }
        if key.array {
            self.out.write_str("[*]")?;
        }
        Ok(())
    }

    fn has(&mut self, has: &Has) -> fmt::Result {
        if has.negated {
            self.out.write_char('!')?;
        }
        self.out.write_str("has:")?;
        match &has.keys {
            HasKeys::One(key) => self.asked_key(key),
            HasKeys::List(keys) => self.list(keys, Self::asked_key),
        }
    }

    /// A key after `has:`, where numbers, dates and truth values are read before keys.
    fn asked_key(&mut self, key: &Key) -> fmt::Result {
        let name = key.name();
        let word = ["true", "false"]
            .iter()
            .any(|word| name.eq_ignore_ascii_case(word));
        if key.form == KeyForm::Field && (word || name.starts_with(quoting::starts_a_number)) {
            write!(self.out, "\"{name}\"")
        } else {
            self.key(key)
        }
    }

    fn is(&mut self, is: &Is) -> fmt::Result {
        let sign = if is.negated { "!" } else { "" };
        write!(self.out, "{sign}is:{}", is.value.name)
    }

    fn aggregate(&mut self, aggregate: &Aggregate) -> fmt::Result {
        write!(self.out, "{}:", aggregate.function.call)?;
        if let Value::Text(pattern) = &aggregate.value {
            // Text of a function is a percentage without its sign, or a date with its operator.
            let mut rest = Cursor::at(pattern.raw(), 0);
            rest.operator();
            let percentage = rest.num().is_some() && rest.peek().is_none();
            let sign = if percentage { "%" } else { "" };
            return write!(self.out, "{}{sign}", pattern.raw());
        }
        let relative = matches!(aggregate.value, Value::Date(Date::Relative(_)));
        if aggregate.operator != Operator::Equal && !relative {
            self.out.write_str(aggregate.operator.as_str())?;
        }
        self.value(&aggregate.value, false)
    }

    fn free_text(&mut self, text: &FreeText, phrase: bool) -> fmt::Result {
        let raw = text.pattern.raw();
        if phrase {
            return quoting::quoted(self.out, raw);
        }
        self.bare |= quoting::opens_quote(raw);
        self.out.write_str(raw)
    }

    /// Text after a colon: bare where that reads back the same, else in quotes.
    fn text(&mut self, pattern: &Pattern, comparison: bool) -> fmt::Result {
        let raw = pattern.raw();
        let fits = quoting::is_bare_value(raw) || (comparison && quoting::is_bare_comparison(raw));
        if fits || (self.bare && !raw.is_empty()) {
            quoting::bare(self.out, raw)
        } else {
            quoting::quoted(self.out, raw)
        }
    }

    fn item(&mut self, pattern: &Pattern) -> fmt::Result {
        let raw = pattern.raw();
        if quoting::is_bare_item(raw) || (self.bare && !raw.is_empty()) {
            quoting::bare(self.out, raw)
        } else {
            quoting::quoted(self.out, raw)
        }
    }
}
