//! What depends on the whole phrase.

use super::agreement::{all_conditions, continues, is_bare_time, is_new, is_release};
use super::condition::{Condition, Test};
use super::grammar::has_issues;
use super::piece::{Kind, Piece};
use crate::Dataset;

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
    let time = all_conditions(pieces).find(is_time).cloned();
    let new = all_conditions(pieces).any(is_new);
    let field = match (issues, new) {
        (true, true) => "firstSeen",
        (true, false) => "lastSeen",
        (false, _) => "timestamp",
    };
    let time = time.map(|time| Condition { field, ..time });
    // What is new in a release or in a time first appeared there.
    let names = |one: &&Condition| is_release(one) && matches!(one.test, Test::OneOf(_));
    let release = all_conditions(pieces).find(|one| new && !one.negated && names(one));
    let release = release.filter(|_| issues && time.is_none()).cloned();
    let release = release.map(|one| Condition {
        field: "firstRelease",
        ..one
    });
    let first = time.as_ref().or(release.as_ref());
    // Whoever asks for errors and says which ones, says their level too.
    let told = dataset == Dataset::Errors || all_conditions(pieces).any(tells_errors);
    for piece in pieces {
        let Kind::Asks { conditions, .. } = &mut piece.kind else {
            continue;
        };
        conditions.retain(|condition| !(told && condition.soft));
        for condition in conditions {
            if is_bare_time(condition) {
                condition.field = field;
            } else if is_new(condition)
                && let Some(first) = first
            {
                condition.clone_from(first);
            } else if let Some(release) = &release
                && release.test == condition.test
                && is_release(condition)
            {
                condition.field = release.field;
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
