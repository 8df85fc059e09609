//! Numbers and times in words.

use time::OffsetDateTime;
use time::UtcOffset;
use time::format_description::well_known::Rfc3339;

/// A number with its thousands apart: `12,345`.
pub(crate) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of things: `1 issue`, `2 issues`.
pub(crate) fn plural(number: u64, thing: &str) -> String {
    let end = if number == 1 { "" } else { "s" };
    format!("{} {thing}{end}", count(number))
}

/// How long ago: `3m ago`.
pub(crate) fn ago(now: OffsetDateTime, then: OffsetDateTime) -> String {
    let seconds = (now - then).whole_seconds();
    let (before, after) = if seconds < 0 {
        ("in ", "")
    } else {
        ("", " ago")
    };
    let seconds = seconds.unsigned_abs();
    let (number, unit) = match seconds {
        0..60 => (seconds, 's'),
        60..3_600 => (seconds / 60, 'm'),
        3_600..172_800 => (seconds / 3_600, 'h'),
        _ => (seconds / 86_400, 'd'),
    };
    format!("{before}{number}{unit}{after}")
}

/// A time as JSON has it, in UTC to the second.
pub(crate) fn iso(time: OffsetDateTime) -> String {
    time.checked_to_offset(UtcOffset::UTC)
        .unwrap_or(time)
        .replace_nanosecond(0)
        .unwrap_or(time)
        .format(&Rfc3339)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use time::Duration;
    use time::macros::datetime;

    use super::*;

    #[test]
    fn numbers_and_times_read_well() {
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(count),
            ["0", "999", "1,000", "1,234,567"]
        );
        assert_eq!(plural(1, "issue"), "1 issue");
        assert_eq!(plural(1_200, "issue"), "1,200 issues");
        let now = datetime!(2026-11-20 09:00:00.5 UTC);
        let ages = [
            Duration::seconds(5),
            Duration::minutes(59),
            Duration::hours(47),
            Duration::days(90),
        ];
        assert_eq!(
            ages.map(|age| ago(now, now - age)),
            ["5s ago", "59m ago", "47h ago", "90d ago"]
        );
        assert_eq!(ago(now, now + Duration::hours(3)), "in 3h");
        assert_eq!(iso(now), "2026-11-20T09:00:00Z");
    }
}
