use super::Parser;
use super::filter::{Keyed, Matched, operator, written};
use crate::ast::{Pattern, Value};

impl<'a> Parser<'a> {
    /// Rule 13: a test for a member of an array.
    ///
    /// The kind of the key does not matter, operators pass through, and there is no list.
    pub(super) fn array(&mut self, keyed: &Keyed<'a>) -> Matched<'a> {
        let mut cursor = keyed.value;
        let widening = cursor.text_operator();
        let operator = operator(&mut cursor);
        let Some(value) = self.value(&mut cursor) else {
            return (None, cursor);
        };
        if value.missing {
            return (self.refused_value(keyed, value.span), cursor);
        }
        let pattern = Pattern::new(Self::widen(widening, value.raw));
        let effective = written(operator).negated_if(keyed.negated);
        (
            Some(self.filter_term(keyed, effective, Value::Text(pattern), value.span)),
            cursor,
        )
    }
}
