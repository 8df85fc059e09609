use super::{MAX_DEPTH, Parser};
use crate::Span;
use crate::ast::{BooleanOperator, BooleanWord, FreeText, Group, Pattern, Term};
use crate::diagnostic::Code;
use crate::lexer::Cursor;

impl<'a> Parser<'a> {
    /// `term*`; returns how many terms matched, those that vanish among them.
    pub(super) fn terms(&mut self, cursor: &mut Cursor<'a>, out: &mut Vec<Term>) -> usize {
        let mut count = 0;
        while self.term(cursor, out) {
            cursor.spaces();
            count += 1;
        }
        count
    }

    /// `bool | group | filter | free`
    fn term(&mut self, cursor: &mut Cursor<'a>, out: &mut Vec<Term>) -> bool {
        self.step(1);
        if self.boolean_operator(cursor, out) {
            return true;
        }
        if cursor.peek() == Some(b'(') && self.group(cursor, out) {
            return true;
        }
        self.too_deep.is_none() && (self.filter(cursor, out) || self.free_text(cursor, out))
    }

    /// The terms that recovery may read: anything but a group.
    pub(super) fn flat_term(&mut self, cursor: &mut Cursor<'a>, out: &mut Vec<Term>) -> bool {
        self.step(1);
        self.boolean_operator(cursor, out)
            || self.filter(cursor, out)
            || self.free_text(cursor, out)
    }

    /// `( "OR" | "AND" ) END`, in any case.
    pub(super) fn boolean_word(cursor: &mut Cursor<'a>) -> Option<BooleanWord> {
        // Asked at every word, nearly none of which starts like one of the two.
        if !matches!(cursor.peek(), Some(b'o' | b'O' | b'a' | b'A')) {
            return None;
        }
        cursor.attempt(|c| {
            let bytes = c.rest().as_bytes();
            let starts = |word: &[u8]| {
                bytes
                    .get(..word.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(word))
            };
            let (word, width) = if starts(b"OR") {
                (BooleanWord::Or, 2)
            } else if starts(b"AND") {
                (BooleanWord::And, 3)
            } else {
                return None;
            };
            c.skip(width);
            c.is_end().then_some(word)
        })
    }

    fn boolean_operator(&mut self, cursor: &mut Cursor<'a>, out: &mut Vec<Term>) -> bool {
        let start = cursor.pos();
        let Some(word) = Self::boolean_word(cursor) else {
            return false;
        };
        let span = cursor.span_from(start);
        if !self.dialect.has_boolean_logic() {
            self.report(Code::BooleanUnsupported, span);
        }
        out.push(Term::Boolean(BooleanOperator { span, word }));
        true
    }

    /// `"(" sp term+ ")"`
    fn group(&mut self, cursor: &mut Cursor<'a>, out: &mut Vec<Term>) -> bool {
        let start = cursor.pos();
        if !self.enter(start) {
            return false;
        }
        let reported = self.diagnostics.len();
        let mut ahead = *cursor;
        ahead.skip(1);
        ahead.spaces();
        let mut terms = Vec::new();
        let count = self.terms(&mut ahead, &mut terms);
        self.depth -= 1;
        if count == 0 || !ahead.eat(b')') {
            self.diagnostics.truncate(reported);
            return false;
        }
        *cursor = ahead;
        self.close_group(ahead.span_from(start), terms, out);
        true
    }

    /// Adds a group to the tree; without boolean logic it is raw text, parentheses and all.
    pub(super) fn close_group(&mut self, span: Span, terms: Vec<Term>, out: &mut Vec<Term>) {
        if !self.dialect.has_boolean_logic() {
            self.suggest_lists_in(span, &terms);
            let pattern = Pattern::new(self.slice(span));
            out.push(Term::FreeText(FreeText {
                span,
                pattern,
                quoted: false,
            }));
        } else if !terms.is_empty() {
            out.push(Term::Group(Group { span, terms }));
        }
    }

    /// Goes one level deeper, unless that is too deep.
    pub(super) fn enter(&mut self, at: usize) -> bool {
        if self.depth == MAX_DEPTH {
            self.too_deep.get_or_insert(at);
        }
        if self.too_deep.is_some() {
            return false;
        }
        self.depth += 1;
        true
    }
}
