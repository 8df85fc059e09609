//! Makes the query, and says which words are in it.

use super::conflict;
use super::filter;
use super::interpretation::{Interpretation, Part, Reading};
use super::piece::{self, Gap, Kind, Piece};
use super::whole;
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
    let mut pieces = whole::join_lists(pieces);
    whole::complete(&mut pieces, dataset);
    let filters = conflict::without(&mut pieces, dataset);
    for piece in &mut pieces {
        if matches!(piece.kind, Kind::Gap(Gap { or: true, .. })) {
            piece.reject();
        }
    }
    let parts = parts(words, piece::merge(pieces), &filters, dataset);
    let mut terms = Vec::new();
    for term in filters.into_iter().flat_map(|(_, terms)| terms) {
        let mut before = terms.iter().take(LOOKED_THROUGH);
        if !before.any(|old| *old == term) {
            terms.push(term);
        }
    }
    for part in parts.iter().filter(|part| part.reading == Reading::Text) {
        terms.extend(texts(words.written_in(part.span), dataset));
    }
    let query = Query::unwritten(dataset.dialect(), terms);
    Interpretation { query, parts }
}

fn parts(
    words: &Words<'_>,
    pieces: Vec<Piece>,
    filters: &[(usize, Vec<Term>)],
    dataset: Dataset,
) -> Vec<Part> {
    let mut filters = filters.iter();
    let with_words = pieces.into_iter().filter(|piece| piece.first < piece.end);
    let part = |piece: Piece| {
        let reading = match piece.kind {
            Kind::Unknown => Reading::Text,
            Kind::Gap(_) => Reading::Filler,
            Kind::Asks { .. } => {
                let own = filters.find(|(first, _)| *first == piece.first);
                reading(own.map_or(&[], |(_, terms)| terms), dataset)
            }
        };
        let span = words.span(piece.first, piece.end);
        Part { span, reading }
    };
    with_words.map(part).collect()
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
