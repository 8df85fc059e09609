//! Filters that nothing matches together, such as "new resolved issues", were meant otherwise.

use super::context;
use super::filter;
use super::piece::{Kind, Piece};
use crate::ast::Term;
use crate::{Code, Dataset, Query};

/// How often conflicts are looked for: each time those with the first filters are found.
const ROUNDS: usize = 4;

/// The terms of each piece that asks for something, with the first word of the piece; what
/// contradicts an earlier piece loses its meaning.
pub(super) fn without(pieces: &mut [Piece], dataset: Dataset) -> Vec<(usize, Vec<Term>)> {
    for _ in 0..ROUNDS {
        let filters = filters(pieces, dataset);
        let conflicting = conflicting(&filters, dataset);
        if conflicting.is_empty() {
            return filters;
        }
        reject(pieces, |piece| {
            conflicting.binary_search(&piece.first).is_ok()
        });
    }
    // Nobody knows what is meant by that many.
    reject(pieces, |piece| !piece.conditions().is_empty());
    filters(pieces, dataset)
}

fn filters(pieces: &mut [Piece], dataset: Dataset) -> Vec<(usize, Vec<Term>)> {
    let mut filters = Vec::new();
    for piece in pieces {
        if let Kind::Asks { conditions, .. } = &piece.kind {
            let terms = conditions.iter().map(|one| filter::term(one, dataset));
            match terms.collect::<Option<Vec<Term>>>() {
                Some(terms) => filters.push((piece.first, terms)),
                // A value that the language cannot spell.
                None => piece.reject(),
            }
        }
    }
    filters
}

/// The pieces, by their first words in order, that validation finds to contradict earlier ones.
fn conflicting(filters: &[(usize, Vec<Term>)], dataset: Dataset) -> Vec<usize> {
    let mut text = String::new();
    let mut ends = Vec::with_capacity(filters.len());
    for (first, terms) in filters {
        for term in terms {
            let query = Query::unwritten(dataset.dialect(), vec![term.clone()]);
            text.push_str(&query.to_string());
            text.push(' ');
        }
        ends.push((text.len(), *first));
    }
    let findings = dataset.parse(&text).validate(dataset);
    let conflicts = findings
        .iter()
        .filter(|finding| finding.code() == Code::ConflictingFilters);
    let piece = |start| ends.get(ends.partition_point(|(end, _)| *end <= start));
    let mut pieces: Vec<usize> = conflicts
        .filter_map(|finding| Some(piece(finding.span().start())?.1))
        .collect();
    pieces.sort_unstable();
    pieces
}

fn reject(pieces: &mut [Piece], is_rejected: impl Fn(&Piece) -> bool) {
    let mut around = Vec::new();
    for (at, piece) in pieces.iter_mut().enumerate() {
        if is_rejected(piece) {
            piece.reject();
            around.extend(context::neighbours(at));
        }
    }
    context::settle(pieces, around);
}
