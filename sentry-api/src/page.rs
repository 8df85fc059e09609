//! Pages of an answer and the cursors between them.

mod link;

use std::fmt;

use http::HeaderMap;
use serde::{Deserialize, Serialize};

/// One page of a list.
///
/// A page without items can have a next one, since Sentry filters after it cuts the page:
/// only `next` tells whether the list goes on.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Page<T> {
    /// What is on the page.
    pub items: Vec<T>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// Where the page before begins, if there is one.
    pub previous: Option<Cursor>,
    /// How many things the whole list has, where the server counts them, up to `max_hits`.
    pub hits: Option<u64>,
    /// How far the server counts; a list with as many hits can be longer.
    pub max_hits: Option<u64>,
}

/// A place between two pages of a list, to be stored and given back; its text means nothing
/// to a caller.
///
/// It belongs to the list with the arguments that it came from: another query or order makes
/// it point elsewhere. Most cursors count from the beginning, so that a list that has grown
/// meanwhile can repeat a thing.
///
/// Source: [Paginating results](https://docs.sentry.io/api/pagination/).
///
/// ```
/// use sentry_api::Cursor;
///
/// let cursor = Cursor::new("0:100:0");
/// assert_eq!(cursor.to_string(), "0:100:0");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(String);

impl Cursor {
    /// A cursor from the text of an earlier one.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text of the cursor.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<T> Page<T> {
    pub(crate) fn new(items: Vec<T>, headers: &HeaderMap) -> Self {
        let links = link::read(headers);
        let number = |name| headers.get(name)?.to_str().ok()?.trim().parse().ok();
        Self {
            items,
            next: links.next,
            previous: links.previous,
            hits: number("x-hits"),
            max_hits: number("x-max-hits"),
        }
    }
}
