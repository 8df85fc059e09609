use std::fmt;
use std::sync::Arc;

use crate::ast::Query;
use crate::diagnostic::{Diagnostic, Severity};
use crate::token::{Token, tokenize};
use crate::{Dialect, ParseError, ParseOptions, Timestamp};

/// Parses a search query; never fails.
///
/// Problems are in [`Parse::diagnostics`]. The tree holds what could be understood.
///
/// ```
/// use sentry_query::{Dialect, parse};
///
/// let parsed = parse("is:unresolved level:error checkout", Dialect::Issues);
/// assert!(parsed.is_ok());
/// assert_eq!(parsed.query().terms().len(), 3);
/// ```
pub fn parse(text: &str, dialect: Dialect) -> Parse {
    ParseOptions::new(dialect).parse(text)
}

/// The result of parsing: a query, its diagnostics and its tokens.
#[derive(Clone, Debug)]
pub struct Parse {
    pub(crate) source: Arc<str>,
    pub(crate) query: Query,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) steps: usize,
    /// Where the grammar stopped, if it did before the end.
    pub(crate) stopped: Option<usize>,
}

impl Parse {
    /// Returns the query, as far as it was understood.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Returns every problem in source order.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Returns the tokens, which cover every byte of the source in order.
    ///
    /// ```
    /// use sentry_query::{Dialect, parse};
    ///
    /// let source = "!level:[info, debug]  (\"";
    /// let parsed = parse(source, Dialect::Events);
    /// let joined: String = parsed.tokens().iter().map(|t| t.span.slice(source)).collect();
    /// assert_eq!(joined, source);
    /// ```
    pub fn tokens(&self) -> Vec<Token> {
        tokenize(&self.source, &self.query.terms)
    }

    /// Returns the text that was parsed.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Says whether Sentry would take the query: no diagnostic is an error.
    pub fn is_ok(&self) -> bool {
        self.diagnostics
            .iter()
            .all(|diagnostic| diagnostic.severity() != Severity::Error)
    }

    /// Returns the diagnostics as text, each under the line it is about, with carets.
    ///
    /// ```
    /// use sentry_query::{Dialect, parse};
    ///
    /// let parsed = parse("NOT level:info", Dialect::Issues);
    /// assert_eq!(parsed.render().to_string(), "\
    /// warning[not-word]: NOT is searched for as text here, and negates nothing
    ///   NOT level:info
    ///   ^^^
    ///   expected ! before the key
    ///   try: !level:info");
    /// ```
    pub fn render(&self) -> impl fmt::Display + '_ {
        crate::render(&self.source, &self.diagnostics)
    }

    /// Returns the query alone, for callers that take no wrong one.
    ///
    /// # Errors
    ///
    /// Every diagnostic, when one of them is an error.
    ///
    /// ```
    /// use sentry_query::{Dialect, parse};
    ///
    /// let query = parse("level:error", Dialect::Issues).into_result()?;
    /// assert_eq!(query.to_string(), "level:error");
    /// assert!(parse("level:\"error", Dialect::Issues).into_result().is_err());
    /// # Ok::<(), sentry_query::ParseError>(())
    /// ```
    pub fn into_result(self) -> Result<Query, ParseError> {
        if self.is_ok() {
            return Ok(self.query);
        }
        let Self {
            source,
            query,
            diagnostics,
            ..
        } = self;
        Err(ParseError {
            source,
            query,
            diagnostics,
        })
    }

    /// Returns the one message with which Sentry would refuse the query, or `None` where it would
    /// take it.
    ///
    /// A failure of the grammar comes before every other problem, and then the first one in the
    /// text; what only a later stage refuses ([`Code::is_syntax`](crate::Code::is_syntax)) comes
    /// last. Messages about dates quote the current time, hence `now`.
    ///
    /// ```
    /// use sentry_query::{Dialect, Timestamp, parse};
    ///
    /// let now = Timestamp::parse("2026-01-15T12:00:00Z").unwrap();
    /// assert_eq!(
    ///     parse("level:", Dialect::Events).sentry_message(now).as_deref(),
    ///     Some("Empty string after 'level:'"),
    /// );
    /// assert_eq!(parse("level:error", Dialect::Events).sentry_message(now), None);
    /// ```
    pub fn sentry_message(&self, now: Timestamp) -> Option<String> {
        if let Some(at) = self.stopped {
            return Some(crate::diagnostic::parse_error(&self.source, at));
        }
        let errors = self
            .diagnostics
            .iter()
            .filter(|p| p.severity() == Severity::Error);
        let first = errors.min_by_key(|problem| !problem.code().is_syntax())?;
        first.sentry_message(&self.source, now)
    }

    /// The number of bytes and items looked at, for tests of linear time.
    #[doc(hidden)]
    pub fn steps(&self) -> usize {
        self.steps
    }
}
