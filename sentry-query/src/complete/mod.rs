//! What could be written at a place of a query.

mod attribute;
mod column;
mod key;
mod offer;
mod place;
mod range;
mod scan;
mod value;

use crate::{Dataset, Span};

use offer::Offers;
use place::Expected;
use range::Rest;

/// More items than this are never offered.
pub const MAX_COMPLETIONS: usize = 50;

/// What could be written at a place of a query, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Completions {
    /// What an item replaces, in bytes of the text; empty where nothing was written yet.
    pub span: Span,
    /// What stands at the place.
    pub kind: CompletionKind,
    /// At most [`MAX_COMPLETIONS`] items.
    pub items: Vec<Completion>,
}

/// One thing that could be written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Completion {
    /// What to show in a list.
    pub label: String,
    /// What to put in the place of the span: quoted where it has to be, and with the `:`, `]` or
    /// `)` that would come next.
    pub insert: String,
    /// What it means, in a sentence or phrase; empty for values that say it themselves.
    pub doc: &'static str,
    /// What it is.
    pub kind: CompletionKind,
}

/// The kinds of things that can be completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CompletionKind {
    /// A field, or a tag as a field.
    Key,
    /// A function of event searches.
    Function,
    /// `AND` or `OR`.
    Boolean,
    /// A comparison.
    Operator,
    /// A value of a field or function.
    Value,
    /// A word after `is:`.
    IsValue,
    /// The name of a tag or flag in its brackets.
    Attribute,
    /// The type of a tag or flag in its brackets.
    AttributeKind,
    /// A column as the argument of a function.
    Column,
    /// Free text, or a place where nothing can be offered.
    Text,
}

/// What a caller may know and this crate cannot: names and values of an organization.
///
/// ```
/// use sentry_query::{Dataset, Wanted, complete_with};
///
/// let known = |wanted: Wanted<'_>| match wanted {
///     Wanted::Values("server_name") => vec![String::from("web-1"), String::from("qa 2")],
///     _ => Vec::new(),
/// };
/// let text = "server_name:";
/// let completions = complete_with(text, text.len(), Dataset::Issues, &known);
/// let inserted: Vec<&str> = completions.items.iter().map(|item| item.insert.as_str()).collect();
/// assert_eq!(inserted, ["web-1", "\"qa 2\""]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wanted<'a> {
    /// The values of a field, by its documented name, or of `tags[name]` or `flags[name]`.
    Values(&'a str),
    /// The names of tags.
    Tags,
    /// The names of feature flags.
    Flags,
}

impl Completions {
    /// Returns the text with the item in its place.
    ///
    /// ```
    /// use sentry_query::{Dataset, complete};
    ///
    /// let completions = complete("is:unre level:error", 7, Dataset::Issues);
    /// let best = &completions.items[0];
    /// assert_eq!(completions.apply("is:unre level:error", best), "is:unresolved level:error");
    /// ```
    pub fn apply(&self, text: &str, item: &Completion) -> String {
        let before = text.get(..self.span.start()).unwrap_or(text);
        let after = text.get(self.span.end()..).unwrap_or_default();
        [before, &item.insert, after].concat()
    }
}

/// Says what could be written at a byte offset.
///
/// An offset inside of a character counts as before it, one beyond the end as the end. Names that
/// start with what is written come first, then those that contain it, and where there are none,
/// the one that is nearest to it. An item leaves the text as right as it was, but for one that waits
/// for what comes after it (a key, a function, a comparison, an `AND` or an `OR`) and for one that
/// decides how the value after it is read (a column, or the type of a tag).
///
/// ```
/// use sentry_query::{CompletionKind, Dataset, complete};
///
/// let text = "is:unresolved lev";
/// let completions = complete(text, text.len(), Dataset::Issues);
/// assert_eq!(completions.kind, CompletionKind::Key);
/// assert_eq!(completions.span.slice(text), "lev");
/// assert_eq!(completions.items[0].insert, "level:");
/// assert_eq!(completions.items[0].doc, "How severe the event is.");
/// ```
pub fn complete(text: &str, offset: usize, dataset: Dataset) -> Completions {
    complete_with(text, offset, dataset, &|_| Vec::new())
}

/// Like [`complete`], with names and values that the caller knows.
///
/// They come before those of the tables, in the order in which they are returned, as far as they
/// fit what is written. `known` is called at most once. See [`Wanted`] for an example.
pub fn complete_with(
    text: &str,
    offset: usize,
    dataset: Dataset,
    known: &dyn Fn(Wanted<'_>) -> Vec<String>,
) -> Completions {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let (before, after) = text.split_at(offset);
    let place = scan::place(before);
    let rest = Rest::of(&place, after);
    let mut offers = Offers::new(place.typed);
    let kind = match place.expected {
        Expected::Term(term) => {
            key::terms(&mut offers, dataset, term, rest, known);
            CompletionKind::Key
        }
        Expected::Has(has) => {
            key::asked(&mut offers, dataset, has, rest, known);
            CompletionKind::Key
        }
        Expected::Attribute { flag } => {
            attribute::names(&mut offers, flag, rest, known);
            CompletionKind::Attribute
        }
        Expected::AttributeKind { flag } => {
            attribute::kinds(&mut offers, flag, rest);
            CompletionKind::AttributeKind
        }
        Expected::Column { function, index } => {
            column::columns(&mut offers, dataset, function, index, rest);
            CompletionKind::Column
        }
        Expected::Is => {
            value::is_words(&mut offers, dataset);
            CompletionKind::IsValue
        }
        Expected::Value(wanted) => {
            value::values(&mut offers, dataset, &place, wanted, rest, known);
            CompletionKind::Value
        }
        Expected::FunctionValue(wanted) => {
            value::results(&mut offers, dataset, wanted);
            CompletionKind::Value
        }
        Expected::Nothing => CompletionKind::Text,
    };
    Completions {
        span: Span::new(place.start, offset + rest.len),
        kind,
        items: offers.best(),
    }
}
