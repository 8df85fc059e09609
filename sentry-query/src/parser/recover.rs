use super::{MAX_DEPTH, Parser};
use crate::Span;
use crate::ast::Term;
use crate::diagnostic::Code;
use crate::lexer::Cursor;

/// More syntax errors than this in one query say nothing new.
const MAX_SYNTAX_ERRORS: usize = 20;

/// A group that recovery has opened and not yet closed.
struct Open {
    start: usize,
    terms: Vec<Term>,
    count: usize,
}

impl<'a> Parser<'a> {
    /// Reads on after the place where the grammar stopped, and says what is wrong there.
    ///
    /// Groups are kept on a stack of our own here, so that each byte is read once more and not
    /// once for each unclosed parenthesis.
    pub(super) fn recover(&mut self, mut cursor: Cursor<'a>, out: &mut Vec<Term>) {
        if let Some(at) = self.too_deep {
            self.report(Code::NestingTooDeep, Span::new(at, at + 1));
            return;
        }
        let mut stack: Vec<Open> = Vec::new();
        let mut errors = 0;
        loop {
            cursor.spaces();
            let at = Span::new(cursor.pos(), cursor.pos() + 1);
            let code = match cursor.peek() {
                None => break,
                Some(b'\n') => Some(Code::NewlineOutsideQuotes),
                Some(b')') => {
                    cursor.skip(1);
                    errors += usize::from(!self.recover_close(&mut stack, cursor.pos(), out));
                    if errors == MAX_SYNTAX_ERRORS {
                        break;
                    }
                    continue;
                }
                Some(b'(') if !cursor.rest().starts_with("()") => {
                    if stack.len() == MAX_DEPTH {
                        self.report(Code::NestingTooDeep, at);
                        break;
                    }
                    stack.push(Open {
                        start: cursor.pos(),
                        terms: Vec::new(),
                        count: 0,
                    });
                    cursor.skip(1);
                    continue;
                }
                Some(_) => None,
            };
            if let Some(code) = code {
                self.report(code, at).suggestion = Self::suggest(at, " ");
                cursor.skip(1);
            } else if !self.recover_term(&mut cursor, stack.last_mut(), out) {
                break;
            }
            errors += usize::from(code.is_some());
            if errors == MAX_SYNTAX_ERRORS {
                break;
            }
        }
        self.recover_end(stack, out);
    }

    fn recover_term(
        &mut self,
        cursor: &mut Cursor<'a>,
        open: Option<&mut Open>,
        out: &mut Vec<Term>,
    ) -> bool {
        match open {
            Some(open) => {
                open.count += 1;
                self.flat_term(cursor, &mut open.terms)
            }
            None => self.flat_term(cursor, out),
        }
    }

    /// Closes the innermost group; says whether that was right.
    fn recover_close(&mut self, stack: &mut Vec<Open>, end: usize, out: &mut Vec<Term>) -> bool {
        let bracket = Span::new(end - 1, end);
        let Some(open) = stack.pop() else {
            self.report(Code::UnmatchedParenthesis, bracket).suggestion =
                Self::suggest(bracket, "");
            return false;
        };
        let span = Span::new(open.start, end);
        let target = match stack.last_mut() {
            Some(outer) => {
                outer.count += 1;
                &mut outer.terms
            }
            None => out,
        };
        if open.count == 0 {
            let before = open
                .start
                .checked_sub(1)
                .and_then(|at| self.text.as_bytes().get(at));
            let glued = before.is_some_and(|byte| !matches!(byte, b' ' | b'('));
            let empty = if glued {
                Span::new(open.start + 1, end - 1)
            } else {
                self.with_spaces(span)
            };
            self.report(Code::EmptyGroup, span).suggestion = Self::suggest(empty, "");
        } else {
            self.close_group(span, open.terms, target);
        }
        open.count > 0
    }

    /// Reports the groups that are still open, outermost first, and keeps what they hold.
    fn recover_end(&mut self, stack: Vec<Open>, out: &mut Vec<Term>) {
        let end = self.text.trim_end_matches(' ').len();
        let missing = ")".repeat(stack.len());
        // Without boolean logic a group would only be text.
        let grouped = self.dialect.has_boolean_logic();
        for (index, open) in stack.into_iter().enumerate() {
            if index < MAX_SYNTAX_ERRORS {
                let bracket = Span::new(open.start, open.start + 1);
                let diagnostic = self.report(Code::UnclosedParenthesis, bracket);
                diagnostic.suggestion = match (open.count, grouped) {
                    (0, _) => None,
                    (_, true) => Self::suggest(Span::new(end, end), missing.as_str()),
                    (_, false) => Self::suggest(bracket, ""),
                };
            }
            out.extend(open.terms);
        }
    }

    /// The span with the spaces before it, or else those after it.
    pub(super) fn with_spaces(&self, span: Span) -> Span {
        let before = self.text.get(..span.start()).unwrap_or_default();
        let start = before.trim_end_matches(' ').len();
        if start < span.start() {
            return Span::new(start, span.end());
        }
        let after = self.text.get(span.end()..).unwrap_or_default();
        let spaces = after.len() - after.trim_start_matches(' ').len();
        Span::new(span.start(), span.end() + spaces)
    }
}
