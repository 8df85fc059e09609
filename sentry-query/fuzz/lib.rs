//! What the targets share: where a text is searched.

use arbitrary::Arbitrary;
use sentry_query::{Dataset, Dialect, Parse, ParseOptions};

/// A text and what it searches.
#[derive(Arbitrary, Debug)]
pub struct Search<'a> {
    /// A data set by its number, or event search with regular expressions.
    pub place: Option<u8>,
    /// The query.
    pub text: &'a str,
}

impl Search<'_> {
    /// Returns the data set; `None` asks for that of events.
    pub fn dataset(&self) -> Dataset {
        let place = usize::from(self.place.unwrap_or(1));
        Dataset::ALL[place % Dataset::ALL.len()]
    }

    /// Parses a text as it is parsed in that place.
    pub fn parse(&self, text: &str) -> Parse {
        match self.place {
            Some(_) => ParseOptions::for_dataset(self.dataset()).parse(text),
            None => ParseOptions::new(Dialect::EventsRegex).parse(text),
        }
    }
}
