//! Whether what words may mean holds where they stand.

use super::piece::{Gap, Kind, Piece, Place};

/// Takes the meaning from every piece that may not have it where it stands.
///
/// What is rejected becomes unknown, which can take the meaning from its neighbours, so these are
/// looked at again. Each piece changes at most twice, hence the time is linear.
///
/// Returns whether every `or` joins what it can: what another one is about nobody knows, nor which
/// of the other words belong to either side.
pub(super) fn settle(pieces: &mut [Piece], mut open: Vec<usize>) -> bool {
    let mut clear = true;
    while let Some(at) = open.pop() {
        let Some(piece) = pieces.get(at) else {
            continue;
        };
        let Kind::Asks { place, leads, .. } = &piece.kind else {
            continue;
        };
        let around = Around::new(pieces, at);
        let now = around.leads();
        let agrees = around.agrees(piece);
        clear &= agrees;
        if !(agrees && around.allows(*place, piece) && around.is_bounded(piece)) {
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
    clear
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

    /// Whether an unknown word could be a part of the same phrase.
    fn runs_on(&self) -> bool {
        let apart = |gap: Gap| gap.preposition || gap.and || gap.comma;
        self.is_unknown() && !self.gap.is_some_and(apart)
    }

    /// Whether unknown words are added to it: "timeouts and errors" asks for both.
    fn adds_unknown(&self) -> bool {
        self.is_unknown() && self.gap.is_some_and(|gap| gap.and)
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

    fn allows(&self, place: Place, piece: &Piece) -> bool {
        let (before, after) = (&self.before, &self.after);
        let strict = !before.is_unknown() && !after.is_unknown();
        let leads = !before.is_unknown() && self.leads();
        let added = before.adds_unknown() || after.adds_unknown();
        match place {
            Place::Clause => !after.runs_on(),
            Place::Stated => !after.runs_on() && !before.is_unknown(),
            Place::Strict => strict,
            Place::BeforeNoun => leads,
            Place::Adjective => strict || leads,
            Place::Leading => strict || leads || self.begins_a_noun(),
            Place::Noun => {
                let object = before.is_unknown() && before.is_preposition();
                // What asks for nothing is better kept in the text.
                let surrounded = before.is_unknown() && after.is_unknown();
                let text = surrounded && piece.conditions().is_empty();
                !(after.runs_on() || object || added || text)
            }
            Place::Name => !(added || before.is_unknown() && after.is_unknown()),
        }
    }

    /// As in "unresolved checkout errors", with nothing unknown before.
    fn begins_a_noun(&self) -> bool {
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
        let direct = self.after.gap.is_none() && self.after.is_unknown();
        direct && noun && !self.before.is_unknown()
    }

    /// Whether an `or` on either side stands between two that are alike.
    fn agrees(&self, piece: &Piece) -> bool {
        let agrees = |side: &Side<'_>| {
            !side.gap.is_some_and(|gap| gap.or)
                || side.piece.is_some_and(|other| is_alike(piece, other))
        };
        agrees(&self.before) && agrees(&self.after)
    }

    /// Whether it is clear how far a negation goes: not in "except dev and warnings".
    fn is_bounded(&self, piece: &Piece) -> bool {
        let unclear = |side: &Side<'_>, one: &Piece, other: &Piece| {
            let joined = side.gap.is_some_and(|gap| gap.and);
            joined && one.is_negated() && !other.is_negated() && !other.is_clause()
        };
        let (before, after) = (&self.before, &self.after);
        let unclear_before = before
            .piece
            .is_some_and(|other| unclear(before, other, piece));
        let unclear_after = after
            .piece
            .is_some_and(|other| unclear(after, piece, other));
        !(unclear_before || unclear_after)
    }
}

/// Whether two pieces can be said as one with a list.
pub(super) fn is_alike(one: &Piece, other: &Piece) -> bool {
    let asks = |piece: &Piece| matches!(piece.kind, Kind::Asks { .. });
    match (one.conditions(), other.conditions()) {
        ([], []) => asks(one) && asks(other),
        ([one], [other]) => one.is_alike(other),
        _ => false,
    }
}
