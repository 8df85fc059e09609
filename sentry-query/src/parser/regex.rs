use super::Parser;
use super::filter::{Keyed, Matched, equality};
use crate::ast::{Regex, Value};
use crate::diagnostic::Code;
use crate::lexer::Cursor;
use crate::schema::FieldKind;
use crate::{Span, Text};

/// How far the grammar looks for the end of a pattern, in characters.
const MAX_LOOKAHEAD: usize = 1000;
const MAX_PATTERN: usize = 64;

impl<'a> Parser<'a> {
    /// Rule 12b: `//pattern//`, where the dialect has it.
    pub(super) fn regex(&mut self, keyed: &Keyed<'a>) -> Option<Matched<'a>> {
        if !self.dialect.has_regex() {
            return None;
        }
        let mut cursor = keyed.value;
        let start = cursor.pos();
        let inner = self.delimited(&mut cursor)?;
        let span = cursor.span_from(start);
        let written = self.str(inner);
        let pattern = if written.contains("\\/\\/") {
            Text::from(written.replace("\\/\\/", "//"))
        } else {
            self.slice(inner)
        };
        let typed = !matches!(keyed.kind, FieldKind::Text | FieldKind::OrderedText);
        let problem = if typed {
            Some((Code::RegexOnTypedKey, String::new()))
        } else if pattern.chars().count() > MAX_PATTERN {
            Some((Code::RegexTooLong, String::new()))
        } else {
            problem_of(&pattern).map(|reason| (Code::InvalidRegex, reason))
        };
        if let Some((code, reason)) = problem {
            let diagnostic = self.report_key(code, keyed.key, span);
            if !reason.is_empty() {
                diagnostic.found = Text::from(reason);
            }
            return Some((None, cursor));
        }
        let value = Value::Regex(Regex { pattern });
        Some((
            Some(self.filter_term(keyed, equality(keyed.negated), value, span)),
            cursor,
        ))
    }

    /// The pattern up to the first `//` that ends the word.
    fn delimited(&mut self, cursor: &mut Cursor<'a>) -> Option<Span> {
        let mut ahead = *cursor;
        if !ahead.eat_str("//") {
            return None;
        }
        let start = ahead.pos();
        let end = self.next_delimiter(start + 1)?;
        let span = Span::new(start, end);
        // A character has at most four bytes, so that far ends need not be counted.
        let too_far = span.len() > 4 * MAX_LOOKAHEAD
            || (span.len() > MAX_LOOKAHEAD && self.str(span).chars().count() > MAX_LOOKAHEAD);
        if too_far {
            return None;
        }
        *cursor = Cursor::at(self.text, end + 2);
        Some(span)
    }

    /// The next `//` with END after it on the same line, at `from` or later.
    ///
    /// The last answer is kept: many patterns that do not end would else look for the same one.
    fn next_delimiter(&mut self, from: usize) -> Option<usize> {
        let (asked, answer, _) = self.delimiter;
        if !(asked..=answer).contains(&from) {
            let (answer, found) = self.find_delimiter(from);
            self.step(answer - from + 1);
            self.delimiter = (from, answer, found);
        }
        let (_, answer, found) = self.delimiter;
        found.then_some(answer)
    }

    /// The next `//` with END after it, or else the end of the line.
    fn find_delimiter(&self, from: usize) -> (usize, bool) {
        let mut cursor = Cursor::at(self.text, from);
        loop {
            cursor.skip_while(|b| b != b'/' && b != b'\n');
            let at = cursor.pos();
            match cursor.peek() {
                Some(b'/') => {
                    let mut end = cursor;
                    if end.eat_str("//") && end.is_end() {
                        return (at, true);
                    }
                    cursor.skip(1);
                }
                _ => return (at, false),
            }
        }
    }
}

#[cfg(not(feature = "regex-syntax"))]
fn problem_of(pattern: &str) -> Option<String> {
    unbalanced(pattern)
}

#[cfg(feature = "regex-syntax")]
fn problem_of(pattern: &str) -> Option<String> {
    unbalanced(pattern).or_else(|| super::regex_syntax::problem(pattern))
}

/// Finds what makes a pattern invalid whatever the flavour: a bracket that does not close.
///
/// The pattern itself is not compiled; Sentry's own check is of a different flavour than the one
/// that runs the search, so that only its plainest refusals can be told here.
fn unbalanced(pattern: &str) -> Option<String> {
    let mut groups = Vec::new();
    let mut class = None;
    let mut chars = pattern.chars().enumerate().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' {
            if chars.next().is_none() {
                return Some(format!("bad escape (end of pattern) at position {at}"));
            }
            continue;
        }
        match (c, class) {
            ('[', None) => {
                class = Some(at);
                // A bracket right at the start of a class is one of its members.
                chars.next_if(|(_, c)| *c == '^');
                chars.next_if(|(_, c)| *c == ']');
            }
            (']', Some(_)) => class = None,
            ('(', None) => groups.push(at),
            (')', None) if groups.pop().is_none() => {
                return Some(format!("unbalanced parenthesis at position {at}"));
            }
            _ => {}
        }
    }
    if let Some(at) = class {
        return Some(format!("unterminated character set at position {at}"));
    }
    let at = groups.last()?;
    Some(format!(
        "missing ), unterminated subpattern at position {at}"
    ))
}
