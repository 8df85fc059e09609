//! Whether an error was handled: "unhandled errors", "crashes".

use super::condition::Condition;
use super::grammar::field;
use super::piece::{Found, Place};
use super::words::Words;
use crate::Dataset;

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
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
