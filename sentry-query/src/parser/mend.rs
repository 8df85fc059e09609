use std::collections::HashMap;

use super::Parser;
use crate::Span;
use crate::ast::{BooleanWord, Operator, Term, Value};
use crate::diagnostic::{Code, Suggestion};

/// Replacements for boolean words, which issue search does not have.
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

    /// `a:x || a:y` as `a:[x, y]`.
    pub(super) fn list_of(&self, left: Option<&Term>, right: Option<&Term>) -> Option<Suggestion> {
        let (left, right) = (left?, right?);
        let ((key, first), (other, second)) = (self.listable(left)?, self.listable(right)?);
        Self::suggest(
            left.span().to(right.span()),
            format!("{key}:[{first}, {second}]"),
        )
        .filter(|_| key == other)
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
}

/// The terms that an `OR` joins with those around it, each second one an `OR`.
fn alternatives(terms: &[Term], or: usize) -> &[Term] {
    let mut end = or;
    while terms.get(end).is_some_and(Term::is_or) && end + 1 < terms.len() {
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
