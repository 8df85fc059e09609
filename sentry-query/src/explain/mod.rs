//! Queries in plain English.

mod clause;
mod date;
mod quote;
mod sentence;
mod value;
mod wording;
mod wrong;

use crate::{Dataset, Parse, Query};

/// Says in a sentence what a query finds.
///
/// The sentence is for people who do not know the language. It names every condition once, in
/// source order, and puts parentheses where `and` and `or` meet. Words of the query, such as
/// values and unknown keys, stand in double quotes with `"`, `\` and invisible characters escaped,
/// so that they cannot read as a part of the sentence. A second sentence follows where Sentry
/// refuses the query although it can be read, as for an `OR` without a condition after it.
///
/// The query should have been parsed for the same data set. What the parser could not read is no
/// part of the tree and so no part of the sentence: whoever has the [`Parse`] asks
/// [`Parse::explain`], which says so.
///
/// ```
/// use sentry_query::{Dataset, explain};
///
/// let parsed = Dataset::Issues.parse("is:unresolved firstSeen:-24h timesSeen:>100 checkout");
/// assert_eq!(
///     explain(parsed.query(), Dataset::Issues),
///     "Unresolved issues that were first seen in the last 24 hours, that happened more than 100 \
///      times, and that mention \"checkout\".",
/// );
/// ```
pub fn explain(query: &Query, dataset: Dataset) -> String {
    sentence::Sentence::new(query.dialect(), dataset).of(query)
}

impl Parse {
    /// Says in a sentence what the query finds; see [`explain`](crate::explain()).
    ///
    /// Where Sentry would refuse the query, a second sentence says so, and names what is left out
    /// of the first.
    ///
    /// ```
    /// use sentry_query::Dataset;
    ///
    /// let parsed = Dataset::Issues.parse("is:open level:error");
    /// assert_eq!(
    ///     parsed.explain(Dataset::Issues),
    ///     "Issues whose level is \"error\". Sentry refuses this search because of \"is:open\", which \
    ///      this leaves out.",
    /// );
    /// ```
    pub fn explain(&self, dataset: Dataset) -> String {
        sentence::Sentence::new(self.query.dialect(), dataset).of_parse(self)
    }
}
