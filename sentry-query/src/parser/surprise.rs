use super::Parser;
use super::filter::Keyed;
use crate::ast::{FreeText, Operator, Term};
use crate::diagnostic::{Code, Suggestion};
use crate::schema::FieldKind;
use crate::{Span, Text};

/// What Sentry accepts although it hardly means what was meant.
impl<'a> Parser<'a> {
    pub(super) fn warn_of_surprises(&mut self, terms: &[Term]) {
        for (index, term) in terms.iter().enumerate() {
            match term {
                Term::FreeText(text) if !text.quoted => {
                    self.warn_of_text(text, terms.get(index + 1));
                }
                Term::Group(group) => self.warn_of_surprises(&group.terms),
                Term::Boolean(word) if !self.dialect.has_boolean_logic() => {
                    self.suggest_list(terms, index, word.span);
                }
                _ => {}
            }
        }
    }

    fn warn_of_text(&mut self, text: &FreeText, next: Option<&Term>) {
        let written = text.pattern.raw();
        if written.starts_with("!(") || (written == "!" && matches!(next, Some(Term::Group(_)))) {
            self.report(Code::NegatedGroup, text.span);
            return;
        }
        let is_not = |word: &str| word.eq_ignore_ascii_case("not");
        let last = written.rsplit(' ').next().unwrap_or_default();
        if is_not(last)
            && let Some(Term::Filter(_) | Term::Has(_) | Term::Is(_)) = next
        {
            let start = text.span.end() - last.len();
            let end = next.map_or(text.span.end(), |term| term.span().start());
            let span = Span::new(start, text.span.end());
            let replacement = Self::suggest(Span::new(start, end), "!");
            self.report(Code::NotWord, span).suggestion = replacement;
        } else if let Some(word) = written.split(' ').next().filter(|word| is_not(word))
            && written.len() > word.len()
        {
            let span = Span::new(text.span.start(), text.span.start() + word.len());
            self.report(Code::NotWord, span);
        }
        if written.starts_with('(') && !self.dialect.has_boolean_logic() && written.contains(':') {
            let inner = written
                .strip_prefix('(')
                .and_then(|rest| rest.strip_suffix(')'));
            let suggestion = inner.and_then(|inner| {
                Self::suggest(text.span, inner.trim_matches(' ')).filter(|_| !inner.contains('('))
            });
            self.report(Code::GroupAsText, text.span).suggestion = suggestion;
        }
    }

    /// `a:x OR a:y` in issue search is spelled `a:[x, y]`.
    fn suggest_list(&mut self, terms: &[Term], index: usize, word: Span) {
        let suggestion = self.list_for(terms, index);
        let problem = self
            .diagnostics
            .iter_mut()
            .find(|problem| problem.code == Code::BooleanUnsupported && problem.span == word);
        if let (Some(problem), Some(suggestion)) = (problem, suggestion) {
            problem.suggestion = Some(suggestion);
        }
    }

    fn list_for(&self, terms: &[Term], index: usize) -> Option<Suggestion> {
        let Term::Boolean(operator) = terms.get(index)? else {
            return None;
        };
        let left = terms.get(index.checked_sub(1)?)?;
        let right = terms.get(index + 1)?;
        if operator.word == crate::ast::BooleanWord::And {
            return Self::suggest(Span::new(left.span().end(), right.span().start()), " ");
        }
        let first = (0..index)
            .rev()
            .step_by(2)
            .take_while(|at| self.is_or_before(terms, *at + 1))
            .last()
            .unwrap_or(index - 1);
        let last = (index + 1..terms.len())
            .step_by(2)
            .take_while(|at| self.is_or_before(terms, *at - 1))
            .last()?;
        let mut values = Vec::new();
        let mut shared: Option<&str> = None;
        for term in terms.get(first..=last)?.iter().step_by(2) {
            let (key, value) = self.listable(term)?;
            if *shared.get_or_insert(key) != key {
                return None;
            }
            values.push(value);
        }
        let span = terms.get(first)?.span().to(terms.get(last)?.span());
        Self::suggest(span, format!("{}:[{}]", shared?, values.join(", ")))
    }

    fn is_or_before(&self, terms: &[Term], at: usize) -> bool {
        let between = matches!(terms.get(at), Some(Term::Boolean(operator))
            if operator.word == crate::ast::BooleanWord::Or);
        between && !self.dialect.has_boolean_logic()
    }

    /// The key to list values under, and the value, as they are written.
    fn listable(&self, term: &Term) -> Option<(&'a str, &'a str)> {
        match term {
            Term::Is(is) if !is.negated && is.value.key == "status" => {
                Some(("status", is.value.name))
            }
            Term::Filter(filter)
                if filter.operator == Operator::Equal
                    && matches!(
                        filter.value,
                        crate::ast::Value::Text(_) | crate::ast::Value::Number(_)
                    ) =>
            {
                let value = self.str(filter.value_span);
                let plain = value.starts_with('"') || !value.contains([',', '[', ']', '>', '<']);
                plain.then(|| (self.str(filter.key.span), value))
            }
            _ => None,
        }
    }

    /// `duration:>3s`: the operator is part of the text, since the key takes none.
    pub(super) fn warn_operator_in_text(
        &mut self,
        keyed: &Keyed<'a>,
        operator: Option<(Operator, Span)>,
        value: Span,
    ) {
        let Some((_, at)) = operator else { return };
        let digits = self.str(value).starts_with(|c: char| c.is_ascii_digit());
        if digits {
            self.report_key(Code::OperatorInText, &keyed.key, at.to(value));
        }
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
