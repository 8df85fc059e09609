//! What the parts of a phrase mean together.

use super::condition::{Condition, Test};
use super::context::{self, Side, is_alike};
use super::piece::Piece;
use crate::Status;

/// Leaves only meanings that hold where they stand and do not contradict each other.
pub(super) fn settle(pieces: &mut [Piece]) {
    context::mark_leads(pieces);
    let clear = context::settle(pieces, (0..pieces.len()).collect());
    let rejected: Vec<usize> = if clear {
        let unclear = contradictions(pieces)
            .into_iter()
            .chain(unclear_times(pieces));
        unclear.collect()
    } else {
        let asks = |at: &usize| {
            pieces
                .get(*at)
                .is_some_and(|piece| !piece.conditions().is_empty())
        };
        (0..pieces.len()).filter(asks).collect()
    };
    for &at in &rejected {
        if let Some(piece) = pieces.get_mut(at) {
            piece.reject();
        }
    }
    let around = rejected.into_iter().flat_map(context::neighbours);
    context::settle(pieces, around.collect());
}

/// Whether the piece continues a list that an earlier one began, as in "errors and warnings".
pub(super) fn continues(pieces: &[Piece], at: usize) -> bool {
    let Some(piece) = pieces.get(at) else {
        return false;
    };
    let Side { gap, piece: before } = Side::before(pieces, at);
    let joint = gap.is_some_and(|gap| gap.comma || gap.and || gap.or);
    joint && before.is_some_and(|before| is_alike(before, piece))
}

/// The pieces that ask for what an earlier one excludes: an issue has one level, and one status.
fn contradictions(pieces: &[Piece]) -> Vec<usize> {
    let mut seen: Vec<&Condition> = Vec::new();
    let mut rejected: Vec<usize> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let conditions = piece.conditions();
        if continues(pieces, at) {
            // A list falls with its first part.
            let before = at.checked_sub(2);
            if before.is_some() && rejected.last().copied() == before {
                rejected.push(at);
            }
            continue;
        }
        let excluded = |condition: &Condition| seen.iter().any(|old| old.excludes(condition));
        if conditions.iter().any(excluded) {
            rejected.push(at);
            continue;
        }
        for condition in conditions {
            // Negated ones exclude nothing, so a few conditions for each field are kept.
            if !condition.negated && !seen.contains(&condition) {
                seen.push(condition);
            }
        }
    }
    rejected
}

/// The parts that may speak of another time than they seem to.
///
/// What is resolved today need not have been seen today, what is fixed in a release was seen in
/// another one, and Sentry counts events from the beginning, not those of the last hour.
fn unclear_times(pieces: &[Piece]) -> Vec<usize> {
    let any = |test: fn(&Condition) -> bool| all_conditions(pieces).any(test);
    // What is new today has all its events today.
    let mixed = any(is_bare_time) && any(is_count) && !any(is_new);
    let done = any(is_done);
    let is_unclear = |at: &usize| {
        let Some(piece) = pieces.get(*at) else {
            return false;
        };
        let has = |test: fn(&Condition) -> bool| piece.conditions().iter().any(test);
        let before = Side::before(pieces, *at);
        let deed = before.piece.filter(|_| before.gap.is_none());
        let after = |test: fn(&Condition) -> bool| {
            deed.is_some_and(|deed| deed.conditions().iter().any(test))
        };
        (has(is_bare_time) && (done || after(is_assigned)))
            || (has(is_release) && after(is_done))
            || (mixed && (has(is_bare_time) || has(is_count)))
    };
    (0..pieces.len()).filter(is_unclear).collect()
}

/// Whether somebody did it at a time of its own.
fn is_done(condition: &Condition) -> bool {
    let done = |status: &Status| {
        matches!(
            status,
            Status::Resolved | Status::Archived | Status::Regressed | Status::Linked
        )
    };
    let assigned = condition.negated && condition.is_nobody();
    assigned || matches!(&condition.test, Test::Is(statuses) if statuses.iter().any(done))
}

fn is_assigned(condition: &Condition) -> bool {
    condition.field == "assigned"
}

pub(super) fn is_release(condition: &Condition) -> bool {
    matches!(condition.field, "release" | "release.version")
}

fn is_count(condition: &Condition) -> bool {
    matches!(condition.field, "timesSeen" | "userCount")
}

pub(super) fn all_conditions(pieces: &[Piece]) -> impl Iterator<Item = &Condition> {
    pieces.iter().flat_map(Piece::conditions)
}

/// A time without a verb; which field it is about depends on the rest of the phrase.
pub(super) const TIME: &str = "";

pub(super) fn is_bare_time(condition: &Condition) -> bool {
    condition.field == TIME
}

/// Whether the condition asks for what first appeared: with a time, it says when.
pub(super) fn is_new(condition: &Condition) -> bool {
    !condition.negated && condition.test == Test::Is(vec![Status::New])
}
