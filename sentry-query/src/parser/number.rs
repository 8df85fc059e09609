use super::Parser;
use super::filter::{Keyed, Matched, equality, operator, written};
use crate::ast::{Number, Operator, Pattern, Value};
use crate::lexer::{Cursor, NumberToken};
use crate::schema::FieldKind;
use crate::{Span, Text};

impl<'a> Parser<'a> {
    /// Rule 7: a list of numbers.
    pub(super) fn numbers_in(&mut self, keyed: &Keyed<'a>) -> Option<Matched<'a>> {
        let mut cursor = keyed.value;
        let start = cursor.pos();
        let (value, gap) = if keyed.kind.is_numeric() {
            let list = self.list(&mut cursor, Self::number_at)?;
            (Value::Numbers(list.items), list.gap)
        } else {
            let list = self.list(&mut cursor, |p, c| {
                let start = c.pos();
                c.number()?;
                Some(Pattern::new(p.slice(c.span_from(start))))
            })?;
            (Value::Texts(list.items), list.gap)
        };
        let span = cursor.span_from(start);
        if gap {
            self.refuse_gap(span);
            return Some((None, cursor));
        }
        if !keyed.kind.is_numeric() && self.refuses_text(keyed, &self.slice(span), span) {
            return Some((None, cursor));
        }
        let operator = Operator::In.negated_if(keyed.negated);
        Some((Some(self.filter_term(keyed, operator, value, span)), cursor))
    }

    /// Rule 8: a number, perhaps with `k`, `m` or `b`.
    pub(super) fn number(&mut self, keyed: &Keyed<'a>) -> Option<Matched<'a>> {
        let mut cursor = keyed.value;
        let operator = operator(&mut cursor);
        let start = cursor.pos();
        let token = cursor.number()?;
        let span = cursor.span_from(start);
        let effective = written(operator).negated_if(keyed.negated);
        let term = if keyed.kind.is_numeric() {
            Some(self.filter_term(keyed, effective, Value::Number(self.number_of(token)), span))
        } else if keyed.kind == FieldKind::OrderedText {
            Some(self.filter_term(
                keyed,
                effective,
                Value::Text(Pattern::new(self.slice(span))),
                span,
            ))
        } else {
            let raw: Text = self.with_comparison(operator, span);
            let whole = operator.map_or(span, |(_, at)| at.to(span));
            self.plain(keyed, equality(keyed.negated), raw, whole)
        };
        Some((term, cursor))
    }

    pub(super) fn number_of(&self, token: NumberToken) -> Number {
        self.read_number(token.digits, token.suffix)
    }

    /// Reads matched digits; every such text is a number, if need be an infinite one.
    pub(super) fn read_number(&self, digits: Span, suffix: Option<char>) -> Number {
        let factor = match suffix {
            Some('k' | 'K') => 1e3,
            Some('m' | 'M') => 1e6,
            Some(_) => 1e9,
            None => 1.0,
        };
        Number(self.str(digits).parse::<f64>().unwrap_or(f64::INFINITY) * factor)
    }

    /// A number as a cursor sees it.
    pub(super) fn number_at(&self, cursor: &mut Cursor<'a>) -> Option<Number> {
        cursor.number().map(|token| self.number_of(token))
    }
}
