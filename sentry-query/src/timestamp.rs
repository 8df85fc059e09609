use std::fmt;

const MICROS_PER_SECOND: i64 = 1_000_000;
const MICROS_PER_DAY: i64 = 86_400 * MICROS_PER_SECOND;
/// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999Z: the calendar of Sentry's back end.
const FIRST: i64 = -719_162 * MICROS_PER_DAY;
const LAST: i64 = 2_932_897 * MICROS_PER_DAY - 1;

/// An instant: microseconds since 1970-01-01T00:00:00Z.
///
/// ```
/// use sentry_query::Timestamp;
///
/// let noon = Timestamp::parse("2026-01-15T12:00:00Z").unwrap();
/// assert_eq!(noon.as_micros(), 1_768_478_400_000_000);
/// assert_eq!(noon.to_string(), "2026-01-15T12:00:00Z");
/// assert_eq!(Timestamp::parse("2026-01-15T13:30:00+01:30"), Some(noon));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(i64);

impl Timestamp {
    /// Makes the instant that lies `micros` microseconds after the Unix epoch.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Returns the microseconds since the Unix epoch.
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// Reads an RFC 3339 instant, with `T` or a space between date and time.
    ///
    /// Digits beyond the microsecond are dropped. The result is `None` when the text has another
    /// form, has no zone, or names no instant of the years 1 to 9999.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        let day = days_of(date)?;
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let (clock, rest) = rest.split_at_checked(8)?;
        let clock = clock_micros(clock)?;
        let (fraction, zone) = match rest.strip_prefix('.') {
            Some(rest) => {
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                let (fraction, zone) = rest.split_at_checked(digits)?;
                (fraction_micros(fraction)?, zone)
            }
            None => (0, rest),
        };
        let offset = match zone {
            "Z" | "z" => 0,
            _ => offset_micros(zone)?,
        };
        Self::in_calendar(day * MICROS_PER_DAY + clock + fraction - offset)
    }

    /// Returns the instant when it lies in the years 1 to 9999.
    pub(crate) fn in_calendar(micros: i64) -> Option<Self> {
        (FIRST..=LAST).contains(&micros).then_some(Self(micros))
    }

    /// Moves the instant, up to the ends of the representable range.
    pub(crate) const fn saturating_add(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// Says whether the instant is a midnight in UTC.
    pub(crate) const fn is_midnight(self) -> bool {
        self.0.rem_euclid(MICROS_PER_DAY) == 0
    }

    /// Returns the calendar date in UTC as year, month and day.
    pub(crate) fn date(self) -> (i64, i64, i64) {
        civil(self.0.div_euclid(MICROS_PER_DAY))
    }
}

impl fmt::Display for Timestamp {
    /// Writes RFC 3339 in UTC, with six digits of fraction only when they are not all zero.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        let within = self.0.rem_euclid(MICROS_PER_DAY);
        let seconds = within / MICROS_PER_SECOND;
        let fraction = within % MICROS_PER_SECOND;
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        )?;
        if fraction != 0 {
            write!(f, ".{fraction:06}")?;
        }
        f.write_str("Z")
    }
}

/// Reads `digits` as a number; only ASCII digits count.
fn number(digits: &str) -> Option<i64> {
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

fn bounded(digits: &str, limit: i64) -> Option<i64> {
    number(digits).filter(|n| *n <= limit)
}

/// Reads `YYYY-MM-DD` as days since the epoch.
pub(crate) fn days_of(date: &str) -> Option<i64> {
    let mut parts = date.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (year >= 1 && (1..=length).contains(&day)).then(|| days_from_civil(year, month, day))
}

/// Reads `HH:MM:SS` as microseconds since midnight.
pub(crate) fn clock_micros(clock: &str) -> Option<i64> {
    let mut parts = clock.splitn(3, ':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
    if (hour.len(), minute.len(), second.len()) != (2, 2, 2) {
        return None;
    }
    let seconds = bounded(hour, 23)? * 3600 + bounded(minute, 59)? * 60 + bounded(second, 59)?;
    Some(seconds * MICROS_PER_SECOND)
}

/// Reads the digits after the decimal point of a second.
pub(crate) fn fraction_micros(digits: &str) -> Option<i64> {
    let kept = digits.get(..digits.len().min(6))?;
    number(
        digits
            .get(6..)
            .filter(|rest| !rest.is_empty())
            .unwrap_or("0"),
    )?;
    let missing = u32::try_from(6 - kept.len()).ok()?;
    Some(number(kept)? * 10_i64.pow(missing))
}

/// Reads `+HH:MM` or `-HH:MM` as microseconds east of UTC.
pub(crate) fn offset_micros(zone: &str) -> Option<i64> {
    let (sign, rest) = match zone.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, zone.strip_prefix('-')?),
    };
    let (hours, minutes) = rest.split_once(':')?;
    if (hours.len(), minutes.len()) != (2, 2) {
        return None;
    }
    let minutes = bounded(hours, 23)? * 60 + bounded(minutes, 59)?;
    Some(sign * minutes * 60 * MICROS_PER_SECOND)
}

pub(crate) const fn micros_of_days(days: i64) -> i64 {
    days * MICROS_PER_DAY
}

/// Days since the epoch of a date in the proleptic Gregorian calendar, by counting whole eras of
/// 400 years that start in March, so that the leap day comes last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The inverse of `days_from_civil`.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}
