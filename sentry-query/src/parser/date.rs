use super::Parser;
use super::filter::{Keyed, Matched, operator};
use crate::ast::{Date, DateUnit, Operator, RelativeDate, Term, Value};
use crate::diagnostic::Code;
use crate::schema::FieldKind;
use crate::timestamp::{clock_micros, days_of, fraction_micros, micros_of_days, offset_micros};
use crate::{Span, Timestamp};

/// So many days before the start of 2026 is year 1; what lies further back is refused.
const MAX_DAYS_BACK: i64 = 739_630;

impl<'a> Parser<'a> {
    /// Rules 1 to 3: a date after an operator, alone, or relative; none takes a `!`.
    pub(super) fn date(&mut self, keyed: &Keyed<'a>) -> Option<Matched<'a>> {
        if keyed.negated {
            return None;
        }
        let mut cursor = keyed.value;
        if let Some(span) = cursor.relative_date() {
            return Some((self.relative(keyed, span), cursor));
        }
        let operator = operator(&mut cursor);
        let span = cursor.iso_date()?;
        let whole = operator.map_or(span, |(_, at)| at.to(span));
        let term = if keyed.kind != FieldKind::Date {
            let raw = self.with_operator(operator, span);
            self.plain(keyed, Operator::Equal, raw, whole)
        } else if let Some((operator, _)) = operator {
            let date = self
                .instant(span, Code::ImpossibleDate)
                .map(|(at, _)| Date::Instant(at));
            date.map(|date| self.filter_term(keyed, operator, Value::Date(date), span))
        } else {
            let date = self.window(span);
            date.map(|date| self.filter_term(keyed, Operator::Equal, Value::Date(date), span))
        };
        Some((term, cursor))
    }

    fn relative(&mut self, keyed: &Keyed<'a>, span: Span) -> Option<Term> {
        if keyed.kind != FieldKind::Date {
            let raw = self.slice(span);
            return self.plain(keyed, Operator::Equal, raw, span);
        }
        let date = self.relative_date(span)?;
        let operator = if date.newer {
            Operator::GreaterOrEqual
        } else {
            Operator::LessOrEqual
        };
        Some(self.filter_term(keyed, operator, Value::Date(Date::Relative(date)), span))
    }

    pub(super) fn relative_date(&mut self, span: Span) -> Option<RelativeDate> {
        let text = self.str(span);
        let unit = match text.as_bytes().last() {
            Some(b'w') => DateUnit::Week,
            Some(b'd') => DateUnit::Day,
            Some(b'h') => DateUnit::Hour,
            _ => DateUnit::Minute,
        };
        let limit = micros_of_days(MAX_DAYS_BACK) / unit.micros();
        let amount = text
            .get(1..text.len() - 1)
            .and_then(|digits| digits.parse().ok());
        let amount = amount.filter(|amount| i64::from(*amount) <= limit);
        let Some(amount) = amount else {
            self.report(Code::RelativeDateTooFar, span);
            return None;
        };
        Some(RelativeDate {
            newer: text.starts_with('-'),
            amount,
            unit,
        })
    }

    fn window(&mut self, span: Span) -> Option<Date> {
        let (at, whole_day) = self.instant(span, Code::ImpossibleDateWindow)?;
        let date = if whole_day {
            Date::Day(at)
        } else {
            Date::Around(at)
        };
        if date
            .bounds(at)
            .1
            .is_some_and(|end| Timestamp::in_calendar(end.as_micros()).is_none())
        {
            self.report(Code::ImpossibleDateWindow, span);
            return None;
        }
        Some(date)
    }

    /// Reads a matched `iso`: the instant, and whether it is a date alone.
    pub(super) fn instant(&mut self, span: Span, code: Code) -> Option<(Timestamp, bool)> {
        let read = read_iso(self.str(span));
        if read.is_none() {
            self.report(code, span);
        }
        read
    }
}

/// Reads the instant of an `iso`.
///
/// A zone right after the date is taken for the time of that day: `2020-01-01+05:00` is five
/// o'clock in UTC.
fn read_iso(text: &str) -> Option<(Timestamp, bool)> {
    let (date, rest) = text.split_at_checked(10)?;
    let midnight = micros_of_days(days_of(date)?);
    let Some(rest) = rest.strip_prefix('T') else {
        let clock = match rest {
            "" | "Z" => 0,
            _ => clock_micros(&[rest.get(1..)?, ":00"].concat())?,
        };
        return Some((Timestamp::in_calendar(midnight + clock)?, rest.is_empty()));
    };
    let (clock, rest) = rest.split_at_checked(8)?;
    let digits = rest.strip_prefix('.').map_or(0, |rest| {
        rest.bytes().take_while(u8::is_ascii_digit).count()
    });
    let fraction = if digits == 0 {
        0
    } else {
        fraction_micros(rest.get(1..=digits)?)?
    };
    let zone = rest.get(if digits == 0 { 0 } else { digits + 1 }..)?;
    let offset = if zone.is_empty() || zone == "Z" {
        0
    } else {
        offset_micros(zone)?
    };
    let micros = midnight + clock_micros(clock)? + fraction - offset;
    Some((Timestamp::in_calendar(micros)?, false))
}
