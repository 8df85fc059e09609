use super::Parser;
use crate::lexer::Cursor;

impl<'a> Parser<'a> {
    /// `"[" item ( sp "," sp !"," item? )* "]" END`; an item that was left out is `None`.
    pub(super) fn list<T>(
        &mut self,
        cursor: &mut Cursor<'a>,
        item: impl Fn(&Self, &mut Cursor<'a>) -> Option<T>,
    ) -> Option<Vec<Option<T>>> {
        let mut ahead = *cursor;
        if !ahead.eat(b'[') {
            return None;
        }
        let mut items = Vec::new();
        loop {
            self.step(1);
            let found = item(self, &mut ahead);
            let missing = found.is_none();
            if missing && items.is_empty() {
                return None;
            }
            items.push(found);
            if missing || !ahead.comma() {
                break;
            }
        }
        self.step(ahead.pos() - cursor.pos());
        if !(ahead.eat(b']') && ahead.is_end()) {
            return None;
        }
        *cursor = ahead;
        Some(items)
    }

    /// Says whether a list of texts starts here.
    ///
    /// A list that does not close may run over many words, each of which could start a list again
    /// that does not close either. The items after which that is known are remembered, so that
    /// each is looked at once.
    pub(super) fn closes(&mut self, cursor: Cursor<'a>) -> bool {
        let mut ahead = cursor;
        if !ahead.eat(b'[') {
            return false;
        }
        let mut starts = Vec::new();
        let mut item = true;
        while item && !self.dead_items.contains(&ahead.pos()) {
            starts.push(ahead.pos());
            item = text_item(&mut ahead).is_some();
            self.step(1 + ahead.pos() - starts.last().copied().unwrap_or_default());
            if !item && starts.len() == 1 {
                return false;
            }
            if !item || !ahead.comma() {
                if ahead.eat(b']') && ahead.is_end() {
                    return true;
                }
                break;
            }
        }
        self.dead_items.extend(starts);
        false
    }
}

/// An item of a list of texts: where it stands, and what stands between its quotes.
pub(crate) fn text_item(cursor: &mut Cursor<'_>) -> Option<(crate::Span, crate::Span)> {
    let start = cursor.pos();
    let inner = cursor.quoted().or_else(|| cursor.bare_item())?;
    Some((cursor.span_from(start), inner))
}
