use std::borrow::Cow;

use crate::ast::Term;
use crate::{Parse, Severity, Span};

/// The parts of a query for which Sentry refuses it, as they are written.
pub(super) struct Wrong<'q> {
    /// Those that are no part of the tree.
    pub(super) left_out: Vec<&'q str>,
    /// Those that are.
    pub(super) kept: Vec<&'q str>,
}

impl<'q> Wrong<'q> {
    pub(super) fn of(parsed: &'q Parse) -> Self {
        let mut terms = Vec::new();
        leaves(parsed.query.terms(), &mut terms);
        let mut wrong = Self {
            left_out: Vec::new(),
            kept: Vec::new(),
        };
        // Each byte is looked at once, however many errors there are.
        let mut done = 0;
        let errors = parsed.diagnostics().iter();
        for error in errors.filter(|error| error.severity() == Severity::Error) {
            let span = error.span();
            if span.start() < done {
                continue;
            }
            let after = terms.partition_point(|term| term.end() <= span.start());
            match terms.get(after) {
                Some(term) if term.start() <= span.start() => {
                    wrong.kept.push(term.slice(&parsed.source));
                    done = term.end();
                }
                next => {
                    let end = next.map_or(parsed.source.len(), |term| term.start());
                    let before = after.checked_sub(1).and_then(|before| terms.get(before));
                    let from = before.map_or(done, |term| term.end().max(done));
                    let part = word(&parsed.source, Span::new(from, end), span);
                    wrong.left_out.push(bare(part.slice(&parsed.source)));
                    done = part.end().max(span.start() + 1);
                }
            }
        }
        wrong
    }
}

/// The places of the terms that are no groups, in order.
fn leaves(terms: &[Term], out: &mut Vec<Span>) {
    for term in terms {
        match term {
            Term::Group(group) => leaves(&group.terms, out),
            term => out.push(term.span()),
        }
    }
}

/// What belongs to a wrong place in a gap between terms: up to the spaces around it.
fn word(source: &str, gap: Span, wrong: Span) -> Span {
    let before = Span::new(gap.start(), wrong.start()).slice(source);
    let start = before
        .rfind(' ')
        .map_or(gap.start(), |space| gap.start() + space + 1);
    let inside = wrong.end().clamp(wrong.start(), gap.end());
    let after = Span::new(inside, gap.end()).slice(source);
    let end = after.find(' ').map_or(gap.end(), |space| inside + space);
    Span::new(start, end)
}

/// Without the parentheses around it, unless there is nothing else.
fn bare(part: &str) -> &str {
    let inner = part.trim_matches(['(', ')', ' ']);
    if inner.is_empty() { part } else { inner }
}

/// As much as can be shown in a sentence.
pub(super) fn cut(part: &str) -> Cow<'_, str> {
    const LIMIT: usize = 60;
    let end = part.char_indices().nth(LIMIT).map(|(end, _)| end);
    match end.and_then(|end| part.get(..end)) {
        Some(start) => Cow::Owned([start, "…"].concat()),
        None => Cow::Borrowed(part),
    }
}
