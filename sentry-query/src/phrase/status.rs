//! Statuses, priorities and who handles what: "unresolved", "high priority", "for review".

use super::condition::Condition;
use super::grammar::{field, has_issues};
use super::piece::{Found, Place};
use super::words::Words;
use crate::{Dataset, Priority, Status};

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    if let Some(found) = handled(words, at, dataset) {
        return Some(found);
    }
    if !has_issues(dataset) {
        return None;
    }
    priority(words, at).or_else(|| status(words, at))
}

fn status(words: &Words<'_>, at: usize) -> Option<Found> {
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
        "linked" => (Place::Adjective, Status::Linked),
        "unlinked" => (Place::Adjective, Status::Unlinked),
        _ => return None,
    };
    let place = if named > 0 { Place::Strict } else { place };
    Some(Found::new(named + 1, place, Condition::is(status)))
}

/// Programmers know unresolved references and unassigned variables; elsewhere the two words are
/// about issues.
fn leading(words: &Words<'_>, at: usize) -> Place {
    const OF_PROGRAMS: &[&str] = &[
        "address",
        "class",
        "conflict",
        "conflicts",
        "dependencies",
        "dependency",
        "dns",
        "domain",
        "external",
        "externals",
        "field",
        "function",
        "host",
        "hostname",
        "identifier",
        "import",
        "imports",
        "link",
        "merge",
        "method",
        "module",
        "modules",
        "name",
        "overload",
        "permissions",
        "privilege",
        "privileges",
        "path",
        "promise",
        "promises",
        "property",
        "reference",
        "references",
        "symbol",
        "symbols",
        "type",
        "value",
        "variable",
        "variables",
    ];
    if OF_PROGRAMS.contains(&words.at(at + 1)) {
        Place::Strict
    } else {
        Place::Leading
    }
}

fn priority(words: &Words<'_>, at: usize) -> Option<Found> {
    let named = |word: &str| match word {
        "high" | "critical" | "urgent" => Some(Priority::High),
        "medium" => Some(Priority::Medium),
        "low" => Some(Priority::Low),
        _ => None,
    };
    let (first, second) = (words.at(at), words.at(at + 1));
    let (len, priority) = match (first, second) {
        (_, "priority") => (2, named(first)?),
        ("priority", _) => (2, named(second)?),
        ("critical" | "urgent", _) => (1, Priority::High),
        _ => (1, named(first.strip_suffix("-priority")?)?),
    };
    let condition = Condition::equals("issue.priority", priority.as_str());
    Some(Found::new(len, Place::Adjective, condition))
}

fn handled(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let unhandled = field(dataset, "error.unhandled")?;
    let handled = field(dataset, "error.handled")?;
    let (place, field) = match words.at(at) {
        "unhandled" | "uncaught" | "crash" => (Place::Adjective, unhandled),
        "crashes" => (Place::Name, unhandled),
        "handled" => (Place::Adjective, handled),
        _ => return None,
    };
    Some(Found::new(1, place, Condition::equals(field, "true")))
}
