//! Words that turn around what follows where nobody understands how: "issues that should be
//! resolved", "errors before yesterday", "don't show warnings".

use super::filler::noun_len;
use super::piece::{Kind, Piece, Place};
use super::words::Words;
use crate::Dataset;

/// How far such a word reaches, at most to a comma.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// To what it stands before, and what that is joined with.
    Next,
    Rest,
}

/// What is turned around while a phrase is read.
pub(super) struct Turn {
    dataset: Dataset,
    reach: Option<Reach>,
    /// Something was turned around, and no `and` or `or` followed.
    spent: bool,
}

impl Turn {
    pub(super) fn new(dataset: Dataset) -> Self {
        Self {
            dataset,
            reach: None,
            spent: false,
        }
    }

    /// Takes the meaning from words that are turned around; `before` is what was read before them.
    pub(super) fn apply(
        &mut self,
        words: &Words<'_>,
        at: usize,
        kind: &mut Kind,
        before: &[Piece],
    ) {
        match kind {
            Kind::Unknown => {
                if let Some(reach) = reach(words, at, before) {
                    self.reach = Some(self.reach.filter(|_| !self.spent).unwrap_or(reach));
                    self.spent = false;
                } else if !is_transparent(words, at, self.dataset) {
                    self.reach = None;
                }
            }
            Kind::Gap(gap) => self.spent &= !(gap.and || gap.or),
            Kind::Asks {
                place, conditions, ..
            } => {
                if self.reach == Some(Reach::Next) && self.spent {
                    self.reach = None;
                }
                if self.reach.is_some() {
                    self.spent |= !conditions.is_empty() && !describes(*place);
                    *kind = Kind::Unknown;
                }
            }
        }
    }

    pub(super) fn end(&mut self) {
        self.reach = None;
    }
}

fn reach(words: &Words<'_>, at: usize, before: &[Piece]) -> Option<Reach> {
    let word = words.at(at);
    let found = word == "not" && words.at(at + 1) == "found";
    let all = |word| matches!(word, "all" | "anything" | "everything" | "nothing");
    let but = word == "but" && (all(words.before(at)) || all(words.before(at.saturating_sub(1))));
    let marked = word.strip_prefix('!').is_some_and(|rest| !rest.is_empty());
    if found || !(but || marked || NEXT.contains(&word)) {
        return None;
    }
    let starts = match before {
        [] => true,
        [only] => matches!(only.kind, Kind::Gap(_)),
        _ => false,
    };
    let rest = starts && REST.contains(&word);
    Some(if rest { Reach::Rest } else { Reach::Next })
}

/// Whether a noun may follow, which is then turned around as well.
fn describes(place: Place) -> bool {
    matches!(place, Place::BeforeNoun | Place::Adjective | Place::Leading)
}

/// Whether a word that is not understood may stand between the two.
fn is_transparent(words: &Words<'_>, at: usize, dataset: Dataset) -> bool {
    VERBS.contains(&words.at(at)) || noun_len(words, at, dataset).is_some()
}

const NEXT: &[&str] = &[
    "after",
    "ain",
    "almost",
    "aren",
    "avoid",
    "barely",
    "before",
    "between",
    "by",
    "can",
    "cannot",
    "ceased",
    "compared",
    "could",
    "didn",
    "do",
    "does",
    "doesn",
    "don",
    "exclude",
    "excluding",
    "except",
    "formerly",
    "had",
    "hadn",
    "hardly",
    "hasn",
    "haven",
    "hide",
    "hiding",
    "ignore",
    "ignoring",
    "instead",
    "isn",
    "longer",
    "may",
    "maybe",
    "might",
    "minus",
    "must",
    "nearly",
    "neither",
    "never",
    "no",
    "non",
    "nor",
    "nobody",
    "not",
    "nothing",
    "omit",
    "opposite",
    "outside",
    "partially",
    "partly",
    "previously",
    "rarely",
    "rather",
    "should",
    "shouldn",
    "since",
    "skip",
    "stop",
    "stopped",
    "stops",
    "supposed",
    "supposedly",
    "than",
    "till",
    "to",
    "unless",
    "unlike",
    "unlikely",
    "until",
    "versus",
    "vs",
    "wasn",
    "weren",
    "will",
    "without",
    "won",
    "would",
    "wouldn",
    "yet",
];

/// At the start of a request these are about all of it.
const REST: &[&str] = &[
    "avoid", "do", "don", "exclude", "hide", "ignore", "neither", "never", "no", "omit", "skip",
    "stop",
];

/// Words around what happens, and around requests.
const VERBS: &[&str] = &[
    "affect",
    "affecting",
    "affects",
    "appear",
    "appears",
    "but",
    "come",
    "comes",
    "coming",
    "count",
    "errors",
    "even",
    "exist",
    "exists",
    "give",
    "happen",
    "happens",
    "have",
    "i",
    "include",
    "includes",
    "including",
    "it",
    "list",
    "longer",
    "me",
    "more",
    "much",
    "need",
    "occur",
    "occurs",
    "really",
    "see",
    "show",
    "showing",
    "so",
    "want",
    "warnings",
    "we",
];
