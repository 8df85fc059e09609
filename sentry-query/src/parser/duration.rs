use super::Parser;
use super::filter::{Keyed, Matched, equality, operator, written};
use crate::Span;
use crate::ast::{Duration, DurationUnit, Number, Value};
use crate::diagnostic::Code;
use crate::schema::FieldKind;

impl<'a> Parser<'a> {
    /// Rule 4: a number with a unit of time.
    pub(super) fn duration(&mut self, keyed: &Keyed<'a>) -> Option<Matched<'a>> {
        let mut cursor = keyed.value;
        let operator = operator(&mut cursor);
        let start = cursor.pos();
        let (digits, unit) = cursor.duration()?;
        let span = cursor.span_from(start);
        let effective = written(operator).negated_if(keyed.negated);
        let value = if keyed.kind == FieldKind::Duration {
            self.duration_value(digits, unit, span).map(Value::Duration)
        } else if keyed.kind.is_numeric() {
            self.suffixed(digits, span).map(Value::Number)
        } else {
            let raw = self.with_comparison(operator, span);
            let whole = operator.map_or(span, |(_, at)| at.to(span));
            return Some((
                self.plain(keyed, equality(keyed.negated), raw, whole),
                cursor,
            ));
        };
        let term = value.map(|value| self.filter_term(keyed, effective, value, span));
        Some((term, cursor))
    }

    pub(super) fn duration_value(
        &mut self,
        digits: Span,
        unit: DurationUnit,
        span: Span,
    ) -> Option<Duration> {
        let duration = Duration {
            amount: self.read_number(digits, None),
            unit,
        };
        if duration.is_representable() {
            return Some(duration);
        }
        self.report(Code::DurationTooLong, span);
        None
    }

    /// A number that was matched with a unit of time; only `m`, for million, is also a suffix.
    pub(super) fn suffixed(&mut self, digits: Span, span: Span) -> Option<Number> {
        let suffix = Span::new(digits.end(), span.end());
        if self.str(suffix) == "m" {
            return Some(self.read_number(digits, Some('m')));
        }
        self.report(Code::InvalidNumberSuffix, suffix);
        None
    }
}
