//! Problems as data.

mod code;
mod message;
mod nearest;
mod render;
mod sentry;

pub use code::Code;

pub(crate) use nearest::{distance, nearest};
pub use render::render;

pub(crate) use message::quoted;
pub(crate) use sentry::parse_error;

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use crate::{Query, Span, Text, Timestamp};

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// Sentry refuses the query.
    Error,
    /// Sentry accepts the query, but it probably does not mean what it seems to.
    Warning,
    /// The query may well be right; there is something to know about it.
    Note,
}

/// A replacement that mends a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What to replace.
    pub span: Span,
    /// What to put there.
    pub replacement: String,
}

/// A problem with a query.
///
/// ```
/// use sentry_query::{Code, Dialect, parse};
///
/// let source = "is:resloved level:error";
/// let parsed = parse(source, Dialect::Issues);
/// let problem = &parsed.diagnostics()[0];
/// assert_eq!(problem.code(), Code::UnknownIsValue);
/// assert_eq!(problem.code().as_str(), "unknown-is-value");
/// assert_eq!(problem.span().slice(source), "resloved");
/// assert_eq!(problem.fixed(source).as_deref(), Some("is:resolved level:error"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    pub(crate) code: Code,
    pub(crate) span: Span,
    /// The key under its internal name, or a function, or nothing.
    pub(crate) subject: Text,
    /// The key as it was written, where that differs.
    pub(crate) written: Text,
    pub(crate) found: Text,
    pub(crate) wording: Option<Box<Wording>>,
    pub(crate) suggestion: Option<Suggestion>,
}

/// What a diagnostic says where its code alone cannot know it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wording {
    pub(crate) message: String,
    pub(crate) expected: Option<String>,
}

impl Diagnostic {
    pub(crate) fn new(code: Code, span: Span) -> Self {
        Self {
            code,
            span,
            subject: Text::default(),
            written: Text::default(),
            found: Text::default(),
            wording: None,
            suggestion: None,
        }
    }

    /// Says what is expected more exactly than the code does.
    pub(crate) fn expect(&mut self, expected: impl Into<String>) {
        self.wording = Some(Box::new(Wording {
            message: self.message(),
            expected: Some(expected.into()),
        }));
    }

    /// Returns the stable code.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Returns how much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Returns where the problem is, in bytes of the source.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Returns the key or function that the problem is about, as it was written, or nothing.
    pub fn subject(&self) -> &str {
        if self.written.is_empty() {
            &self.subject
        } else {
            &self.written
        }
    }

    /// Returns the text that was found.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Returns what would have been right at that place.
    pub fn expected(&self) -> &str {
        let own = self.wording.as_ref();
        own.and_then(|wording| wording.expected.as_deref())
            .unwrap_or_else(|| self.code.expected())
    }

    /// Returns the message, in a sentence or two.
    pub fn message(&self) -> String {
        match &self.wording {
            Some(wording) => wording.message.clone(),
            None => self.code.message(self.subject(), &self.found),
        }
    }

    /// Returns the replacement that mends the query, where there is one.
    pub fn suggestion(&self) -> Option<&Suggestion> {
        self.suggestion.as_ref()
    }

    /// Returns the query with the suggestion applied, where there is one.
    ///
    /// `source` is the text that was parsed; for another text the result may be `None`.
    pub fn fixed(&self, source: &str) -> Option<String> {
        let suggestion = self.suggestion()?;
        let before = source.get(..suggestion.span.start())?;
        let after = source.get(suggestion.span.end()..)?;
        Some([before, &suggestion.replacement, after].concat())
    }

    /// Returns the message that Sentry's back end would answer, where it would refuse the query
    /// for this reason alone.
    ///
    /// Its messages about dates quote the current time, hence `now`.
    pub fn sentry_message(&self, source: &str, now: Timestamp) -> Option<String> {
        sentry::message(self, source, now)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

/// A refused query: its diagnostics, and the query as far as it was understood.
///
/// `Display` shows each problem under the source, with carets.
///
/// ```
/// use sentry_query::{Dialect, parse};
///
/// let error = parse("level:", Dialect::Issues).into_result().unwrap_err();
/// assert_eq!(error.diagnostics().len(), 1);
/// assert!(error.to_string().contains("^"));
/// ```
#[derive(Clone, Debug)]
pub struct ParseError {
    pub(crate) source: Arc<str>,
    pub(crate) query: Query,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl ParseError {
    /// Returns every problem in source order, warnings too.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Returns the text that was parsed.
    pub fn text(&self) -> &str {
        &self.source
    }

    /// Returns the query as far as it was understood.
    pub fn query(&self) -> &Query {
        &self.query
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        render(&self.source, &self.diagnostics).fmt(f)
    }
}

impl Error for ParseError {}
