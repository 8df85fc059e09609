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
mod foreign_value;
mod foreign_word;
mod free_text;
mod group;
mod has;
mod is;
mod key;
mod list;
mod mend;
mod mend_value;
mod number;
mod recover;
mod regex;
#[cfg(feature = "regex-syntax")]
mod regex_syntax;
mod size;
mod surprise;
mod text;
mod value;

pub(crate) use list::text_item;

use key::KeyToken;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::ast::{Query, Term};
use crate::diagnostic::{Code, Diagnostic, Severity, Suggestion};
use crate::lexer::Cursor;
use crate::{Dialect, Parse, ParseOptions, Span, Text};

/// How deep parentheses may be nested.
///
/// Sentry's own bound is the recursion limit of its interpreter: 121 levels at most, fewer behind
/// a web server.
pub const MAX_DEPTH: usize = 121;

pub(crate) struct Parser<'a> {
    text: &'a str,
    source: Arc<str>,
    dialect: Dialect,
    options: ParseOptions<'a>,
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
    /// Parses the text, and checks what it is about to suggest.
    pub(crate) fn run(text: &'a str, options: ParseOptions<'a>) -> Parse {
        let mut parsed = Self::parse(text, options);
        verify_suggestion(&mut parsed, options);
        parsed
    }

    fn parse(text: &'a str, options: ParseOptions<'a>) -> Parse {
        let dialect = options.dialect();
        let mut parser = Self::new(text, options);
        let terms = parser.query();
        parser.warn_of_surprises(&terms);
        parser.refuse_logic(&terms);
        let Self {
            source,
            mut diagnostics,
            steps,
            stopped,
            ..
        } = parser;
        diagnostics.sort_by_key(|diagnostic| diagnostic.span.start());
        let query = Query {
            dialect,
            source: Arc::clone(&source),
            terms,
        };
        Parse {
            source,
            query,
            diagnostics,
            steps: steps.get(),
            stopped,
        }
    }

    fn new(text: &'a str, options: ParseOptions<'a>) -> Self {
        Self {
            text,
            source: Arc::from(text),
            dialect: options.dialect(),
            options,
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

    fn report_key(&mut self, code: Code, key: KeyToken, span: Span) -> &mut Diagnostic {
        let (subject, written) = (self.key_of(key).name, self.slice(key.span));
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
        let refused = self
            .diagnostics
            .iter()
            .any(|problem| problem.severity() == Severity::Error);
        if refused || !self.dialect.has_boolean_logic() {
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

/// Drops the suggestion of a lone error when the query would still be refused with it, since a
/// value that was refused may have hidden another problem.
///
/// A suggestion that changes nothing is dropped too: who applies them would not come to an end.
fn verify_suggestion(parsed: &mut Parse, options: ParseOptions<'_>) {
    let source = &parsed.source;
    for problem in &mut parsed.diagnostics {
        problem
            .suggestion
            .take_if(|found| found.span.slice(source) == found.replacement);
    }
    let mut errors = parsed
        .diagnostics
        .iter_mut()
        .filter(|problem| problem.severity() == Severity::Error);
    let (Some(error), None) = (errors.next(), errors.next()) else {
        return;
    };
    if let Some(fixed) = error.fixed(source)
        && !Parser::parse(&fixed, options).is_ok()
    {
        error.suggestion = None;
    }
}
