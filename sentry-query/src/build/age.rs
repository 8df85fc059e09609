use std::time::Duration;

use crate::Timestamp;
use crate::ast::{Date, DateUnit, Operator, RelativeDate};

/// A time to compare with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Age(Kind);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Relative { newer: bool, span: Duration },
    Instant(Operator, Timestamp),
}

/// Within the last `span`, rounded up to whole minutes.
///
/// ```
/// use std::time::Duration;
/// use sentry_query::{Query, newer_than, older_than};
///
/// let day = Duration::from_secs(24 * 3600);
/// let query = Query::issues().age(older_than(7 * day)).last_seen(newer_than(day)).build()?;
/// assert_eq!(query.to_string(), "firstSeen:+1w lastSeen:-1d");
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
pub fn newer_than(span: Duration) -> Age {
    Age(Kind::Relative { newer: true, span })
}

/// Longer ago than `span`, rounded up to whole minutes.
pub fn older_than(span: Duration) -> Age {
    Age(Kind::Relative { newer: false, span })
}

impl Age {
    /// At or after an instant.
    pub fn since(at: Timestamp) -> Self {
        Self(Kind::Instant(Operator::GreaterOrEqual, at))
    }

    /// Before an instant.
    pub fn before(at: Timestamp) -> Self {
        Self(Kind::Instant(Operator::Less, at))
    }

    pub(super) fn negated_if(self, negated: bool) -> Self {
        if !negated {
            return self;
        }
        Self(match self.0 {
            Kind::Relative { newer, span } => Kind::Relative {
                newer: !newer,
                span,
            },
            Kind::Instant(operator, at) => Kind::Instant(operator.negated(), at),
        })
    }

    /// The operator and value; nothing when the time cannot be spelled.
    pub(super) fn date(self) -> Option<(Operator, Date)> {
        let (newer, span) = match self.0 {
            Kind::Instant(operator, at) => {
                let at = Timestamp::in_calendar(at.as_micros())?;
                return Some((operator, Date::Instant(at)));
            }
            Kind::Relative { newer, span } => (newer, span),
        };
        let seconds = span
            .as_secs()
            .saturating_add(u64::from(span.subsec_nanos() > 0));
        let minutes = seconds.div_ceil(60).max(1);
        let units = [
            (7 * 24 * 60, DateUnit::Week),
            (24 * 60, DateUnit::Day),
            (60, DateUnit::Hour),
            (1, DateUnit::Minute),
        ];
        let (size, unit) = units.into_iter().find(|(size, _)| minutes % size == 0)?;
        let amount = u32::try_from(minutes / size).ok()?;
        let relative = RelativeDate {
            newer,
            amount,
            unit,
        };
        Some((relative.operator(), Date::Relative(relative)))
    }
}

impl RelativeDate {
    /// The operator that the sign stands for.
    pub(super) fn operator(self) -> Operator {
        if self.newer {
            Operator::GreaterOrEqual
        } else {
            Operator::LessOrEqual
        }
    }
}
