//! Times of other libraries.

#[cfg(feature = "time")]
mod offset;

use std::error::Error;
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::ast::{DurationUnit, Number};
use crate::{Timestamp, ast};

/// A time that the other type cannot hold.
///
/// ```
/// use std::time::SystemTime;
/// use sentry_query::Timestamp;
///
/// let noon = Timestamp::parse("2026-01-15T12:00:00Z").unwrap();
/// let system = SystemTime::try_from(noon)?;
/// assert_eq!(Timestamp::try_from(system)?, noon);
/// # Ok::<(), sentry_query::TimeRangeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeRangeError(());

impl fmt::Display for TimeRangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the time lies outside of what the other type can hold")
    }
}

impl Error for TimeRangeError {}

/// Drops what is finer than a microsecond.
impl TryFrom<SystemTime> for Timestamp {
    type Error = TimeRangeError;

    fn try_from(time: SystemTime) -> Result<Self, TimeRangeError> {
        let micros = match time.duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_micros()),
            // Rounded towards the past, as after 1970.
            Err(before) => {
                let nanos = before.duration().as_nanos();
                i64::try_from(nanos.div_ceil(1000)).map(i64::wrapping_neg)
            }
        };
        micros
            .map(Self::from_micros)
            .map_err(|_| TimeRangeError(()))
    }
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = TimeRangeError;

    fn try_from(at: Timestamp) -> Result<Self, TimeRangeError> {
        let distance = Duration::from_micros(at.as_micros().unsigned_abs());
        let time = if at.as_micros() < 0 {
            UNIX_EPOCH.checked_sub(distance)
        } else {
            UNIX_EPOCH.checked_add(distance)
        };
        time.ok_or(TimeRangeError(()))
    }
}

impl ast::Duration {
    /// The duration in the largest unit that it is a whole number of; nothing where it is too long for
    /// Sentry.
    pub(crate) fn in_largest_unit(duration: Duration) -> Option<Self> {
        const UNITS: [(u128, DurationUnit); 6] = [
            (604_800_000, DurationUnit::Week),
            (86_400_000, DurationUnit::Day),
            (3_600_000, DurationUnit::Hour),
            (60_000, DurationUnit::Minute),
            (1000, DurationUnit::Second),
            (1, DurationUnit::Millisecond),
        ];
        #[allow(
            clippy::cast_precision_loss,
            reason = "what is finer than a microsecond is rounded by Sentry anyway"
        )]
        let number = |amount: u128| Number(amount as f64);
        let millis = duration.as_millis();
        let whole = duration.subsec_nanos().is_multiple_of(1_000_000);
        let unit = UNITS
            .into_iter()
            .find(|(size, _)| millis.is_multiple_of(*size));
        let built = match unit {
            Some((size, unit)) if whole && millis > 0 => Self {
                amount: number(millis / size),
                unit,
            },
            _ => Self {
                amount: Number(number(duration.as_nanos()).0 / 1e6),
                unit: DurationUnit::Millisecond,
            },
        };
        built.is_representable().then_some(built)
    }
}

/// Takes the largest unit that the duration is a whole number of.
///
/// Durations of a thousand million days and more are beyond Sentry's range.
///
/// ```
/// use std::time::Duration;
///
/// let duration = sentry_query::Duration::try_from(Duration::from_secs(5400))?;
/// assert_eq!(duration.to_string(), "90m");
/// assert_eq!(Duration::try_from(duration)?, Duration::from_secs(5400));
/// assert!(sentry_query::Duration::try_from(Duration::MAX).is_err());
/// # Ok::<(), sentry_query::TimeRangeError>(())
/// ```
impl TryFrom<Duration> for ast::Duration {
    type Error = TimeRangeError;

    fn try_from(duration: Duration) -> Result<Self, TimeRangeError> {
        Self::in_largest_unit(duration).ok_or(TimeRangeError(()))
    }
}

impl TryFrom<ast::Duration> for Duration {
    type Error = TimeRangeError;

    fn try_from(duration: ast::Duration) -> Result<Self, TimeRangeError> {
        Self::try_from_secs_f64(duration.as_millis() / 1000.0).map_err(|_| TimeRangeError(()))
    }
}
