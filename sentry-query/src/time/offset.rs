use ::time::OffsetDateTime;

use super::TimeRangeError;
use crate::Timestamp;

/// Drops what is finer than a microsecond. With the feature `time`.
///
/// ```
/// use sentry_query::Timestamp;
/// use time::macros::datetime;
///
/// let at = Timestamp::try_from(datetime!(2026-01-15 13:30 +1:30))?;
/// assert_eq!(at.to_string(), "2026-01-15T12:00:00Z");
/// # Ok::<(), sentry_query::TimeRangeError>(())
/// ```
impl TryFrom<OffsetDateTime> for Timestamp {
    type Error = TimeRangeError;

    fn try_from(time: OffsetDateTime) -> Result<Self, TimeRangeError> {
        let micros = time.unix_timestamp_nanos().div_euclid(1000);
        i64::try_from(micros)
            .map(Self::from_micros)
            .map_err(|_| TimeRangeError(()))
    }
}

/// Gives the instant in UTC. With the feature `time`.
impl TryFrom<Timestamp> for OffsetDateTime {
    type Error = TimeRangeError;

    fn try_from(at: Timestamp) -> Result<Self, TimeRangeError> {
        Self::from_unix_timestamp_nanos(i128::from(at.as_micros()) * 1000)
            .map_err(|_| TimeRangeError(()))
    }
}
