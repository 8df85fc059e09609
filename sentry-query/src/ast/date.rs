use std::fmt;

use crate::Timestamp;

/// The value of a filter on a date key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Date {
    /// Compared with the filter's operator, which was written.
    Instant(Timestamp),
    /// A date alone: that whole day in UTC. Holds the day's first instant.
    Day(Timestamp),
    /// A date with a time and no operator: from 5 minutes before up to 6 minutes after it.
    Around(Timestamp),
    /// Relative to the time of the search.
    Relative(RelativeDate),
}

impl Date {
    /// Resolves the value to bounds: the first instant inside and the first one after.
    ///
    /// An [`Instant`](Self::Instant) has both bounds at itself; its operator decides. A side that
    /// is open is `None`.
    ///
    /// ```
    /// use sentry_query::{Date, Timestamp};
    ///
    /// let now = Timestamp::parse("2026-01-15T12:00:00Z").unwrap();
    /// let midnight = Timestamp::parse("2026-01-14T00:00:00Z").unwrap();
    /// let (from, until) = Date::Day(midnight).bounds(now);
    /// assert_eq!(from, Some(midnight));
    /// assert_eq!(until.unwrap().to_string(), "2026-01-15T00:00:00Z");
    /// ```
    pub fn bounds(&self, now: Timestamp) -> (Option<Timestamp>, Option<Timestamp>) {
        const MINUTE: i64 = 60_000_000;
        match *self {
            Self::Instant(at) => (Some(at), Some(at)),
            Self::Day(at) => (Some(at), Some(at.saturating_add(24 * 60 * MINUTE))),
            Self::Around(at) => (
                Some(at.saturating_add(-5 * MINUTE)),
                Some(at.saturating_add(6 * MINUTE)),
            ),
            Self::Relative(relative) if relative.newer => (Some(relative.resolve(now)), None),
            Self::Relative(relative) => (None, Some(relative.resolve(now))),
        }
    }
}

/// `-24h` (newer than) or `+24h` (older than): both lie in the past.
///
/// ```
/// use sentry_query::{DateUnit, RelativeDate, Timestamp};
///
/// let day = RelativeDate { newer: true, amount: 24, unit: DateUnit::Hour };
/// let now = Timestamp::parse("2026-01-15T12:00:00Z").unwrap();
/// assert_eq!(day.to_string(), "-24h");
/// assert_eq!(day.resolve(now).to_string(), "2026-01-14T12:00:00Z");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RelativeDate {
    /// Whether it reads "within the last …" (`-`), rather than "longer ago than …" (`+`).
    pub newer: bool,
    /// How many units.
    pub amount: u32,
    /// The unit.
    pub unit: DateUnit,
}

impl RelativeDate {
    /// Returns the instant that lies this long before `now`.
    pub fn resolve(&self, now: Timestamp) -> Timestamp {
        now.saturating_add(-self.unit.micros().saturating_mul(i64::from(self.amount)))
    }
}

impl fmt::Display for RelativeDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.newer { '-' } else { '+' };
        write!(f, "{sign}{}{}", self.amount, self.unit.as_str())
    }
}

/// The units of relative dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateUnit {
    /// `m`
    Minute,
    /// `h`
    Hour,
    /// `d`
    Day,
    /// `w`
    Week,
}

impl DateUnit {
    /// Returns the letter of the unit.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Minute => "m",
            Self::Hour => "h",
            Self::Day => "d",
            Self::Week => "w",
        }
    }

    pub(crate) fn micros(self) -> i64 {
        let minutes = match self {
            Self::Minute => 1,
            Self::Hour => 60,
            Self::Day => 24 * 60,
            Self::Week => 7 * 24 * 60,
        };
        minutes * 60_000_000
    }
}
