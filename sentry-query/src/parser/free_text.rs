use super::Parser;
use crate::ast::{FreeText, Pattern, Term};
use crate::lexer::Cursor;

impl<'a> Parser<'a> {
    /// `free`: a quoted phrase, or words up to a filter, a boolean word or a group.
    pub(super) fn free_text(&mut self, cursor: &mut Cursor<'a>, out: &mut Vec<Term>) -> bool {
        let start = cursor.pos();
        if let Some(inner) = self.quoted(cursor) {
            if !inner.is_empty() {
                let span = cursor.span_from(start);
                let pattern = Pattern::new(self.unquote(inner));
                out.push(Term::FreeText(FreeText {
                    span,
                    pattern,
                    quoted: true,
                }));
            }
            return true;
        }
        let Some(end) = self.words(cursor) else {
            return false;
        };
        let span = crate::Span::new(start, end);
        let pattern = Pattern::new(self.slice(span));
        out.push(Term::FreeText(FreeText {
            span,
            pattern,
            quoted: false,
        }));
        true
    }

    /// Unquoted words; returns where the last one ends, while the cursor goes past the spaces.
    fn words(&mut self, cursor: &mut Cursor<'a>) -> Option<usize> {
        let mut end = None;
        while self.word_of_text(cursor) {
            end = Some(cursor.pos());
            cursor.spaces();
        }
        end
    }

    /// `!filter !bool ( textparens | word )`
    fn word_of_text(&mut self, cursor: &mut Cursor<'a>) -> bool {
        self.step(1);
        if self.too_deep.is_some()
            || Self::boolean_word(&mut cursor.clone()).is_some()
            || self.head(&mut cursor.clone()).is_some()
        {
            return false;
        }
        if cursor.peek() == Some(b'(') {
            return match self.free_parens(cursor.pos()) {
                Some(end) => {
                    *cursor = Cursor::at(self.text, end);
                    true
                }
                None => false,
            };
        }
        let word = cursor.skip_while(|b| !matches!(b, b'(' | b')' | b'\n' | b' '));
        self.step(word.len());
        !word.is_empty()
    }

    /// `textparens := "(" free? ")"`: returns where it ends.
    fn free_parens(&mut self, start: usize) -> Option<usize> {
        if let Some(known) = self.free_parens.get(&start) {
            return *known;
        }
        if !self.enter(start) {
            return None;
        }
        let mut cursor = Cursor::at(self.text, start + 1);
        if self.quoted(&mut cursor).is_none() {
            self.words(&mut cursor);
        }
        self.depth -= 1;
        let end = cursor.eat(b')').then(|| cursor.pos());
        self.free_parens.insert(start, end);
        end
    }
}
