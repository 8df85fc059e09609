use super::Parser;
use crate::ast::TextOperator;
use crate::diagnostic::Code;
use crate::lexer::Cursor;
use crate::{Span, Text};

/// A `value` as it was read.
pub(super) struct RawValue {
    pub(super) span: Span,
    pub(super) raw: Text,
    /// Nothing at all was written, not even quotes.
    pub(super) missing: bool,
}

impl<'a> Parser<'a> {
    /// The content of quotes, with `\"` read as a quote.
    pub(super) fn unquote(&self, inner: Span) -> Text {
        let text = self.str(inner);
        // Looking for one byte first is much faster, and most texts have no quote at all.
        if text.contains('"') && text.contains("\\\"") {
            Text::from(text.replace("\\\"", "\""))
        } else {
            self.slice(inner)
        }
    }

    /// `quoted`, with the bytes that were looked at counted.
    pub(super) fn quoted(&self, cursor: &mut Cursor<'a>) -> Option<Span> {
        if cursor.peek() != Some(b'"') {
            return None;
        }
        let start = cursor.pos();
        let inner = cursor.quoted();
        self.step(inner.map_or(self.text.len() - start, Span::len));
        inner
    }

    /// `value`; nothing when an unquoted value has a quote that is not escaped.
    pub(super) fn value(&mut self, cursor: &mut Cursor<'a>) -> Option<RawValue> {
        let start = cursor.pos();
        if let Some(inner) = self.quoted(cursor) {
            let span = cursor.span_from(start);
            return Some(RawValue {
                span,
                raw: self.unquote(inner),
                missing: false,
            });
        }
        let span = cursor.bare_value();
        if let Some(quote) = bare_quote(self.str(span)) {
            self.refuse_quote(span, quote);
            return None;
        }
        Some(RawValue {
            span,
            raw: self.unquote(span),
            missing: span.is_empty(),
        })
    }

    fn refuse_quote(&mut self, span: Span, quote: usize) {
        let text = self.str(span);
        let at = Span::new(span.start() + quote, span.start() + quote + 1);
        let (code, suggestion) = if quote == 0 {
            let line = self.text.get(span.start()..).unwrap_or_default();
            let end = span.start() + line.trim_end_matches(' ').len();
            let close = Self::suggest(Span::new(end, end), "\"");
            (Code::UnclosedQuote, close.filter(|_| !line.ends_with('\\')))
        } else {
            let escaped = text.replace("\\\"", "\"").replace('"', "\\\"");
            let listed = text.starts_with('[');
            let escaped = Self::suggest(span, escaped).filter(|_| !listed);
            (
                Code::BareQuote,
                escaped.or_else(|| self.mended_list_at(span)),
            )
        };
        let found = self.slice(span);
        let diagnostic = self.report(code, at);
        diagnostic.found = found;
        diagnostic.suggestion = suggestion;
    }

    /// Makes wildcards of a wildcard operator: stars and lone backslashes of the value become
    /// literal, and stars of its own are put around it.
    pub(super) fn widen(operator: Option<TextOperator>, raw: Text) -> Text {
        let Some(operator) = operator else { return raw };
        if raw.is_empty() {
            return raw;
        }
        let escaped = escape_wildcards(&raw);
        // A lone quote is both the first and the last.
        let inner = escaped
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"').or(rest.is_empty().then_some("")));
        let mut text = inner.map(str::to_owned).unwrap_or(escaped);
        if matches!(operator, TextOperator::Contains | TextOperator::EndsWith) {
            text.insert(0, '*');
        }
        if matches!(operator, TextOperator::Contains | TextOperator::StartsWith) {
            text.push('*');
        }
        Text::from(text)
    }
}

fn escape_wildcards(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len() + 8);
    let mut chars = raw.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        let lone = match c {
            '*' => before != Some('\\'),
            '\\' => before != Some('\\') && !matches!(chars.peek(), Some('*' | '\\')),
            _ => false,
        };
        if lone {
            text.push('\\');
        }
        text.push(c);
        before = Some(c);
    }
    text
}

/// The offset of the first quote that is not escaped.
///
/// A quirk of the back end is kept: after a quote it goes on with the rest of the text, and where
/// that starts with a quote it takes the *last* character for the one before.
fn bare_quote(text: &str) -> Option<usize> {
    let mut start = 0;
    while let Some(rest) = text.get(start..) {
        let quote = rest.find('"')?;
        let before = match quote.checked_sub(1) {
            Some(before) => rest.as_bytes().get(before),
            None if start == 0 => None,
            None => rest.as_bytes().last(),
        };
        if before != Some(&b'\\') {
            return Some(start + quote);
        }
        start += quote + 1;
    }
    None
}
