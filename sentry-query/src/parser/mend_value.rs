use super::Parser;
use super::filter::Keyed;
use crate::diagnostic::Suggestion;
use crate::schema::FieldKind;
use crate::{Span, Text};

/// Replacements for values that their keys do not take.
impl<'a> Parser<'a> {
    /// `release: 2.1` without the space; `TypeError: x is undefined` as a phrase.
    pub(super) fn mended_missing(&self, keyed: &Keyed<'a>, at: Span) -> Option<Suggestion> {
        let rest = self.text.get(at.end()..)?;
        if rest.starts_with('(') {
            let list = self.mended_list_at(at)?;
            return list.replacement.contains(", ").then_some(list);
        }
        // A little is enough to tell, and keeps many of these linear.
        let line_len = rest
            .char_indices()
            .nth(200)
            .map_or(rest.len(), |(end, _)| end);
        let line = rest.get(..line_len)?.trim_end_matches(' ');
        let next = line.trim_start_matches(' ');
        let gap = line.len() - next.len();
        let word = next.split(' ').next().unwrap_or_default();
        let plain = !next.contains(['"', '\n', ':', '\\']);
        let message = self
            .str(keyed.key.span)
            .starts_with(|c: char| c.is_ascii_uppercase());
        if message && plain && line_len == rest.len() && !keyed.negated {
            let span = Span::new(keyed.start, at.end() + line.len());
            return Self::suggest(span, format!("\"{}\"", self.str(span)));
        }
        let joined = gap > 0
            && !message
            && word.starts_with(|c: char| c.is_alphanumeric() || c == '"')
            && !word.contains(':');
        let gap = Span::new(at.end(), at.end() + gap);
        if joined { Self::suggest(gap, "") } else { None }
    }

    /// A replacement for a value that the key does not take.
    pub(super) fn mended_value(
        &self,
        keyed: &Keyed<'a>,
        raw: &Text,
        span: Span,
    ) -> Option<Suggestion> {
        match keyed.kind {
            FieldKind::Date => self.mended_date(keyed, raw, span),
            FieldKind::Boolean => {
                let value = match raw.to_ascii_lowercase().trim_start_matches('=') {
                    "yes" | "y" | "on" | "true" | "1" => "true",
                    "no" | "n" | "off" | "false" | "0" => "false",
                    _ => return None,
                };
                Self::suggest(Span::new(keyed.value.pos(), span.end()), value)
            }
            FieldKind::Number | FieldKind::Duration | FieldKind::Size => {
                let value = mended_number(raw, keyed.kind)?;
                Self::suggest(Span::new(keyed.value.pos(), span.end()), value)
            }
            FieldKind::Text | FieldKind::OrderedText => None,
        }
    }

    /// A negated or compared relative date has a spelling; so has a unit that was written out.
    fn mended_date(&self, keyed: &Keyed<'a>, raw: &Text, span: Span) -> Option<Suggestion> {
        // `!=` is not in the text, and `=` says nothing.
        let operator = self.str(Span::new(keyed.value.pos(), span.start()));
        let negated = keyed.negated != operator.starts_with("!=");
        if let Some(date) = mended_calendar(raw).filter(|_| !negated) {
            return Self::suggest(Span::new(keyed.value.pos(), span.end()), date);
        }
        let whole = Span::new(keyed.start, span.end());
        let key = self.str(keyed.key.span);
        let (comparison, rest) = match raw.as_bytes().first()? {
            b'>' => (Some(true), raw.trim_start_matches(['>', '='])),
            b'<' => (Some(false), raw.trim_start_matches(['<', '='])),
            _ => (None, raw.as_str()),
        };
        let (sign, amount) = match rest.split_at_checked(1)? {
            ("-", amount) => (Some(true), amount),
            ("+", amount) => (Some(false), amount),
            _ => (None, rest),
        };
        let digits = amount.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = amount.split_at_checked(digits)?;
        let (number, unit) = match unit {
            "m" | "min" | "mins" | "minute" | "minutes" => (number.parse().ok()?, "m"),
            "h" | "hr" | "hrs" | "hour" | "hours" => (number.parse().ok()?, "h"),
            "d" | "day" | "days" => (number.parse().ok()?, "d"),
            "w" | "wk" | "week" | "weeks" => (number.parse().ok()?, "w"),
            "mo" | "month" | "months" => (number.parse::<u32>().ok()?.checked_mul(30)?, "d"),
            "y" | "yr" | "year" | "years" => (number.parse::<u32>().ok()?.checked_mul(365)?, "d"),
            _ => return None,
        };
        // `age:<24h` speaks of the age, so that less is newer; `lastSeen:>-24h` of the instant.
        let newer = match (sign, comparison) {
            (Some(_), Some(after)) => after,
            (None, Some(more)) => !more,
            (Some(newer), None) => newer,
            (None, None) => true,
        };
        let sign = if newer == negated { '+' } else { '-' };
        Self::suggest(whole, format!("{key}:{sign}{number}{unit}"))
    }
}

/// `1,000`, `100+` and `3sec` as the language writes them.
fn mended_number(raw: &str, kind: FieldKind) -> Option<String> {
    let operand = raw.trim_start_matches(['>', '<', '=']);
    let operator = raw.get(..raw.len() - operand.len())?;
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '_');
    let unit = operand.trim_start_matches(numeric);
    let digits = operand
        .get(..operand.len() - unit.len())?
        .replace([',', '_'], "");
    if digits.is_empty() {
        return None;
    }
    let unit = match (unit, kind) {
        ("", _) => "",
        ("+", _) if operator.is_empty() => return Some(format!(">={digits}")),
        ("msec" | "msecs" | "millis" | "millisecond" | "milliseconds", FieldKind::Duration) => "ms",
        ("sec" | "secs" | "second" | "seconds", FieldKind::Duration) => "s",
        ("mins" | "minute" | "minutes", FieldKind::Duration) => "min",
        ("hrs" | "hour" | "hours", FieldKind::Duration) => "h",
        ("days", FieldKind::Duration) => "d",
        ("weeks", FieldKind::Duration) => "w",
        _ => return None,
    };
    Some([operator, &digits, unit].concat())
}

/// `today`, `2026/01/15` and `2026-01-15T12:00` as the language writes them.
fn mended_calendar(raw: &str) -> Option<String> {
    let date = raw.trim_start_matches(['>', '<', '=']);
    let operator = raw.get(..raw.len() - date.len())?;
    match (operator, date) {
        ("" | ">" | ">=", "today") => return Some("-1d".to_owned()),
        ("" | ">" | ">=", "yesterday") => return Some("-2d".to_owned()),
        _ => {}
    }
    let shape = |text: &str, shape: &str| {
        let fits = |(byte, want): (u8, u8)| byte == want || want == b'd' && byte.is_ascii_digit();
        text.len() == shape.len() && text.bytes().zip(shape.bytes()).all(fits)
    };
    if shape(date, "dddd/dd/dd") {
        return Some([operator, &date.replace('/', "-")].concat());
    }
    shape(date, "dddd-dd-ddTdd:dd").then(|| [operator, date, ":00"].concat())
}
