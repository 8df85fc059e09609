//! Assignees: "assigned to me", "my issues", "assigned to the payments team".

use super::condition::{Condition, NOBODY};
use super::grammar::has_issues;
use super::name::{is_of_programs, is_vague};
use super::piece::{Found, Place};
use super::user::is_email;
use super::words::Words;
use super::{environment, error_type, level, priority, status};
use crate::{Dataset, Status};

const SOMEBODY: &[&str] = &[
    "assigned to anyone",
    "assigned to anybody",
    "assigned to someone",
    "assigned to somebody",
];

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    if !has_issues(dataset) {
        return None;
    }
    let found =
        |len, place, field, who| Some(Found::new(len, place, Condition::equals(field, who)));
    if let Some(len) = words.take(at, &["bookmarked by me"]) {
        return found(len, Place::Clause, "bookmarks", "me".to_owned());
    }
    if words.at(at) == "my" {
        return match words.at(at + 1) {
            "team" | "teams" => found(2, Place::BeforeNoun, "assigned", "my_teams".to_owned()),
            _ => found(1, Place::BeforeNoun, "assigned", "me".to_owned()),
        };
    }
    if let Some(len) = words.take(
        at,
        &[
            "without an assignee",
            "without assignee",
            "without an owner",
        ],
    ) {
        return found(len, Place::Clause, "assigned", NOBODY.to_owned());
    }
    if let Some(len) = words.take(at, SOMEBODY) {
        return Some(Found::new(
            len,
            Place::Clause,
            Condition::is(Status::Assigned),
        ));
    }
    let len = words.take(at, &["assigned to", "belonging to"])?;
    let (more, place, who) = somebody(words, at + len)?;
    found(len + more, place, "assigned", who)
}

/// The same behind a joint, where only what cannot be anything else counts.
pub(super) fn another(words: &Words<'_>, at: usize) -> Option<Found> {
    let (len, place, who) = somebody(words, at)?;
    let sure = place == Place::Clause;
    sure.then(|| Found::new(len, place, Condition::equals("assigned", who)))
}

/// Who it is, how many words say so, and how sure that is.
fn somebody(words: &Words<'_>, at: usize) -> Option<(usize, Place, String)> {
    let named = |len, place, name: &str| Some((len, place, name.to_owned()));
    if let Some(len) = words.take(at, &["me", "myself"]) {
        return named(len, Place::Clause, "me");
    }
    if let Some(len) = words.take(at, &["my teams", "my team"]) {
        return named(len, Place::Clause, "my_teams");
    }
    if let Some(len) = words.take(at, &["nobody", "no one", "noone"]) {
        return named(len, Place::Clause, NOBODY);
    }
    let article = words.skip(at, &["the"]);
    let (first, second) = (words.at(at + article), words.at(at + article + 1));
    let team = |at| format!("#{}", words.written(at).trim_start_matches('#'));
    if second == "team" && !is_vague(first) {
        return Some((article + 2, Place::Clause, team(at + article)));
    }
    if first == "team" && !is_vague(second) {
        return Some((article + 2, Place::Stated, team(at + article + 1)));
    }
    if article > 0 || is_vague(first) || matches!(first, "team" | "teams" | "user" | "users") {
        return None;
    }
    let name = words.written(at);
    if is_email(name) || (name.starts_with('#') && name.len() > 1) {
        return named(1, Place::Clause, name);
    }
    let plain = name
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'));
    // What means something else is hardly a name.
    let rules = [
        level::read,
        status::read,
        priority::read,
        environment::read,
        error_type::read,
    ];
    let mut read = rules
        .iter()
        .filter_map(|rule| rule(words, at, Dataset::Issues));
    if plain && !is_of_programs(first) && read.next().is_none() {
        named(1, Place::Strict, name)
    } else {
        None
    }
}
