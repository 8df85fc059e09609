//! Recursive descent over one byte cursor, in the order of Sentry's grammar.
//!
//! The grammar is a PEG: alternatives are tried in order and the first that fits is taken. Each
//! file holds the rules for one kind of filter. A filter is first recognised by its head
//! ([`filter::Head`]), which is all that free text needs to know where to stop, and then read by
//! the first rule that fits its value.
//!
//! Everything that could be tried more than once at the same place is remembered, so that time
//! stays linear: free text in parentheses, lists that do not close, and unclosed groups, which are
//! read once strictly and once by recovery.

mod aggregate;
mod array;
mod boolean;
mod date;
mod duration;
mod filter;
mod free_text;
mod group;
mod has;
mod is;
mod key;
mod list;
mod mend;
mod number;
mod recover;
mod regex;
mod size;
mod surprise;
mod text;
mod value;

pub(crate) use list::text_item;

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use crate::ast::{Key, Query, Term};
use crate::diagnostic::{Code, Diagnostic, Severity, Suggestion};
use crate::lexer::Cursor;
use crate::token::{Token, tokenize};
use crate::{Dialect, ParseError, Span, Text, Timestamp};

/// How deep parentheses may be nested.
///
/// Sentry's own bound is the recursion limit of its interpreter: 121 levels at most, fewer behind
/// a web server.
pub const MAX_DEPTH: usize = 121;

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
    let mut parsed = parse_unverified(text, dialect);
    parsed.verify_suggestion();
    parsed
}

fn parse_unverified(text: &str, dialect: Dialect) -> Parse {
    let mut parser = Parser::new(text, dialect);
    let terms = parser.query();
    parser.warn_of_surprises(&terms);
    parser.refuse_logic(&terms);
    let Parser {
        source,
        mut diagnostics,
        steps,
        stopped,
        ..
    } = parser;
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start());
    Parse {
        source,
        query: Query { dialect, terms },
        diagnostics,
        steps: steps.get(),
        stopped,
    }
}

/// The result of parsing: a query, its diagnostics and its tokens.
#[derive(Clone, Debug)]
pub struct Parse {
    source: Arc<str>,
    query: Query,
    diagnostics: Vec<Diagnostic>,
    steps: usize,
    /// Where the grammar stopped, if it did before the end.
    stopped: Option<usize>,
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

    /// Drops the suggestion of a lone error when the query would still be refused with it, since a
    /// value that was refused may have hidden another problem.
    fn verify_suggestion(&mut self) {
        let source = &self.source;
        let mut errors = self
            .diagnostics
            .iter_mut()
            .filter(|problem| problem.severity() == Severity::Error);
        let (Some(error), None) = (errors.next(), errors.next()) else {
            return;
        };
        if let Some(fixed) = error.fixed(source)
            && !parse_unverified(&fixed, self.query.dialect).is_ok()
        {
            error.suggestion = None;
        }
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
        Rendered(self)
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

    /// Returns the one message with which Sentry's parser would refuse the query, or `None` where
    /// it would take it.
    ///
    /// A failure of the grammar comes before every other problem, and then the first one in the
    /// text. What only a later stage refuses, such as a dangling `OR`, is not meant here.
    /// Messages about dates quote the current time, hence `now`.
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
        let mut problems = self
            .diagnostics
            .iter()
            .filter(|problem| problem.code().is_syntax());
        problems.next()?.sentry_message(&self.source, now)
    }

    /// The number of bytes and items looked at, for tests of linear time.
    #[doc(hidden)]
    pub fn steps(&self) -> usize {
        self.steps
    }
}

struct Rendered<'a>(&'a Parse);

impl fmt::Display for Rendered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::diagnostic::render(f, &self.0.source, &self.0.diagnostics)
    }
}

pub(crate) struct Parser<'a> {
    text: &'a str,
    source: Arc<str>,
    dialect: Dialect,
    diagnostics: Vec<Diagnostic>,
    /// Starts of list items after which the list is known not to close.
    dead_items: HashSet<usize>,
    /// The end of free text in parentheses by its start, or nothing where there is none.
    free_parens: HashMap<usize, Option<usize>>,
    /// Where the next end of a regular expression was looked for, where that search ended, and
    /// whether it found one.
    delimiter: (usize, usize, bool),
    depth: usize,
    /// The parenthesis that exceeded [`MAX_DEPTH`]; from there on nothing matches.
    too_deep: Option<usize>,
    steps: std::cell::Cell<usize>,
    stopped: Option<usize>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, dialect: Dialect) -> Self {
        Self {
            text,
            source: Arc::from(text),
            dialect,
            diagnostics: Vec::new(),
            dead_items: HashSet::new(),
            free_parens: HashMap::new(),
            delimiter: (1, 0, false),
            depth: 0,
            too_deep: None,
            steps: std::cell::Cell::new(0),
            stopped: None,
        }
    }

    fn step(&self, count: usize) {
        self.steps.set(self.steps.get().saturating_add(count));
    }

    /// `query := sp term*`, and recovery where that stops early.
    fn query(&mut self) -> Vec<Term> {
        let mut cursor = Cursor::at(self.text, 0);
        let mut terms = Vec::new();
        cursor.spaces();
        self.terms(&mut cursor, &mut terms);
        if cursor.pos() < self.text.len() {
            self.stopped = Some(cursor.pos());
            self.recover(cursor, &mut terms);
        }
        terms
    }

    fn slice(&self, span: Span) -> Text {
        Text::shared(&self.source, span)
    }

    fn str(&self, span: Span) -> &'a str {
        span.slice(self.text)
    }

    fn report(&mut self, code: Code, span: Span) -> &mut Diagnostic {
        let found = self.slice(span);
        self.diagnostics.push(Diagnostic {
            found,
            ..Diagnostic::new(code, span)
        });
        let last = self.diagnostics.len() - 1;
        // The diagnostic was pushed a line ago.
        #[allow(
            clippy::indexing_slicing,
            reason = "the index is that of the last element"
        )]
        &mut self.diagnostics[last]
    }

    fn report_key(&mut self, code: Code, key: &Key, span: Span) -> &mut Diagnostic {
        let (subject, written) = (key.name.clone(), self.slice(key.span));
        let diagnostic = self.report(code, span);
        diagnostic.subject = subject;
        diagnostic.written = written;
        diagnostic
    }

    #[allow(
        clippy::unnecessary_wraps,
        reason = "it fills a field that is optional"
    )]
    fn suggest(span: Span, replacement: impl Into<String>) -> Option<Suggestion> {
        Some(Suggestion {
            span,
            replacement: replacement.into(),
        })
    }

    /// Adds the errors of the second stage: dangling operators.
    fn refuse_logic(&mut self, terms: &[Term]) {
        if !self.dialect.has_boolean_logic() || !self.diagnostics.is_empty() {
            return;
        }
        if let Err(error) = crate::ast::check_logic(terms) {
            let problem = error.problem.to_string();
            let suggestion = Self::suggest(self.with_spaces(error.span), "");
            let diagnostic = self.report(Code::DanglingOperator, error.span);
            diagnostic.subject = Text::from(problem);
            diagnostic.suggestion = suggestion;
        }
    }
}
