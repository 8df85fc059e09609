//! The search query of a call, checked before it is sent.

use sentry_query::{Dialect, Filter, Is, Severity, Visitor, parse};

use crate::ToolError;
use crate::args::{one_line, quoted};

/// The query that runs, and what is to be said of it.
#[derive(Debug, PartialEq)]
pub(crate) struct IssueQuery {
    pub(crate) text: String,
    pub(crate) notes: Vec<String>,
}

/// The longest query that an answer repeats, in characters.
const LONGEST_SHOWN: usize = 300;

impl IssueQuery {
    /// The query as the first line of an answer shows it.
    pub(crate) fn shown(&self) -> String {
        if self.text.is_empty() {
            return "(everything)".to_owned();
        }
        format!(
            "`{}`",
            one_line(&self.text.replace('`', " "), LONGEST_SHOWN)
        )
    }

    /// Reads the query of an issue search.
    ///
    /// A mistake in its grammar refuses it; anything else that is odd becomes a note.
    /// What the user wrote goes out as written. `status` is a term such as
    /// `is:resolved`, or empty for all; when it is `None` and the query says nothing of
    /// a status itself, only unresolved issues are searched.
    pub(crate) fn read(query: &str, status: Option<&str>) -> Result<Self, ToolError> {
        let query = query.trim();
        let parsed = parse(query, Dialect::Issues);
        let mut notes: Vec<String> = parsed
            .diagnostics()
            .iter()
            .filter(|found| found.severity() == Severity::Warning)
            .map(|found| {
                let fix = found
                    .fixed(query)
                    .map(|fixed| format!("; perhaps {} is meant", quoted(&fixed)));
                format!("{}{}.", found.message(), fix.unwrap_or_default())
            })
            .collect();
        let parsed = parsed
            .into_result()
            .map_err(|error| ToolError::from_query(&error))?;
        let mut says = SaysStatus::default();
        says.query(&parsed);
        let added = match status {
            Some(term)
                if says.0
                    && !term.is_empty()
                    && !query.split_whitespace().any(|word| word == term) =>
            {
                notes.push(format!(
                    "The query has a status of its own, to which {term} was added."
                ));
                term
            }
            Some(term) if says.0 && !term.is_empty() => "",
            Some(term) => term,
            None if says.0 => "",
            None => "is:unresolved",
        };
        let text = match (added, query) {
            ("", query) => query.to_owned(),
            (added, "") => added.to_owned(),
            (added, query) => format!("{added} {query}"),
        };
        Ok(Self { text, notes })
    }
}

/// Whether a query has an `is:` or `status:` term.
#[derive(Default)]
struct SaysStatus(bool);

impl Visitor for SaysStatus {
    fn is(&mut self, _is: &Is) {
        self.0 = true;
    }

    fn filter(&mut self, filter: &Filter) {
        self.0 |= filter.key.name() == "status";
    }
}
