//! `timesSeen:>10 timesSeen:<5`, `age:-1h age:+1d`, `count():5 count():>9`.

use super::Conflict;
use super::fact::Fact;
use super::interval::{self, Interval};
use crate::Timestamp;
use crate::ast::{Date, Operator, Value};
use crate::schema::FieldKind;

type Bound<'q> = interval::Bound<'q, f64>;

/// What can be compared with each other: a relative date and an absolute one cannot, since that
/// depends on when the search runs.
#[derive(Clone, Copy)]
enum Scale {
    Number,
    Duration,
    Size,
    Percentage,
    Instant,
    Relative,
}

const SCALES: usize = 6;

/// Finds two filters whose ranges have nothing in common.
///
/// A number without a unit counts milliseconds on a duration and bytes on a size.
pub(super) fn conflict<'q>(facts: &[Fact<'q>], kind: FieldKind) -> Conflict<'q> {
    let mut intervals: [Interval<'q, f64>; SCALES] = Default::default();
    for fact in facts {
        let Some((scale, lower, upper)) = range(*fact) else {
            continue;
        };
        let scale = match (scale, kind) {
            (Scale::Number, FieldKind::Duration) => Scale::Duration,
            (Scale::Number, FieldKind::Size) => Scale::Size,
            (scale, _) => scale,
        };
        let interval = intervals.get_mut(scale as usize)?;
        let conflict = interval.narrow(lower, upper, f64::partial_cmp);
        if conflict.is_some() {
            return conflict;
        }
    }
    None
}

type Range<'q> = (Scale, Option<Bound<'q>>, Option<Bound<'q>>);

fn range(fact: Fact<'_>) -> Option<Range<'_>> {
    let (operator, value) = match fact {
        Fact::Filter(filter) => (filter.operator, &filter.value),
        Fact::Aggregate(aggregate) => (aggregate.operator, &aggregate.value),
        Fact::Has(_) | Fact::Is(_) => return None,
    };
    let (scale, at) = match value {
        Value::Number(number) => (Scale::Number, number.0),
        Value::Numbers(numbers) if operator == Operator::In => {
            let all = || numbers.iter().map(|number| number.0);
            let lowest = all().fold(f64::INFINITY, f64::min);
            let highest = all().fold(f64::NEG_INFINITY, f64::max);
            return Some(between(fact, Scale::Number, lowest, highest, true));
        }
        Value::Duration(duration) => (Scale::Duration, duration.as_millis()),
        Value::Size(size) => (Scale::Size, size.as_bytes()),
        Value::Percentage(percentage) => (Scale::Percentage, percentage.as_fraction()),
        Value::Date(Date::Instant(at)) => (Scale::Instant, position(*at)),
        // Both are resolved against the same moment, which any other stands for as well.
        Value::Date(Date::Relative(date)) => {
            let epoch = Timestamp::from_micros(0);
            (Scale::Relative, position(date.resolve(epoch)))
        }
        Value::Date(window) if operator == Operator::Equal => {
            let (Some(from), Some(until)) = window.bounds(Timestamp::from_micros(0)) else {
                return None;
            };
            return Some(between(
                fact,
                Scale::Instant,
                position(from),
                position(until),
                false,
            ));
        }
        _ => return None,
    };
    let bound = |inclusive| {
        Some(Bound {
            at,
            inclusive,
            fact,
        })
    };
    Some(match operator {
        Operator::Equal => (scale, bound(true), bound(true)),
        Operator::Greater => (scale, bound(false), None),
        Operator::GreaterOrEqual => (scale, bound(true), None),
        Operator::Less => (scale, None, bound(false)),
        Operator::LessOrEqual => (scale, None, bound(true)),
        Operator::NotEqual | Operator::In | Operator::NotIn => return None,
    })
}

fn between(fact: Fact<'_>, scale: Scale, from: f64, to: f64, whole: bool) -> Range<'_> {
    let lower = Bound {
        at: from,
        inclusive: true,
        fact,
    };
    let upper = Bound {
        at: to,
        inclusive: whole,
        fact,
    };
    (scale, Some(lower), Some(upper))
}

/// Beyond the year 2255 neighbouring microseconds read alike, which hides a conflict at most.
#[allow(clippy::cast_precision_loss, reason = "see above")]
fn position(at: Timestamp) -> f64 {
    at.as_micros() as f64
}
