//! The canonical spelling of queries. All quoting is decided here.

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
        terms(f, self.dialect, &self.terms)
    }
}

fn terms(f: &mut Formatter<'_>, dialect: Dialect, terms: &[Term]) -> fmt::Result {
    for (index, term) in terms.iter().enumerate() {
        if index > 0 {
            f.write_char(' ')?;
        }
        match term {
            Term::Filter(filter) => self::filter(f, dialect, filter)?,
            Term::Has(has) => self::has(f, dialect, has)?,
            Term::Is(is) => self::is(f, is)?,
            Term::Aggregate(aggregate) => self::aggregate(f, aggregate)?,
            Term::FreeText(text) => free_text(f, text)?,
            Term::Group(group) => {
                f.write_char('(')?;
                self::terms(f, dialect, &group.terms)?;
                f.write_char(')')?;
            }
            Term::Boolean(operator) => f.write_str(operator.word.as_str())?,
        }
    }
    Ok(())
}

fn filter(f: &mut Formatter<'_>, dialect: Dialect, filter: &Filter) -> fmt::Result {
    let Filter {
        key: on,
        operator,
        value,
        ..
    } = filter;
    // A real operator stands before the value; where the key has none, only `!` and lists exist.
    let negated = match value {
        Value::Text(_) | Value::Regex(_) => *operator == Operator::NotEqual,
        Value::Texts(_) | Value::Numbers(_) => *operator == Operator::NotIn,
        _ => false,
    };
    if negated {
        f.write_char('!')?;
    }
    key(f, dialect, on)?;
    f.write_char(':')?;
    let written = match operator {
        Operator::Equal => matches!(value, Value::Date(Date::Instant(_))),
        Operator::In | Operator::NotIn => false,
        Operator::NotEqual => !negated,
        _ => !matches!(value, Value::Date(Date::Relative(_))),
    };
    if written {
        f.write_str(operator.as_str())?;
    }
    let comparison = !written && !on.array && field_kind(dialect, on.name()) == FieldKind::Text;
    self::value(f, value, comparison)
}

fn value(f: &mut Formatter<'_>, value: &Value, comparison: bool) -> fmt::Result {
    match value {
        Value::Text(pattern) => text(f, pattern, comparison),
        Value::Texts(patterns) => list(f, patterns, item),
        Value::Numbers(numbers) => list(f, numbers, |f, number| number.fmt(f)),
        Value::Number(number) => number.fmt(f),
        Value::Duration(duration) => duration.fmt(f),
        Value::Size(size) => size.fmt(f),
        Value::Percentage(percentage) => percentage.fmt(f),
        Value::Boolean(value) => value.fmt(f),
        Value::Date(date) => self::date(f, date),
        Value::Regex(regex) => regex_pattern(f, &regex.pattern),
    }
}

fn list<T>(
    f: &mut Formatter<'_>,
    items: &[T],
    one: impl Fn(&mut Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    f.write_char('[')?;
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        one(f, item)?;
    }
    f.write_char(']')
}

fn date(f: &mut Formatter<'_>, date: &Date) -> fmt::Result {
    match date {
        Date::Relative(relative) => relative.fmt(f),
        Date::Day(at) => day(f, *at),
        Date::Instant(at) if at.is_midnight() => day(f, *at),
        Date::Instant(at) | Date::Around(at) => at.fmt(f),
    }
}

fn day(f: &mut Formatter<'_>, at: Timestamp) -> fmt::Result {
    let (year, month, day) = at.date();
    write!(f, "{year:04}-{month:02}-{day:02}")
}

fn regex_pattern(f: &mut Formatter<'_>, pattern: &str) -> fmt::Result {
    // Only slashes that would end the pattern need the escape.
    let ends_early = pattern.match_indices("//").any(|(at, _)| {
        let mut end = Cursor::at(pattern, at + 2);
        end.is_end() && at > 0 || end.eat(b'/')
    });
    if ends_early || pattern.ends_with('/') {
        write!(f, "//{}//", pattern.replace("//", "\\/\\/"))
    } else {
        write!(f, "//{pattern}//")
    }
}

