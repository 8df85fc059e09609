use super::Parser;
use super::filter::{Keyed, Matched, operator, written};
use super::list::text_item;
use crate::ast::{Operator, Pattern, Term, Value};
use crate::diagnostic::Code;
use crate::schema::FieldKind;
use crate::{Span, Text};

impl<'a> Parser<'a> {
    /// Rule 14: a list of texts.
    pub(super) fn text_in(&mut self, keyed: &Keyed<'a>) -> Option<Matched<'a>> {
        let mut cursor = keyed.value;
        let widening = cursor.text_operator();
        let start = cursor.pos();
        if !self.closes(cursor) {
            return None;
        }
        let list = self.list(&mut cursor, |p, c| {
            let (_, inner) = text_item(c)?;
            Some(Pattern::new(Self::widen(widening, p.unquote(inner))))
        })?;
        let span = cursor.span_from(start);
        if list.gap {
            self.refuse_gap(span);
            return Some((None, cursor));
        }
        let raw = self.slice(span);
        if self.refuses_text(keyed, &raw, span) {
            return Some((None, cursor));
        }
        let operator = Operator::In.negated_if(keyed.negated);
        Some((
            Some(self.filter_term(keyed, operator, Value::Texts(list.items), span)),
            cursor,
        ))
    }

    /// Reports a list, or the arguments of a function, that end in a comma.
    pub(super) fn refuse_gap(&mut self, span: Span) {
        let comma = self
            .str(span)
            .rfind(',')
            .map_or(span.end() - 1, |at| span.start() + at);
        let gap = Span::new(comma, span.end() - 1);
        self.report(Code::EmptyListItem, span).suggestion = Self::suggest(gap, "");
    }

    /// Rule 15: any text, which always fits.
    pub(super) fn text(&mut self, keyed: &Keyed<'a>) -> Matched<'a> {
        let mut cursor = keyed.value;
        let widening = cursor.text_operator();
        let operator = operator(&mut cursor);
        let Some(value) = self.value(&mut cursor) else {
            return (None, cursor);
        };
        if value.missing {
            self.refuse_missing(keyed, Code::EmptyValue, value.span);
            return (None, cursor);
        }
        let written = written(operator);
        let in_text = !matches!(written, Operator::Equal | Operator::NotEqual)
            && keyed.kind != FieldKind::OrderedText;
        let (raw, effective) = if in_text {
            (
                self.prefixed(written, &value.raw, operator, value.span),
                Operator::Equal,
            )
        } else {
            (value.raw, written)
        };
        let raw = Self::widen(widening, raw);
        (
            self.plain(keyed, effective.negated_if(keyed.negated), raw, value.span),
            cursor,
        )
    }

    /// The value with an operator that belongs to its text.
    fn prefixed(
        &self,
        written: Operator,
        raw: &Text,
        operator: Option<(Operator, Span)>,
        value: Span,
    ) -> Text {
        match operator {
            Some((_, at)) if raw.as_str() == self.str(value) => self.slice(at.to(value)),
            _ => Text::from([written.as_str(), raw].concat()),
        }
    }

    /// Reports a value that is not there; offers the word after the space, or, where the key looks
    /// like the start of a message, quotes.
    pub(super) fn refuse_missing(&mut self, keyed: &Keyed<'a>, code: Code, at: Span) {
        let suggestion = self.mended_missing(keyed, at);
        let span = Span::new(keyed.start, at.end());
        self.report_key(code, keyed.key, span).suggestion = suggestion;
    }

    pub(super) fn refused_value(&mut self, keyed: &Keyed<'a>, span: Span) -> Option<Term> {
        self.refuse_missing(keyed, Code::EmptyArrayValue, span);
        None
    }
}
