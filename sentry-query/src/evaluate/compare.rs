use std::borrow::Cow;
use std::cmp::Ordering;

use super::{FieldValue, Record, has_code, same_text, version};
use crate::Timestamp;
use crate::ast::{Date, Filter, Operator, Pattern, Value};
use crate::schema::is_value;

/// Decides one filter.
pub(super) fn filter(filter: &Filter, record: &impl Record, now: Timestamp) -> bool {
    let key = filter.key.name();
    let negative = filter.operator.is_negative();
    let positive = filter.operator.negated_if(negative);
    if key == "message" {
        match &filter.value {
            Value::Text(pattern) => return message(pattern, record) != negative,
            Value::Texts(patterns) => {
                return patterns.iter().any(|pattern| message(pattern, record)) != negative;
            }
            _ => {}
        }
    }
    let field = record.field(key);
    matches(&field, key, positive, &filter.value, now) != negative
}

/// Text may stand anywhere in the message or title; no text is no message.
pub(super) fn message(pattern: &Pattern, record: &impl Record) -> bool {
    let (message, title) = (record.field("message"), record.field("title"));
    if pattern.raw().is_empty() {
        return message.is_empty() && title.is_empty();
    }
    within(&message, pattern) || within(&title, pattern)
}

fn within(field: &FieldValue<'_>, pattern: &Pattern) -> bool {
    match field {
        FieldValue::Many(values) => values.iter().any(|value| within(value, pattern)),
        value if value.is_empty() => false,
        value => pattern.is_within(&spelled(value)),
    }
}

/// Decides a comparison that is not negated.
fn matches(
    field: &FieldValue<'_>,
    key: &str,
    operator: Operator,
    value: &Value,
    now: Timestamp,
) -> bool {
    if let FieldValue::Many(values) = field
        && !field.is_empty()
    {
        let mut set = values.iter().filter(|value| !value.is_empty());
        return set.any(|field| matches(field, key, operator, value, now));
    }
    match value {
        Value::Text(pattern) if operator == Operator::Equal => text(field, key, pattern),
        Value::Text(pattern) => {
            let order = match field {
                FieldValue::Missing | FieldValue::Many(_) => None,
                FieldValue::Number(number) => pattern
                    .raw()
                    .parse()
                    .ok()
                    .and_then(|value| number.partial_cmp(&value)),
                field => version::compare(&spelled(field), &pattern.text()),
            };
            holds(operator, order)
        }
        Value::Texts(patterns) => patterns.iter().any(|pattern| text(field, key, pattern)),
        Value::Number(number) => holds(operator, numeric(field, number.0)),
        Value::Numbers(numbers) => numbers
            .iter()
            .any(|number| holds(Operator::Equal, numeric(field, number.0))),
        Value::Duration(duration) => holds(operator, numeric(field, duration.as_millis())),
        Value::Size(size) => holds(operator, numeric(field, size.as_bytes())),
        Value::Percentage(percentage) => holds(operator, numeric(field, percentage.as_fraction())),
        Value::Boolean(value) => boolean(field) == Some(*value),
        Value::Date(date) => self::date(field, operator, date, now),
        // Refused before anything is compared.
        Value::Regex(_) => false,
    }
}

fn holds(operator: Operator, order: Option<Ordering>) -> bool {
    let Some(order) = order else { return false };
    match operator {
        Operator::Equal | Operator::In => order == Ordering::Equal,
        Operator::NotEqual | Operator::NotIn => order != Ordering::Equal,
        Operator::Greater => order == Ordering::Greater,
        Operator::GreaterOrEqual => order != Ordering::Less,
        Operator::Less => order == Ordering::Less,
        Operator::LessOrEqual => order != Ordering::Greater,
    }
}

fn text(field: &FieldValue<'_>, key: &str, pattern: &Pattern) -> bool {
    if field.is_empty() || pattern.raw().is_empty() {
        return field.is_empty() && pattern.raw().is_empty();
    }
    match field {
        FieldValue::Number(_) if matches!(key, "status" | "substatus") => {
            let row = is_value(&pattern.raw().to_lowercase()).filter(|row| row.key == key);
            match row {
                Some(row) => has_code(field, key, row.code),
                None => pattern.matches(&spelled(field)),
            }
        }
        FieldValue::Number(number) => match pattern.raw().parse::<f64>() {
            Ok(value) => number.partial_cmp(&value) == Some(Ordering::Equal),
            Err(_) => pattern.matches(&spelled(field)),
        },
        FieldValue::Boolean(value) => match pattern.raw() {
            "1" => *value,
            "0" => !*value,
            word => same_text(word, if *value { "true" } else { "false" }),
        },
        field => {
            let text = spelled(field);
            let same_version = || {
                key == "release.version"
                    && version::compare(&text, &pattern.text()) == Some(Ordering::Equal)
            };
            pattern.matches(&text) || same_version()
        }
    }
}

/// A single value as text.
fn spelled<'a>(field: &'a FieldValue<'_>) -> Cow<'a, str> {
    match field {
        FieldValue::Text(text) => Cow::Borrowed(text),
        FieldValue::Number(number) => Cow::Owned(number.to_string()),
        FieldValue::Boolean(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
        FieldValue::Time(time) => Cow::Owned(time.to_string()),
        FieldValue::Missing | FieldValue::Many(_) => Cow::Borrowed(""),
    }
}

fn numeric(field: &FieldValue<'_>, value: f64) -> Option<Ordering> {
    let number = match field {
        FieldValue::Number(number) => *number,
        FieldValue::Text(text) => text.parse().ok()?,
        FieldValue::Boolean(truth) => f64::from(u8::from(*truth)),
        FieldValue::Missing | FieldValue::Time(_) | FieldValue::Many(_) => return None,
    };
    number.partial_cmp(&value)
}

fn boolean(field: &FieldValue<'_>) -> Option<bool> {
    match field {
        FieldValue::Boolean(value) => Some(*value),
        FieldValue::Number(number) => Some(*number != 0.0),
        FieldValue::Text(text) if same_text(text, "true") || text == "1" => Some(true),
        FieldValue::Text(text) if same_text(text, "false") || text == "0" => Some(false),
        _ => None,
    }
}

fn date(field: &FieldValue<'_>, operator: Operator, date: &Date, now: Timestamp) -> bool {
    let at = match field {
        FieldValue::Time(at) => *at,
        FieldValue::Text(text) => match Timestamp::parse(text) {
            Some(at) => at,
            None => return false,
        },
        _ => return false,
    };
    match (date, date.bounds(now)) {
        (Date::Instant(value), _) => holds(operator, Some(at.cmp(value))),
        // "Longer ago than" includes its instant, unlike the end of a window.
        (Date::Relative(_), (None, Some(until))) => at <= until,
        (_, (from, until)) => {
            from.is_none_or(|from| from <= at) && until.is_none_or(|until| at < until)
        }
    }
}
