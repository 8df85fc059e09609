use super::Parser;
use super::filter::{Keyed, Matched};
use super::key::KeyToken;
use super::list::List;
use crate::Span;
use crate::ast::{Has, HasKeys, Key, Term};
use crate::diagnostic::{Code, Suggestion};
use crate::lexer::Cursor;

impl<'a> Parser<'a> {
    /// Rules 10 and 11: `has:key` and `has:[a, b]`.
    pub(super) fn has(&mut self, keyed: &Keyed<'a>) -> Option<Matched<'a>> {
        if self.str(keyed.key.span) != "has" {
            return None;
        }
        let mut cursor = keyed.value;
        if let Some(list) = self.list(&mut cursor, |p, c| Some(p.has_item(c))) {
            return Some((self.has_list(keyed, list, cursor), cursor));
        }
        let start = cursor.pos();
        let item = self.has_item(&mut cursor);
        let span = cursor.span_from(start);
        let HasItem::Key(key) = item else {
            self.refuse_has(span);
            let mended = self.mended_has(keyed, span);
            if let Some(problem) = self.diagnostics.last_mut().filter(|_| mended.is_some()) {
                problem.suggestion = mended;
            }
            return Some((None, cursor));
        };
        let keys = HasKeys::One(self.key_of(key));
        let span = cursor.span_from(keyed.start);
        Some((
            Some(Term::Has(Has {
                span,
                negated: keyed.negated,
                keys,
            })),
            cursor,
        ))
    }

    fn has_list(
        &mut self,
        keyed: &Keyed<'a>,
        list: List<HasItem>,
        cursor: Cursor<'a>,
    ) -> Option<Term> {
        let mut keys: Vec<Key> = Vec::with_capacity(list.items.len());
        for item in list.items {
            match item {
                HasItem::Key(key) => keys.push(self.key_of(key)),
                HasItem::Value(span) => {
                    self.refuse_has(span);
                    return None;
                }
            }
        }
        if list.gap {
            self.refuse_has(cursor.span_from(keyed.value.pos()));
            return None;
        }
        let span = cursor.span_from(keyed.start);
        let negated = keyed.negated;
        if self.dialect.has_boolean_logic() {
            return Some(Term::Has(Has {
                span,
                negated,
                keys: HasKeys::List(keys),
            }));
        }
        if keys.len() > 1 {
            self.refuse_has_list(&keys, span, negated);
        }
        let first = keys.into_iter().next()?;
        Some(Term::Has(Has {
            span,
            negated,
            keys: HasKeys::One(first),
        }))
    }

    /// Without boolean logic a list is refused; none of several keys can be asked for one by one.
    fn refuse_has_list(&mut self, keys: &[Key], span: Span, negated: bool) {
        let each: Vec<String> = keys
            .iter()
            .map(|key| format!("!has:{}", self.str(key.span)))
            .collect();
        let suggestion = Self::suggest(span, each.join(" ")).filter(|_| negated);
        self.report(Code::HasListUnsupported, span).suggestion = suggestion;
    }

    /// `has: user` without the space, and `has:!user` as `!has:user`.
    fn mended_has(&self, keyed: &Keyed<'a>, span: Span) -> Option<Suggestion> {
        if span.is_empty() {
            return self.mended_missing(keyed, span);
        }
        let key = self.str(span).strip_prefix('!')?;
        let sign = if keyed.negated { "" } else { "!" };
        let mended = format!("{sign}has:{key}");
        Self::suggest(Span::new(keyed.start, span.end()), mended.as_str())
            .filter(|_| self.fits(&mended))
    }

    fn refuse_has(&mut self, span: Span) {
        let inner = self.str(span).trim_matches('"');
        let replacement = inner.trim_end_matches('*').trim_end_matches('.');
        let is_key = !replacement.is_empty() && replacement.bytes().all(crate::lexer::is_word);
        let suggestion = Self::suggest(span, replacement).filter(|_| is_key);
        self.report(Code::InvalidHas, span).suggestion = suggestion;
    }

    /// `hasitem := textkey | value`; an empty value is no item of a list.
    fn has_item(&self, cursor: &mut Cursor<'a>) -> HasItem {
        if let Some(key) = self.text_key(cursor) {
            return HasItem::Key(key);
        }
        let start = cursor.pos();
        if cursor.quoted().is_none() {
            cursor.bare_value();
        }
        let span = cursor.span_from(start);
        HasItem::Value(span)
    }
}

/// What was found where `has:` wants a key.
pub(super) enum HasItem {
    Key(KeyToken),
    Value(Span),
}
