use crate::Span;
use crate::ast::{Filter, Has, Term};
use crate::lexer::Cursor;

/// A piece of the source.
///
/// ```
/// use sentry_query::{Dialect, TokenKind, parse};
///
/// let source = "!level:info cart";
/// let kinds: Vec<TokenKind> =
///     parse(source, Dialect::Issues).tokens().iter().map(|token| token.kind).collect();
/// assert_eq!(
///     kinds,
///     [
///         TokenKind::Negation,
///         TokenKind::Key,
///         TokenKind::Colon,
///         TokenKind::Value,
///         TokenKind::Space,
///         TokenKind::FreeText,
///     ],
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What the piece is.
    pub kind: TokenKind,
    /// Where it stands; never empty.
    pub span: Span,
}

/// The kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Spaces between terms.
    Space,
    /// `(` of a group.
    OpenParenthesis,
    /// `)` of a group.
    CloseParenthesis,
    /// `AND` or `OR`.
    Boolean,
    /// `!` before a key.
    Negation,
    /// A key, with its quotes or brackets.
    Key,
    /// A function with its arguments.
    Function,
    /// `:`
    Colon,
    /// A comparison or wildcard operator.
    Operator,
    /// A value, with its quotes or brackets; after `has:` it is a key.
    Value,
    /// Words without a key.
    FreeText,
    /// What could not be understood, such as the value of a filter that was refused.
    Unknown,
}

/// Cuts the source along the spans of the tree; what lies between is space, parentheses or unknown.
pub(crate) fn tokenize(source: &str, terms: &[Term]) -> Vec<Token> {
    let mut tokens = Tokens {
        source,
        pos: 0,
        // A filter has four pieces and a space.
        out: Vec::with_capacity(terms.len() * 5 + 1),
    };
    tokens.terms(terms);
    tokens.gap_to(source.len());
    tokens.out
}

struct Tokens<'a> {
    source: &'a str,
    pos: usize,
    out: Vec<Token>,
}

impl Tokens<'_> {
    fn terms(&mut self, terms: &[Term]) {
        for term in terms {
            match term {
                Term::Group(group) => {
                    self.gap_to(group.span.start() + 1);
                    self.terms(&group.terms);
                    self.gap_to(group.span.end());
                }
                Term::Boolean(operator) => self.piece(TokenKind::Boolean, operator.span),
                Term::FreeText(text) => self.piece(TokenKind::FreeText, text.span),
                Term::Filter(filter) => self.filter(filter),
                Term::Has(has) => self.has(has),
                Term::Is(is) => {
                    let colon = is.value_span.start().saturating_sub(1);
                    self.head(is.span.start(), colon, TokenKind::Key);
                    self.piece(TokenKind::Value, is.value_span);
                }
                Term::Aggregate(aggregate) => {
                    let colon = aggregate.function.span.end();
                    self.head(aggregate.span.start(), colon, TokenKind::Function);
                    self.up_to(TokenKind::Operator, aggregate.value_span.start());
                    self.piece(TokenKind::Value, aggregate.value_span);
                }
            }
        }
    }

    fn filter(&mut self, filter: &Filter) {
        self.head(filter.span.start(), filter.key.span.end(), TokenKind::Key);
        self.up_to(TokenKind::Operator, filter.value_span.start());
        self.piece(TokenKind::Value, filter.value_span);
    }

    fn has(&mut self, has: &Has) {
        let text = has.span.slice(self.source);
        let colon = has.span.start() + text.find(':').unwrap_or_default();
        self.head(has.span.start(), colon, TokenKind::Key);
        self.up_to(TokenKind::Value, has.span.end());
    }

    /// The sign, the key and the colon of a filter.
    fn head(&mut self, start: usize, colon: usize, kind: TokenKind) {
        self.gap_to(start);
        if self.source.as_bytes().get(start) == Some(&b'!') {
            self.up_to(TokenKind::Negation, start + 1);
        }
        self.up_to(kind, colon);
        self.up_to(TokenKind::Colon, colon + 1);
    }

    fn piece(&mut self, kind: TokenKind, span: Span) {
        self.gap_to(span.start());
        self.up_to(kind, span.end());
    }

    fn up_to(&mut self, kind: TokenKind, end: usize) {
        if end > self.pos {
            self.out.push(Token {
                kind,
                span: Span::new(self.pos, end),
            });
            self.pos = end;
        }
    }

    /// The key of a filter whose value was refused.
    fn refused_head(&mut self, end: usize) {
        let mut cursor = Cursor::at(self.source, self.pos);
        let negated = cursor.eat(b'!');
        let Some(key) = cursor.word() else { return };
        if cursor.eat(b':') && cursor.pos() <= end {
            if negated {
                self.up_to(TokenKind::Negation, key.start());
            }
            self.up_to(TokenKind::Key, key.end());
            self.up_to(TokenKind::Colon, key.end() + 1);
        }
    }

    fn gap_to(&mut self, end: usize) {
        while self.pos < end {
            let rest = self
                .source
                .as_bytes()
                .get(self.pos..end)
                .unwrap_or_default();
            let (kind, len) = match rest.first() {
                Some(b' ') => (
                    TokenKind::Space,
                    rest.iter().take_while(|b| **b == b' ').count(),
                ),
                Some(b'"') if rest.starts_with(b"\"\"") => (TokenKind::FreeText, 2),
                Some(b'(') => (TokenKind::OpenParenthesis, 1),
                Some(b')') => (TokenKind::CloseParenthesis, 1),
                _ => {
                    self.refused_head(end);
                    let rest = self.source.as_bytes().get(self.pos..end);
                    let end = |b: &&u8| !matches!(b, b' ' | b'(' | b')');
                    let len = rest.unwrap_or_default().iter().take_while(end).count();
                    (TokenKind::Unknown, len)
                }
            };
            if len == 0 {
                continue;
            }
            self.up_to(kind, self.pos + len);
        }
    }
}
