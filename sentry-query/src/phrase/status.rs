//! Statuses: "unresolved", "for review", "status is open".

use super::condition::Condition;
use super::grammar::has_issues;
use super::name::is_of_programs;
use super::piece::{Found, Place};
use super::words::Words;
use crate::{Dataset, Status};

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    if !has_issues(dataset) {
        return None;
    }
    if let Some(len) = words.take(
        at,
        &[
            "waiting for review",
            "awaiting review",
            "for review",
            "needs review",
        ],
    ) {
        return Some(Found::new(
            len,
            Place::Strict,
            Condition::is(Status::ForReview),
        ));
    }
    let named = words.skip(at, &["status is", "status"]);
    let (place, status) = match words.at(at + named) {
        "unresolved" => (leading(words, at), Status::Unresolved),
        "unassigned" => (leading(words, at), Status::Unassigned),
        "escalating" => (leading(words, at), Status::Escalating),
        "regressed" => (Place::Leading, Status::Regressed),
        "regressions" => (Place::Noun, Status::Regressed),
        "open" => (Place::Adjective, Status::Unresolved),
        "resolved" | "fixed" | "closed" => (Place::Adjective, Status::Resolved),
        "archived" | "ignored" | "muted" => (Place::Adjective, Status::Archived),
        "new" => (Place::Adjective, Status::New),
        "ongoing" => (Place::Adjective, Status::Ongoing),
        "assigned" => (Place::Adjective, Status::Assigned),
        // It is also the name of a network.
        "linked" if words.at(at + 1) == "in" => return None,
        "linked" => (Place::Adjective, Status::Linked),
        "unlinked" => (Place::Adjective, Status::Unlinked),
        _ => return None,
    };
    let place = if named > 0 { Place::Strict } else { place };
    Some(Found::new(named + 1, place, Condition::is(status)))
}

/// Programs have unresolved references and unassigned variables; elsewhere the two words are about
/// issues.
fn leading(words: &Words<'_>, at: usize) -> Place {
    if is_of_programs(words.at(at + 1)) {
        Place::Strict
    } else {
        Place::Leading
    }
}
