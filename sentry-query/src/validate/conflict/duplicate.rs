//! `level:error level:error`, `level:error OR level:error`: the same as it is written.

use std::collections::HashSet;

use super::super::Validator;
use crate::Span;
use crate::ast::Term;
use crate::diagnostic::{Code, quoted};

impl<'q> Validator<'q> {
    /// The same filter twice in what must all hold.
    pub(super) fn duplicates(&mut self, terms: &'q [Term]) {
        let mut seen = HashSet::new();
        let mut end = None;
        for term in terms {
            if is_filter(term) && !seen.insert(self.written(term)) {
                self.duplicate(term, end.unwrap_or_else(|| term.span().start()));
            }
            // An AND before it goes with it.
            if !matches!(term, Term::Boolean(_)) {
                end = Some(term.span().end());
            }
        }
    }

    /// The same filter twice among alternatives.
    pub(super) fn repeated_alternatives(&mut self, terms: &'q [Term]) {
        let mut seen = HashSet::new();
        let mut before: Option<&Term> = None;
        for side in terms.split(Term::is_or) {
            if let ([term], Some(before)) = (side, before)
                && is_filter(term)
                && seen.contains(self.written(term))
            {
                self.duplicate(term, before.span().end());
            }
            if let [term] = side {
                seen.insert(self.written(term));
            }
            before = side.last();
        }
    }

    fn written(&self, term: &Term) -> &'q str {
        let source: &'q str = self.source;
        term.span().slice(source)
    }

    /// Suggests to leave out the term and what stands before it from `start` on.
    fn duplicate(&mut self, term: &Term, start: usize) {
        let (source, span) = (self.source, term.span());
        if span.is_empty() {
            return;
        }
        let message = format!("{} stands here twice", quoted(self.written(term)));
        let finding = self.finding(Code::DuplicateFilter, span, message);
        // A neighbour without a space stays apart.
        let rest = source.get(span.end()..).unwrap_or_default();
        let ends = rest.is_empty() || rest.starts_with([' ', ')']);
        let gap = if ends { "" } else { " " };
        let finding = finding.replaced(source, Span::new(start, span.end()), gap);
        self.push(finding);
    }
}

fn is_filter(term: &Term) -> bool {
    matches!(
        term,
        Term::Filter(_) | Term::Has(_) | Term::Is(_) | Term::Aggregate(_)
    )
}
