use super::Parser;
use super::aggregate::AggregateHead;
use super::key::KeyToken;
use crate::ast::{Filter, Operator, Pattern, Term, Value};
use crate::diagnostic::Code;
use crate::lexer::Cursor;
use crate::schema::FieldKind;
use crate::{Span, Text};

/// What a filter starts with: all that decides whether a word is a filter.
///
/// A key with its colon is always a filter, since the last rule takes any text, even none. A
/// function is one only together with its value.
pub(super) enum Head<'a> {
    Key {
        start: usize,
        negated: bool,
        key: KeyToken,
        value: Cursor<'a>,
    },
    Aggregate(AggregateHead<'a>),
}

/// A key with its colon, as the rules for its value need it.
pub(super) struct Keyed<'a> {
    pub(super) start: usize,
    pub(super) negated: bool,
    pub(super) key: KeyToken,
    pub(super) kind: FieldKind,
    /// After the colon.
    pub(super) value: Cursor<'a>,
}

/// A term and where it ends; no term where the value was refused.
pub(super) type Matched<'a> = (Option<Term>, Cursor<'a>);

impl<'a> Parser<'a> {
    /// Recognises the start of a filter.
    pub(super) fn head(&mut self, cursor: &mut Cursor<'a>) -> Option<Head<'a>> {
        let start = cursor.pos();
        let negated = cursor.eat(b'!');
        let after_sign = *cursor;
        if let Some(key) = self.key(cursor)
            && cursor.eat(b':')
        {
            return Some(Head::Key {
                start,
                negated,
                key,
                value: *cursor,
            });
        }
        *cursor = after_sign;
        self.aggregate_head(start, negated, cursor)
            .map(Head::Aggregate)
    }

    /// `filter`: the first rule that fits.
    pub(super) fn filter(&mut self, cursor: &mut Cursor<'a>, out: &mut Vec<Term>) -> bool {
        let (term, end) = match self.head(&mut cursor.clone()) {
            None => return false,
            Some(Head::Aggregate(head)) => self.aggregate(&head),
            Some(Head::Key {
                start,
                negated,
                key,
                value,
            }) => self.keyed(&Keyed {
                start,
                negated,
                key,
                kind: self.kind_of(key),
                value,
            }),
        };
        self.step(end.pos().saturating_sub(cursor.pos()));
        *cursor = end;
        out.extend(term);
        true
    }

    /// Rules 1 to 8 and 10 to 15 in their order.
    fn keyed(&mut self, keyed: &Keyed<'a>) -> Matched<'a> {
        if keyed.key.array {
            return self.regex(keyed).unwrap_or_else(|| self.array(keyed));
        }
        if keyed.key.form.takes_typed_rules()
            && let Some(matched) = self.typed(keyed)
        {
            return matched;
        }
        self.regex(keyed)
            .or_else(|| self.text_in(keyed))
            .unwrap_or_else(|| self.text(keyed))
    }

    /// Rules 1 to 8 and 10 to 12.
    fn typed(&mut self, keyed: &Keyed<'a>) -> Option<Matched<'a>> {
        if keyed.value.peek().is_some_and(starts_typed) {
            let matched = self
                .date(keyed)
                .or_else(|| self.duration(keyed))
                .or_else(|| self.size(keyed))
                .or_else(|| self.boolean(keyed))
                .or_else(|| self.numbers_in(keyed))
                .or_else(|| self.number(keyed));
            if matched.is_some() {
                return matched;
            }
        }
        self.has(keyed).or_else(|| self.is(keyed))
    }

    pub(super) fn filter_term(
        &self,
        keyed: &Keyed<'a>,
        operator: Operator,
        value: Value,
        value_span: Span,
    ) -> Term {
        Term::Filter(Filter {
            span: Span::new(keyed.start, value_span.end()),
            key: self.key_of(keyed.key),
            operator,
            value,
            value_span,
        })
    }

    /// A filter whose value is text, unless the key wants another kind.
    pub(super) fn plain(
        &mut self,
        keyed: &Keyed<'a>,
        operator: Operator,
        raw: Text,
        value_span: Span,
    ) -> Option<Term> {
        if self.refuses_text(keyed, &raw, value_span) {
            return None;
        }
        self.warn_of_comparison(keyed, value_span);
        Some(self.filter_term(keyed, operator, Value::Text(Pattern::new(raw)), value_span))
    }

    /// Reports text on a key that takes dates, numbers or truth values only.
    pub(super) fn refuses_text(&mut self, keyed: &Keyed<'a>, raw: &Text, span: Span) -> bool {
        let code = match keyed.kind {
            FieldKind::Date => Code::InvalidDate,
            FieldKind::Boolean => Code::InvalidBoolean,
            FieldKind::Number | FieldKind::Duration | FieldKind::Size => Code::InvalidNumber,
            FieldKind::Text | FieldKind::OrderedText => return false,
        };
        let suggestion = self.mended_value(keyed, raw, span);
        let diagnostic = self.report_key(code, keyed.key, span);
        diagnostic.found = raw.clone();
        diagnostic.suggestion = suggestion;
        let units = match keyed.kind {
            FieldKind::Duration => "a number of milliseconds, or one with a unit: 300ms, 3s, 5min",
            FieldKind::Size => "a number of bytes, or one with a unit: 512kb, 3mib",
            _ => return true,
        };
        diagnostic.expect(units);
        true
    }

    /// Text of the value with its operator in front, as untyped keys keep it.
    pub(super) fn with_operator(&self, operator: Option<(Operator, Span)>, value: Span) -> Text {
        match operator {
            Some((operator, at)) if operator != Operator::Equal => self.slice(at.to(value)),
            _ => self.slice(value),
        }
    }

    /// Like [`Self::with_operator`], with `!=` dropped too.
    pub(super) fn with_comparison(&self, operator: Option<(Operator, Span)>, value: Span) -> Text {
        match operator {
            Some((Operator::NotEqual, _)) => self.slice(value),
            _ => self.with_operator(operator, value),
        }
    }
}

/// Says whether a value of rules 1 to 8 may start with the byte; most values do not.
fn starts_typed(byte: u8) -> bool {
    let operator = matches!(byte, b'<' | b'>' | b'=' | b'!' | b'[' | b'+' | b'-');
    let boolean = matches!(byte, b't' | b'T' | b'f' | b'F');
    operator || boolean || byte.is_ascii_digit() || !byte.is_ascii()
}

/// `op?`, with its place.
pub(super) fn operator(cursor: &mut Cursor<'_>) -> Option<(Operator, Span)> {
    let start = cursor.pos();
    let operator = cursor.operator()?;
    Some((operator, cursor.span_from(start)))
}

/// The operator that was written, or `=`.
pub(super) fn written(operator: Option<(Operator, Span)>) -> Operator {
    operator.map_or(Operator::Equal, |(operator, _)| operator)
}

/// `!` on an untyped key.
pub(super) fn equality(negated: bool) -> Operator {
    Operator::Equal.negated_if(negated)
}
