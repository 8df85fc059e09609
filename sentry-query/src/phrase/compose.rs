//! Makes the query, and says which words are in it.

use super::agreement;
use super::filter;
use super::interpretation::{Interpretation, Part, Reading};
use super::piece::{self, Gap, Kind, Piece};
use super::words::Words;
use crate::ast::Term;
use crate::{Dataset, Query};

/// How many terms a new one is compared with; phrases have fewer.
const LOOKED_THROUGH: usize = 64;

pub(super) fn interpretation(
    words: &Words<'_>,
    pieces: Vec<Piece>,
    dataset: Dataset,
) -> Interpretation {
    let mut pieces = agreement::join_lists(pieces);
    agreement::complete(&mut pieces, dataset);
    let mut filters = Vec::new();
    for piece in &mut pieces {
        match &piece.kind {
            Kind::Asks { conditions, .. } => {
                let terms = conditions.iter().map(|one| filter::term(one, dataset));
                // A value that the language cannot spell stays unknown.
                match terms.collect::<Option<Vec<Term>>>() {
                    Some(terms) => filters.push((piece.first, terms)),
                    None => piece.kind = Kind::Unknown,
                }
            }
            Kind::Gap(Gap { or: true, .. }) => piece.kind = Kind::Unknown,
            _ => {}
        }
    }
    let pieces = piece::merge(pieces);
    let mut query = Query::unwritten(dataset.dialect(), Vec::new());
    let mut readings = filters.iter();
    let mut parts = Vec::new();
    for piece in pieces.iter().filter(|piece| piece.first < piece.end) {
        let reading = match piece.kind {
            Kind::Unknown => Reading::Text,
            Kind::Gap(_) => Reading::Filler,
            Kind::Asks { .. } => {
                let terms = readings.find(|(first, _)| *first == piece.first);
                let terms = terms.map_or(&[][..], |(_, terms)| terms);
                reading(terms, dataset)
            }
        };
        let span = words.span(piece.first, piece.end);
        parts.push(Part { span, reading });
    }
    let terms = filters.into_iter().flat_map(|(_, terms)| terms);
    for term in terms {
        if !query
            .terms
            .iter()
            .take(LOOKED_THROUGH)
            .any(|old| *old == term)
        {
            query.terms.push(term);
        }
    }
    for part in parts.iter().filter(|part| part.reading == Reading::Text) {
        query
            .terms
            .extend(texts(words.written_in(part.span), dataset));
    }
    Interpretation { query, parts }
}

/// What a part is read as that stands for these filters.
fn reading(terms: &[Term], dataset: Dataset) -> Reading {
    if terms.is_empty() {
        return Reading::Filler;
    }
    let query = Query::unwritten(dataset.dialect(), terms.to_vec());
    Reading::Filter(query.to_string())
}

/// The text as one term, or, where that has no spelling, those of its words that have one.
fn texts(text: &str, dataset: Dataset) -> Vec<Term> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = filter::text(&words.join(" "), dataset);
    match whole {
        Some(term) => vec![term],
        None => words
            .iter()
            .filter_map(|word| filter::text(word, dataset))
            .collect(),
    }
}
