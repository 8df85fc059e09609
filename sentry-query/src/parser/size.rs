use super::Parser;
use super::filter::{Keyed, Matched, equality, operator, written};
use crate::ast::{Size, Value};
use crate::schema::FieldKind;

impl<'a> Parser<'a> {
    /// Rule 5: a number with a unit of data.
    pub(super) fn size(&mut self, keyed: &Keyed<'a>) -> Option<Matched<'a>> {
        let mut cursor = keyed.value;
        let operator = operator(&mut cursor);
        let start = cursor.pos();
        let (digits, unit) = cursor.size()?;
        let span = cursor.span_from(start);
        if keyed.kind == FieldKind::Size {
            let size = Size {
                amount: self.read_number(digits, None),
                unit,
            };
            let effective = written(operator).negated_if(keyed.negated);
            return Some((
                Some(self.filter_term(keyed, effective, Value::Size(size), span)),
                cursor,
            ));
        }
        let raw = self.with_comparison(operator, span);
        let whole = operator.map_or(span, |(_, at)| at.to(span));
        Some((
            self.plain(keyed, equality(keyed.negated), raw, whole),
            cursor,
        ))
    }
}
