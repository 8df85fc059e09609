//! Projects: "in project shop", "in the shop project".

use super::condition::Condition;
use super::grammar::field;
use super::name::{is_of_programs, is_vague};
use super::piece::{Found, Place};
use super::words::Words;
use crate::Dataset;

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let field = field(dataset, "project")?;
    let len = words.take(at, &["in the", "from the", "of the", "in", "from", "of"])?;
    let slug = |at| {
        let name = words.at(at);
        let fits = name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        (fits && !is_vague(name) && !is_of_programs(name)).then_some(name)
    };
    let name = match (words.at(at + len), words.at(at + len + 1)) {
        ("project", _) => slug(at + len + 1)?,
        (_, "project") => slug(at + len)?,
        _ => return None,
    };
    Some(Found::new(
        len + 2,
        Place::Strict,
        Condition::equals(field, name),
    ))
}
