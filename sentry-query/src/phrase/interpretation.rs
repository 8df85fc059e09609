use crate::{Query, Span};

/// What [`interpret`](super::interpret) made of a phrase.
///
/// ```
/// use sentry_query::phrase::{Reading, interpret};
/// use sentry_query::Dataset;
///
/// let phrase = "unresolved errors in production or staging";
/// let found = interpret(phrase, Dataset::Issues).unwrap();
/// assert!(found.is_whole());
/// let parts: Vec<String> = found
///     .parts()
///     .iter()
///     .map(|part| match &part.reading {
///         Reading::Filter(filter) => format!("{} = {filter}", part.span.slice(phrase)),
///         Reading::Filler => format!("{} means nothing more", part.span.slice(phrase)),
///         Reading::Text => format!("{} is text", part.span.slice(phrase)),
///     })
///     .collect();
/// assert_eq!(
///     parts,
///     [
///         "unresolved = is:unresolved",
///         "errors = level:error",
///         "in production or staging = environment:[production, staging]",
///     ],
/// );
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Interpretation {
    pub(super) query: Query,
    pub(super) parts: Vec<Part>,
}

/// Some words of a phrase and what they were taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where the words stand in the phrase, in bytes, without punctuation around them.
    pub span: Span,
    /// What they were taken for.
    pub reading: Reading,
}

/// What words of a phrase were taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Filters, as they stand in the query.
    Filter(String),
    /// Words that ask for nothing themselves, such as "show me the issues".
    Filler,
    /// Unknown words; the query searches for them as text.
    Text,
}

impl Interpretation {
    /// Returns the query: filters in the order of the phrase, then the unknown words as text.
    ///
    /// Of the unknown words only those are missing that the language has no spelling for, such as
    /// a star after a backslash.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Returns every part in the order of the phrase.
    ///
    /// The parts do not overlap and leave out nothing but whitespace and punctuation.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Returns the parts that were understood, fillers among them.
    pub fn understood(&self) -> impl Iterator<Item = &Part> {
        let parts = self.parts.iter();
        parts.filter(|part| part.reading != Reading::Text)
    }

    /// Returns where the unknown words stand, in runs.
    pub fn unknown(&self) -> impl Iterator<Item = Span> {
        let parts = self.parts.iter();
        let unknown = parts.filter(|part| part.reading == Reading::Text);
        unknown.map(|part| part.span)
    }

    /// Says whether every word was understood.
    pub fn is_whole(&self) -> bool {
        self.unknown().next().is_none()
    }
}
