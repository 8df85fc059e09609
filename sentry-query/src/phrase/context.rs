//! Whether what words may mean holds where they stand.

use super::piece::{Gap, Kind, Piece, Place};

/// Takes the meaning from every piece that may not have it where it stands.
///
/// What is rejected becomes unknown, which can take the meaning from its neighbours, so these are
/// looked at again. Each piece changes at most twice, hence the time is linear.
pub(super) fn settle(pieces: &mut [Piece], mut open: Vec<usize>) {
    while let Some(at) = open.pop() {
        let Some(piece) = pieces.get(at) else {
            continue;
        };
        let Kind::Asks { place, leads, .. } = &piece.kind else {
            continue;
        };
        let around = Around::new(pieces, at);
        let now = around.leads();
        if !around.allows(*place) || !around.agrees(piece) {
            if let Some(piece) = pieces.get_mut(at) {
                piece.reject();
            }
        } else if now == *leads {
            continue;
        } else if let Some(Piece {
            kind: Kind::Asks { leads, .. },
            ..
        }) = pieces.get_mut(at)
        {
            *leads = now;
        }
        open.extend(neighbours(at));
    }
}

/// The pieces that a change may matter to: two on each side, and one gap among each two.
pub(super) fn neighbours(at: usize) -> impl Iterator<Item = usize> {
    (at.saturating_sub(3)..at).chain(at + 1..=at + 3)
}

/// Marks which pieces lead to a noun as long as nothing is rejected.
pub(super) fn mark_leads(pieces: &mut [Piece]) {
    for at in (0..pieces.len()).rev() {
        let now = Around::new(pieces, at).leads();
        if let Some(Piece {
            kind: Kind::Asks { leads, .. },
            ..
        }) = pieces.get_mut(at)
        {
            *leads = now;
        }
    }
}

/// A side of a piece: what is there beyond a gap.
pub(super) struct Side<'a> {
    pub(super) gap: Option<Gap>,
    pub(super) piece: Option<&'a Piece>,
}

impl<'a> Side<'a> {
    fn new(near: Option<&'a Piece>, far: Option<&'a Piece>) -> Self {
        match near {
            Some(Piece {
                kind: Kind::Gap(gap),
                ..
            }) => Self {
                gap: Some(*gap),
                piece: far,
            },
            near => Self {
                gap: None,
                piece: near,
            },
        }
    }

    pub(super) fn before(pieces: &'a [Piece], at: usize) -> Self {
        let back = |by| at.checked_sub(by).and_then(|at| pieces.get(at));
        Self::new(back(1), back(2))
    }

    pub(super) fn after(pieces: &'a [Piece], at: usize) -> Self {
        Self::new(pieces.get(at + 1), pieces.get(at + 2))
    }

    fn is_unknown(&self) -> bool {
        self.piece.is_some_and(|piece| piece.kind.is_unknown())
    }

    fn is_preposition(&self) -> bool {
        self.gap.is_some_and(|gap| gap.preposition)
    }

    /// An adjective or the noun itself: whatever is described leads on.
    fn is_described(&self) -> bool {
        match self.piece {
            Some(Piece {
                kind: Kind::Asks { place, leads, .. },
                ..
            }) => !self.is_preposition() && (*leads || matches!(place, Place::Noun | Place::Name)),
            _ => false,
        }
    }
}

struct Around<'a> {
    before: Side<'a>,
    after: Side<'a>,
    /// What follows unknown words that follow.
    beyond: Option<&'a Piece>,
}

impl<'a> Around<'a> {
    fn new(pieces: &'a [Piece], at: usize) -> Self {
        Self {
            before: Side::before(pieces, at),
            after: Side::after(pieces, at),
            beyond: pieces.get(at + 2),
        }
    }

    fn leads(&self) -> bool {
        self.after.is_described()
    }

    fn allows(&self, place: Place) -> bool {
        let directly = self.after.gap.is_none() && self.after.is_unknown();
        let strict = !self.before.is_unknown() && !self.after.is_unknown();
        match place {
            Place::Clause => !directly,
            Place::Stated => !directly && !self.before.is_unknown(),
            Place::Strict => strict,
            Place::BeforeNoun => self.leads(),
            Place::Adjective => strict || self.leads(),
            Place::Leading => strict || self.leads() || self.begins_a_noun(directly),
            Place::Noun => {
                let counted = self.before.is_unknown() && self.before.is_preposition();
                !directly && !counted
            }
            Place::Name => !(self.before.is_unknown() && self.after.is_unknown()),
        }
    }

    /// As in "unresolved checkout errors", with nothing unknown before.
    fn begins_a_noun(&self, directly: bool) -> bool {
        let noun = matches!(
            self.beyond,
            Some(Piece {
                kind: Kind::Asks {
                    place: Place::Noun,
                    ..
                },
                ..
            })
        );
        directly && noun && !self.before.is_unknown()
    }

    /// Whether an `or` on either side stands between two that are alike.
    fn agrees(&self, piece: &Piece) -> bool {
        let agrees = |side: &Side<'_>| {
            !side.gap.is_some_and(|gap| gap.or)
                || side.piece.is_some_and(|other| is_alike(piece, other))
        };
        agrees(&self.before) && agrees(&self.after)
    }
}

/// Whether two pieces can be said as one with a list.
pub(super) fn is_alike(one: &Piece, other: &Piece) -> bool {
    match (&one.kind, &other.kind) {
        (
            Kind::Asks { conditions, .. },
            Kind::Asks {
                conditions: others, ..
            },
        ) => match (&conditions[..], &others[..]) {
            ([], []) => true,
            ([one], [other]) => one.is_alike(other),
            _ => false,
        },
        _ => false,
    }
}
