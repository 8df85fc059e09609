//! What the parts of a phrase mean together.

use super::condition::{Condition, Test};
use super::context::{self, Side, is_alike};
use super::grammar::has_issues;
use super::piece::{Kind, Piece};
use crate::{Dataset, Status};

/// Leaves only meanings that hold where they stand and do not contradict each other.
pub(super) fn settle(pieces: &mut [Piece]) {
    context::mark_leads(pieces);
    context::settle(pieces, (0..pieces.len()).collect());
    let mut rejected = contradictions(pieces);
    rejected.extend(unclear_times(pieces));
    for &at in &rejected {
        if let Some(piece) = pieces.get_mut(at) {
            piece.reject();
        }
    }
    let around = rejected.into_iter().flat_map(context::neighbours);
    context::settle(pieces, around.collect());
}

/// Whether the piece continues a list that an earlier one began, as in "errors and warnings".
fn continues(pieces: &[Piece], at: usize) -> bool {
    let Some(piece) = pieces.get(at) else {
        return false;
    };
    let Side { gap, piece: before } = Side::before(pieces, at);
    let joint = gap.is_some_and(|gap| gap.and || gap.or);
    joint && before.is_some_and(|before| is_alike(before, piece))
}

/// The pieces that ask for what an earlier one excludes: an issue has one level, and one status.
fn contradictions(pieces: &[Piece]) -> Vec<usize> {
    let mut seen: Vec<&Condition> = Vec::new();
    let mut rejected: Vec<usize> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Kind::Asks { conditions, .. } = &piece.kind else {
            continue;
        };
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

/// The times and releases that may say when something was done: "resolved today", "fixed in 2.1".
fn unclear_times(pieces: &[Piece]) -> Vec<usize> {
    if !conditions(pieces).any(is_done) {
        return Vec::new();
    }
    let done_before = |at| {
        let before = Side::before(pieces, at);
        before.gap.is_none()
            && matches!(
                before.piece.map(|piece| &piece.kind),
                Some(Kind::Asks { conditions, .. }) if conditions.iter().any(is_done)
            )
    };
    let is_release = |one: &Condition| matches!(one.field, "release" | "release.version");
    (0..pieces.len())
        .filter(|&at| match pieces.get(at).map(|piece| &piece.kind) {
            Some(Kind::Asks { conditions, .. }) => {
                conditions.iter().any(is_bare_time)
                    || (conditions.iter().any(is_release) && done_before(at))
            }
            _ => false,
        })
        .collect()
}

/// Whether somebody or something did it at a time of its own.
fn is_done(condition: &Condition) -> bool {
    let Test::Is(statuses) = &condition.test else {
        return false;
    };
    statuses.iter().any(|status| {
        !matches!(
            status,
            Status::Unresolved | Status::New | Status::Ongoing | Status::Escalating
        )
    })
}

fn conditions(pieces: &[Piece]) -> impl Iterator<Item = &Condition> {
    pieces.iter().flat_map(|piece| match &piece.kind {
        Kind::Asks { conditions, .. } => &conditions[..],
        _ => &[],
    })
}

/// A time without a verb; which field it is about depends on the rest of the phrase.
pub(super) const TIME: &str = "";

fn is_bare_time(condition: &Condition) -> bool {
    condition.field == TIME
}

/// Whether the condition asks for what first appeared: with a time, it says when.
fn is_new(condition: &Condition) -> bool {
    !condition.negated && condition.test == Test::Is(vec![Status::New])
}

/// Makes one piece of each list.
pub(super) fn join_lists(pieces: Vec<Piece>) -> Vec<Piece> {
    let continued: Vec<bool> = (0..pieces.len()).map(|at| continues(&pieces, at)).collect();
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for (piece, continued) in pieces.into_iter().zip(continued) {
        if continued {
            // The gap between the two becomes a part of the list.
            joined.pop();
        }
        match joined.last_mut() {
            Some(list) if continued => list.join(piece),
            _ => joined.push(piece),
        }
    }
    joined
}

/// Decides what depends on the whole phrase: the field of a time, and what a noun adds.
pub(super) fn complete(pieces: &mut [Piece], dataset: Dataset) {
    let issues = has_issues(dataset);
    let is_time = |condition: &&Condition| is_bare_time(condition);
    let time = conditions(pieces).find(is_time).cloned();
    let new = conditions(pieces).any(is_new);
    let field = match (issues, new) {
        (true, true) => "firstSeen",
        (true, false) => "lastSeen",
        (false, _) => "timestamp",
    };
    let time = time.map(|time| Condition { field, ..time });
    // Whoever asks for errors and says which ones, says their level too.
    let told = dataset == Dataset::Errors || conditions(pieces).any(tells_errors);
    for piece in pieces {
        let Kind::Asks { conditions, .. } = &mut piece.kind else {
            continue;
        };
        conditions.retain(|condition| !(told && condition.soft));
        for condition in conditions {
            if is_bare_time(condition) {
                condition.field = field;
            } else if is_new(condition)
                && let Some(time) = &time
            {
                condition.clone_from(time);
            }
        }
    }
}

/// Whether the condition says which errors are meant.
fn tells_errors(condition: &Condition) -> bool {
    const FIELDS: &[&str] = &[
        "error.handled",
        "error.type",
        "error.unhandled",
        "http.status_code",
        "level",
    ];
    !condition.soft && !condition.negated && FIELDS.contains(&condition.field)
}
