use super::Parser;
use crate::lexer::Cursor;

/// The items of a list, at least one.
pub(super) struct List<T> {
    pub(super) items: Vec<T>,
    /// Nothing follows the last comma.
    pub(super) gap: bool,
}

impl<'a> Parser<'a> {
    /// `"[" item ( sp "," sp !"," item? )* "]" END`
    pub(super) fn list<T>(
        &mut self,
        cursor: &mut Cursor<'a>,
        item: impl Fn(&Self, &mut Cursor<'a>) -> Option<T>,
    ) -> Option<List<T>> {
        let mut ahead = *cursor;
        if !ahead.eat(b'[') {
            return None;
        }
        let mut items = Vec::new();
        let mut gap = false;
        loop {
            self.step(1);
            match item(self, &mut ahead) {
                Some(found) => items.push(found),
                None if items.is_empty() => return None,
                None => gap = true,
            }
            if gap || !ahead.comma() {
                break;
            }
        }
        self.step(ahead.pos() - cursor.pos());
        if !(ahead.eat(b']') && ahead.is_end()) {
            return None;
        }
        *cursor = ahead;
        Some(List { items, gap })
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
        let mut items = 0;
        let mut item = true;
        while item && !self.dead_items.contains(&ahead.pos()) {
            let start = ahead.pos();
            item = text_item(&mut ahead).is_some();
            items += 1;
            self.step(1 + ahead.pos() - start);
            if !item && items == 1 {
                return false;
            }
            if !item || !ahead.comma() {
                if ahead.eat(b']') && ahead.is_end() {
                    return true;
                }
                break;
            }
        }
        self.remember_dead(cursor, items);
        false
    }

    /// Goes over the items again, which is rare and costs less than to keep every list's items.
    fn remember_dead(&mut self, cursor: Cursor<'a>, items: usize) {
        let mut ahead = cursor;
        ahead.skip(1);
        for _ in 0..items {
            let start = ahead.pos();
            self.dead_items.insert(start);
            let _item = text_item(&mut ahead);
            let _more = ahead.comma();
            self.step(1 + ahead.pos() - start);
        }
    }
}

/// An item of a list of texts: where it stands, and what stands between its quotes.
pub(crate) fn text_item(cursor: &mut Cursor<'_>) -> Option<(crate::Span, crate::Span)> {
    let start = cursor.pos();
    let inner = cursor.quoted().or_else(|| cursor.bare_item())?;
    Some((cursor.span_from(start), inner))
}