fn key(f: &mut Formatter<'_>, dialect: Dialect, key: &Key) -> fmt::Result {
    let name = key.name();
    if key.form != KeyForm::Field {
        f.write_str(name)?;
    } else if name.contains(':') {
        match documented_name(dialect, name).filter(|_| !key.array) {
            Some(documented) => f.write_str(documented)?,
            None => write!(f, "\"{name}\"")?,
        }
    } else if key.array {
        f.write_str(name)?;
    } else {
        f.write_str(documented_name(dialect, name).unwrap_or(name))?;
    }
    if key.array {
        f.write_str("[*]")?;
    }
    Ok(())
}

fn has(f: &mut Formatter<'_>, dialect: Dialect, has: &Has) -> fmt::Result {
    if has.negated {
        f.write_char('!')?;
    }
    f.write_str("has:")?;
    match &has.keys {
        HasKeys::One(one) => key(f, dialect, one),
        HasKeys::List(keys) => list(f, keys, |f, one| key(f, dialect, one)),
    }
}

fn is(f: &mut Formatter<'_>, is: &Is) -> fmt::Result {
    let sign = if is.negated { "!" } else { "" };
    write!(f, "{sign}is:{}", is.value.name)
}

fn aggregate(f: &mut Formatter<'_>, aggregate: &Aggregate) -> fmt::Result {
    write!(f, "{}:", aggregate.function.call)?;
    if let Value::Text(pattern) = &aggregate.value {
        // Text of a function is a percentage without its sign, or a date with its operator.
        let mut rest = Cursor::at(pattern.raw(), 0);
        rest.operator();
        let percentage = rest.num().is_some() && rest.peek().is_none();
        let sign = if percentage { "%" } else { "" };
        return write!(f, "{}{sign}", pattern.raw());
    }
    let relative = matches!(aggregate.value, Value::Date(Date::Relative(_)));
    if aggregate.operator != Operator::Equal && !relative {
        f.write_str(aggregate.operator.as_str())?;
    }
    value(f, &aggregate.value, false)
}

fn free_text(f: &mut Formatter<'_>, text: &FreeText) -> fmt::Result {
    if text.quoted {
        quoted(f, text.pattern.raw())
    } else {
        f.write_str(text.pattern.raw())
    }
}

/// Text after a colon: bare where that reads back the same, else in quotes.
///
/// `comparison` says that text such as `>5` stays text there.
fn text(f: &mut Formatter<'_>, pattern: &Pattern, comparison: bool) -> fmt::Result {
    let raw = pattern.raw();
    if is_bare_value(raw) || (comparison && is_bare_comparison(raw)) {
        bare(f, raw)
    } else {
        quoted(f, raw)
    }
}

fn item(f: &mut Formatter<'_>, pattern: &Pattern) -> fmt::Result {
    let raw = pattern.raw();
    let plain = !raw.is_empty()
        && !raw.contains(['(', ')', ',', ' ', '[', ']', '"'])
        && !raw.starts_with('"');
    if plain || raw.ends_with('\\') {
        bare(f, raw)
    } else {
        quoted(f, raw)
    }
}

fn bare(f: &mut Formatter<'_>, raw: &str) -> fmt::Result {
    for c in raw.chars() {
        if c == '"' {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    Ok(())
}

fn quoted(f: &mut Formatter<'_>, raw: &str) -> fmt::Result {
    f.write_char('"')?;
    bare(f, raw)?;
    f.write_char('"')
}

/// Says whether the text may stand after a colon or operator without quotes.
fn is_bare_value(raw: &str) -> bool {
    if raw.ends_with('\\') && !raw.contains(['(', ')', '\t', '\n', ' ']) {
        // A closing quote after a backslash would not close.
        return true;
    }
    let Some(first) = raw.chars().next() else {
        return false;
    };
    let starts_otherwise = matches!(first, '>' | '<' | '=' | '!' | '[' | '\u{F00D}')
        || raw.starts_with("!=")
        || raw.starts_with("//");
    let number_ends = matches!(first, '0'..='9' | '-') && raw.contains([',', ']']);
    !starts_otherwise && !number_ends && !raw.contains(['(', ')', '\t', '\n', ' ', '"'])
}

/// Says whether the text is a comparison of a key that takes none, which reads back as text.
fn is_bare_comparison(raw: &str) -> bool {
    let rest = raw.trim_start_matches(['>', '<']);
    let rest = rest.strip_prefix('=').unwrap_or(rest);
    raw.len() - rest.len() <= 2
        && raw.starts_with(['>', '<'])
        && rest.starts_with(|c: char| c.is_alphanumeric())
        && is_bare_value(rest)
}
