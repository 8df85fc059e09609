use std::collections::HashMap;

use super::Parser;
use super::filter::Keyed;
use crate::ast::{BooleanWord, Operator, Term, Value};
use crate::diagnostic::{Code, Suggestion};
use crate::schema::FieldKind;
use crate::{Span, Text};

/// Replacements that mend what was refused.
impl<'a> Parser<'a> {
    /// Offers what issue search has instead of `AND` and `OR`: nothing, and a list.
    ///
    /// A whole run of alternatives is mended by one list, which the first `OR` of the run offers.
    pub(super) fn suggest_lists(&mut self, terms: &[Term]) {
        let mut suggestions: HashMap<usize, Suggestion> = HashMap::new();
        let mut index = 0;
        while let Some(term) = terms.get(index) {
            index += 1;
            let Term::Boolean(operator) = term else {
                continue;
            };
            self.step(1);
            let start = operator.span.start();
            if operator.word == BooleanWord::And {
                let suggestion = without_and(terms, index - 1);
                suggestions.extend(suggestion.map(|suggestion| (start, suggestion)));
                continue;
            }
            let alternatives = alternatives(terms, index - 1);
            self.step(alternatives.len());
            let suggestion = self.list_for(alternatives);
            suggestions.extend(suggestion.map(|suggestion| (start, suggestion)));
            index += alternatives.len().saturating_sub(2);
        }
        for problem in &mut self.diagnostics {
            if problem.code == Code::BooleanUnsupported && problem.suggestion.is_none() {
                problem.suggestion = suggestions.remove(&problem.span.start());
            }
        }
    }

    /// `a:x OR a:y` as `a:[x, y]`.
    fn list_for(&self, alternatives: &[Term]) -> Option<Suggestion> {
        let mut values = Vec::new();
        let mut shared: Option<&str> = None;
        for term in alternatives.iter().step_by(2) {
            let (key, value) = self.listable(term)?;
            if *shared.get_or_insert(key) != key {
                return None;
            }
            values.push(value);
        }
        let (left, right) = (alternatives.first()?, alternatives.last()?);
        let list = format!("{}:[{}]", shared?, values.join(", "));
        Self::suggest(left.span().to(right.span()), list)
    }

    /// The key to list values under, and the value, as they are written.
    fn listable(&self, term: &Term) -> Option<(&'a str, &'a str)> {
        match term {
            Term::Is(is) if !is.negated && is.value.key == "status" => {
                Some(("status", is.value.name))
            }
            Term::Filter(filter)
                if filter.operator == Operator::Equal
                    && matches!(filter.value, Value::Text(_) | Value::Number(_)) =>
            {
                let value = self.str(filter.value_span);
                // Right after the colon: no operator stands before it.
                let plain = filter.value_span.start() == filter.key.span.end() + 1
                    && (value.starts_with('"') || !value.contains([',', '[', ']', '>', '<']));
                plain.then(|| (self.str(filter.key.span), value))
            }
            _ => None,
        }
    }

    /// `(a:x OR a:y)` as `a:[x, y]`, without the parentheses.
    pub(super) fn suggest_lists_in(&mut self, span: Span, terms: &[Term]) {
        let whole = terms.len() > 2 && alternatives(terms, 1).len() == terms.len();
        let list = if whole { self.list_for(terms) } else { None };
        let Some(list) = list else { return };
        let mut inside = self.diagnostics.iter_mut().rev();
        let inside = inside
            .by_ref()
            .take_while(|problem| problem.span.start() >= span.start());
        if let Some(first) = inside.last()
            && first.code == Code::BooleanUnsupported
        {
            first.suggestion = Some(Suggestion {
                span,
                replacement: list.replacement,
            });
        }
    }

    /// `release: 2.1` without the space; `TypeError: x is undefined` as a phrase.
    pub(super) fn mended_missing(&self, keyed: &Keyed<'a>, at: Span) -> Option<Suggestion> {
        let rest = self.text.get(at.end()..)?;
        // A little is enough to tell, and keeps many of these linear.
        let line_len = rest
            .char_indices()
            .nth(200)
            .map_or(rest.len(), |(end, _)| end);
        let line = rest.get(..line_len)?.trim_end_matches(' ');
        let next = line.trim_start_matches(' ');
        let gap = line.len() - next.len();
        let word = next.split(' ').next().unwrap_or_default();
        let plain = !next.contains(['"', '(', ')', '\n', ':', '\\']);
        let message = self
            .str(keyed.key.span)
            .starts_with(|c: char| c.is_ascii_uppercase());
        if message && plain && line_len == rest.len() && !keyed.negated {
            let span = Span::new(keyed.start, at.end() + line.len());
            return Self::suggest(span, format!("\"{}\"", self.str(span)));
        }
        let joined = gap > 0
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
                let digits = raw.replace([',', '_'], "");
                let operator = digits.trim_start_matches(['>', '<', '=']);
                let fits = !operator.is_empty() && operator.bytes().all(|b| b.is_ascii_digit());
                Self::suggest(span, digits).filter(|_| fits)
            }
            FieldKind::Text | FieldKind::OrderedText => None,
        }
    }

    /// A negated or compared relative date has a spelling; so has a unit that was written out.
    fn mended_date(&self, keyed: &Keyed<'a>, raw: &Text, span: Span) -> Option<Suggestion> {
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
        let unit = match unit {
            "m" | "min" | "mins" | "minute" | "minutes" => "m",
            "h" | "hr" | "hrs" | "hour" | "hours" => "h",
            "d" | "day" | "days" => "d",
            "w" | "wk" | "week" | "weeks" => "w",
            _ => return None,
        };
        // `age:<24h` speaks of the age, so that less is newer; `lastSeen:>-24h` of the instant.
        let newer = match (sign, comparison) {
            (Some(_), Some(after)) => after,
            (None, Some(more)) => !more,
            (Some(newer), None) => newer,
            (None, None) => true,
        };
        let sign = if newer == keyed.negated { '+' } else { '-' };
        (digits > 0).then_some(())?;
        Self::suggest(whole, format!("{key}:{sign}{number}{unit}"))
    }
}

/// The terms that an `OR` joins with those around it, each second one an `OR`.
fn alternatives(terms: &[Term], or: usize) -> &[Term] {
    let is_or = |term: Option<&Term>| matches!(term, Some(Term::Boolean(operator)) if operator.word == BooleanWord::Or);
    let mut end = or;
    while is_or(terms.get(end)) && end + 1 < terms.len() {
        end += 2;
    }
    let start = or.saturating_sub(1);
    terms
        .get(start..end.min(terms.len()))
        .filter(|found| found.len() > 2)
        .unwrap_or_default()
}

/// `a AND b` as `a b`.
fn without_and(terms: &[Term], and: usize) -> Option<Suggestion> {
    let (left, right) = (terms.get(and.checked_sub(1)?)?, terms.get(and + 1)?);
    let span = Span::new(left.span().end(), right.span().start());
    Some(Suggestion {
        span,
        replacement: " ".to_owned(),
    })
}
