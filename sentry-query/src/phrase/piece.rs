use super::condition::Condition;
use super::grammar;
use super::turn::Turn;
use super::words::Words;
use crate::Dataset;

/// What some words of a phrase may mean, if they stand where they have to.
pub(super) struct Found {
    /// How many words it takes.
    pub(super) words: usize,
    pub(super) meaning: Meaning,
}

pub(super) enum Meaning {
    /// Words between others that ask for nothing themselves.
    Gap(Gap),
    Asks(Place, Vec<Condition>),
}

/// What the words between two pieces say about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "there may be each of them in one gap"
)]
pub(super) struct Gap {
    /// One of `in`, `with`, `about` and the like.
    pub(super) preposition: bool,
    /// A comma.
    pub(super) comma: bool,
    /// `and`.
    pub(super) and: bool,
    /// `or`.
    pub(super) or: bool,
}

/// Where a meaning has to stand to be one; anywhere else its words are text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Not right before an unknown word: a preposition, `and` or a comma stands between.
    Clause,
    /// As a clause, and not after an unknown word.
    Stated,
    /// Between words that are understood, or at an end.
    Strict,
    /// Before a noun.
    BeforeNoun,
    /// Before a noun, or as a strict one.
    Adjective,
    /// As an adjective, or first of all with other words before the noun.
    Leading,
    /// What is searched for, such as `issues`; at best between prepositions.
    Noun,
    /// A noun by its form, with at most one unknown side.
    Name,
}

impl Found {
    pub(super) fn new(words: usize, place: Place, condition: Condition) -> Self {
        Self::all(words, place, vec![condition])
    }

    pub(super) fn all(words: usize, place: Place, conditions: Vec<Condition>) -> Self {
        Self {
            words,
            meaning: Meaning::Asks(place, conditions),
        }
    }

    pub(super) fn gap(words: usize, gap: Gap) -> Self {
        Self {
            words,
            meaning: Meaning::Gap(gap),
        }
    }
}

/// A part of a phrase; gaps and unknown words never stand beside their like.
#[derive(Debug)]
pub(super) struct Piece {
    /// The first word.
    pub(super) first: usize,
    /// The word after the last one.
    pub(super) end: usize,
    pub(super) kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    Unknown,
    Gap(Gap),
    Asks {
        place: Place,
        conditions: Vec<Condition>,
        /// Whether a noun follows that it describes.
        leads: bool,
    },
}

impl Kind {
    pub(super) fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}

/// Splits a phrase into what its words may mean: the longest meaning at each place.
pub(super) fn scan(words: &Words<'_>, dataset: Dataset) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut turn = Turn::new(dataset);
    let mut at = 0;
    while at < words.len() {
        let found = grammar::longest(words, at, dataset);
        let (len, mut kind) = match found {
            None => (1, Kind::Unknown),
            Some(Found { words, meaning }) => (words.max(1), kind(meaning)),
        };
        let end = (at + len).min(words.len());
        turn.apply(words, at, &mut kind, &pieces);
        let comma = words.comma_after(end - 1);
        if comma {
            turn.end();
        }
        let comma = comma && !matches!(kind, Kind::Unknown);
        push(
            &mut pieces,
            Piece {
                first: at,
                end,
                kind,
            },
        );
        if comma {
            let kind = Kind::Gap(Gap {
                comma: true,
                ..Gap::default()
            });
            push(
                &mut pieces,
                Piece {
                    first: end,
                    end,
                    kind,
                },
            );
        }
        at = end;
    }
    pieces
}

fn kind(meaning: Meaning) -> Kind {
    match meaning {
        Meaning::Gap(gap) => Kind::Gap(gap),
        Meaning::Asks(place, conditions) => Kind::Asks {
            place,
            conditions,
            leads: false,
        },
    }
}

/// Adds a piece, to the last one where both are unknown or both are gaps.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    let Some(last) = pieces.last_mut() else {
        pieces.push(piece);
        return;
    };
    match (&mut last.kind, &piece.kind) {
        (Kind::Unknown, Kind::Unknown) => last.end = piece.end,
        (Kind::Gap(gap), Kind::Gap(more)) => {
            gap.preposition |= more.preposition;
            gap.comma |= more.comma;
            gap.and |= more.and;
            gap.or |= more.or;
            last.end = piece.end;
        }
        _ => pieces.push(piece),
    }
}

/// Makes runs of unknown words whole again: those beside each other, and the gaps between them,
/// since a text is searched for as it is written.
pub(super) fn merge(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut merged: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if piece.kind.is_unknown() {
            if let [.., before, gap] = &merged[..]
                && before.kind.is_unknown()
                && matches!(gap.kind, Kind::Gap(_))
            {
                merged.pop();
            }
            if let Some(last) = merged.last_mut()
                && last.kind.is_unknown()
            {
                last.end = piece.end;
                continue;
            }
        }
        push(&mut merged, piece);
    }
    merged
}

impl Piece {
    /// What it asks for: nothing where it is unknown, a gap or a mere noun.
    pub(super) fn conditions(&self) -> &[Condition] {
        match &self.kind {
            Kind::Asks { conditions, .. } => conditions,
            _ => &[],
        }
    }

    pub(super) fn is_negated(&self) -> bool {
        self.conditions().iter().any(Condition::is_exclusion)
    }

    /// Whether it begins with a preposition or verb of its own.
    pub(super) fn is_clause(&self) -> bool {
        let clause = |place| matches!(place, Place::Clause | Place::Stated);
        matches!(self.kind, Kind::Asks { place, .. } if clause(place))
    }

    /// Makes one piece of this one and a later one that is alike.
    pub(super) fn join(&mut self, other: Self) {
        self.end = other.end;
        if let (
            Kind::Asks { conditions, .. },
            Kind::Asks {
                conditions: others, ..
            },
        ) = (&mut self.kind, other.kind)
            && let Some(condition) = conditions.first_mut()
        {
            for other in others {
                condition.join(other);
            }
        }
    }

    /// Takes the meaning away.
    pub(super) fn reject(&mut self) {
        self.kind = Kind::Unknown;
    }
}
