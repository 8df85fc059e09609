use super::Parser;
use super::filter::{Keyed, Matched, equality};
use crate::ast::{Number, Operator, Value};
use crate::diagnostic::Code;
use crate::schema::FieldKind;

impl<'a> Parser<'a> {
    /// Rule 6: `true`, `1`, `false` or `0`.
    pub(super) fn boolean(&mut self, keyed: &Keyed<'a>) -> Option<Matched<'a>> {
        let mut cursor = keyed.value;
        let start = cursor.pos();
        let value = cursor.boolean()?;
        let span = cursor.span_from(start);
        let term = if keyed.kind == FieldKind::Boolean {
            Some(self.filter_term(
                keyed,
                Operator::Equal,
                Value::Boolean(value != keyed.negated),
                span,
            ))
        } else if !keyed.kind.is_numeric() {
            let raw = self.slice(span);
            self.plain(keyed, equality(keyed.negated), raw, span)
        } else if span.len() == 1 {
            let number = Number(f64::from(u8::from(value)));
            Some(self.filter_term(keyed, equality(keyed.negated), Value::Number(number), span))
        } else {
            self.report_key(Code::BooleanOnNumber, keyed.key, span);
            None
        };
        Some((term, cursor))
    }
}
