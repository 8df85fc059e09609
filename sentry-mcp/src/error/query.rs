//! Mistakes in a search query, before anything is sent.

use std::fmt::Write as _;

use sentry_query::{ParseError, Severity};

use super::{ErrorCode, ToolError};
use crate::args::{one_line, quoted};

impl ToolError {
    /// Names each mistake of a query: where it is, why it is one, and what would be right.
    pub(crate) fn from_query(error: &ParseError) -> Self {
        let source = error.text();
        let mut message = "The search query cannot be read, so nothing was sent.".to_owned();
        let mut fix = None;
        let mistakes = error
            .diagnostics()
            .iter()
            .filter(|found| found.severity() == Severity::Error);
        for mistake in mistakes {
            let span = mistake.span();
            let column = source
                .get(..span.start())
                .map_or(0, |before| before.chars().count())
                + 1;
            // Writing to a String cannot fail.
            let _ = write!(message, " At character {column}");
            if !span.is_empty() {
                let _ = write!(message, ", {}", quoted(span.slice(source)));
            }
            let _ = write!(message, ": {}", mistake.message());
            fix = fix.or_else(|| mistake.fixed(source));
        }
        let error = Self::new(ErrorCode::InvalidQuery, message);
        match fix {
            Some(fixed) => error.hint(format!("Try query={}", one_line(&fixed, 500))),
            None => error.hint("Correct the query and search again."),
        }
    }
}
