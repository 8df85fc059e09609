use std::ops::Range;

/// A half-open range of byte offsets in a query's source text.
///
/// ```
/// use sentry_query::Span;
///
/// let span = Span::new(3, 13);
/// assert_eq!(span.slice("is:unresolved"), "unresolved");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Makes the span from `start` up to and without `end`, in bytes.
    ///
    /// Offsets above 4 GiB are cut to that limit.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Self {
            start,
            end: end.max(start),
        }
    }

    /// Returns the offset of the first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Returns the offset after the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Returns the number of bytes.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Says whether the span covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the offsets as a range.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Returns the covered part of `text`, or nothing when the span does not fit into it.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Returns the smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}
