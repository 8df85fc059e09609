//! Pages: "on /checkout" asks for a part of the URL.

use super::condition::{Condition, Test};
use super::grammar::field;
use super::piece::{Found, Place};
use super::words::Words;
use crate::Dataset;

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let len = words.skip(at, &["on the", "on", "at", "under", "for"]);
    let page = words.skip(
        at + len,
        &["the page", "the url", "the path", "page", "url", "path"],
    );
    let place = if len + page > 0 {
        Place::Stated
    } else {
        Place::Adjective
    };
    let len = len + page;
    let written = words.written(at + len);
    let path = written.len() > 1 && written.starts_with('/') && !written.starts_with("//");
    let address = ["http://", "https://"]
        .iter()
        .any(|scheme| words.at(at + len).starts_with(scheme));
    let field = field(dataset, "url")?;
    let test = if path {
        Test::Contains(written.to_owned())
    } else if address {
        Test::StartsWith(written.to_owned())
    } else {
        return None;
    };
    let noun = words.skip(at + len + 1, &["page", "endpoint", "route"]);
    Some(Found::new(
        len + 1 + noun,
        place,
        Condition::new(field, test),
    ))
}
