//! Rate limits as the server tells them, and the limiter that keeps them.

mod bucket;
mod limiter;

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

pub(crate) use self::limiter::{Limiter, TooLong};

/// The longest wait that is told: nobody waits longer, and it can be added to any time.
const LONGEST: Duration = Duration::from_secs(366 * 24 * 60 * 60);
/// The longest window that is believed: Sentry's last seconds, and an operation that one wrong
/// answer bars is never asked again until the window ends.
const LONGEST_WINDOW: Duration = Duration::from_secs(60);

/// What an answer said about the limits of its endpoint; all empty on self-hosted servers,
/// which have none.
///
/// Source: [Rate limits](https://docs.sentry.io/api/ratelimits/).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// Requests allowed in one window.
    pub limit: Option<u64>,
    /// Requests left in this window.
    pub remaining: Option<u64>,
    /// When the window ends, in seconds since the Unix epoch.
    pub reset: Option<u64>,
    /// Requests allowed at the same time.
    pub concurrent_limit: Option<u64>,
    /// Requests that may still be started beside those under way.
    pub concurrent_remaining: Option<u64>,
}

impl RateLimit {
    pub(crate) fn read(headers: &HeaderMap) -> Self {
        let number = |name: &str| text(headers, name)?.parse().ok();
        Self {
            limit: number("x-sentry-rate-limit-limit"),
            remaining: number("x-sentry-rate-limit-remaining"),
            reset: number("x-sentry-rate-limit-reset"),
            concurrent_limit: number("x-sentry-rate-limit-concurrentlimit"),
            concurrent_remaining: number("x-sentry-rate-limit-concurrentremaining"),
        }
    }

    /// Whether the server told any limit at all.
    #[must_use]
    pub fn is_known(&self) -> bool {
        *self != Self::default()
    }

    /// Whether a 429 with these limits is about requests under way at once, which no
    /// reset ends.
    fn is_concurrency(&self) -> bool {
        self.concurrent_remaining == Some(0) && self.remaining != Some(0)
    }
}

/// How long a 429 or a 503 asks to wait: `Retry-After`, else until the window's end.
///
/// The server's own clock counts where the answer has one, since the caller's can be wrong.
pub(crate) fn wait(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    retry_after(headers, now).or_else(|| {
        let limits = RateLimit::read(headers);
        let reset = limits.reset.filter(|_| !limits.is_concurrency())?;
        let reset = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(reset))?;
        Some(until(reset, date(headers).unwrap_or(now)))
    })
}

/// How long the window that an answer told of lasts at most: the end and the server's clock
/// are whole seconds, and so the caller's is cut to them.
///
/// Whoever runs into a longer one learns it from the answer that refuses the request.
fn window_left(told: &RateLimit, headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let now = date(headers).unwrap_or(now);
    let now = now.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs();
    let left = Duration::from_secs(told.reset?.saturating_sub(now));
    (left <= LONGEST_WINDOW).then_some(left)
}

/// The wait that a `Retry-After` header asks for, in seconds or until a date.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let value = text(headers, RETRY_AFTER.as_str())?;
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        let seconds = value.parse().map_or(LONGEST, Duration::from_secs);
        return Some(seconds.min(LONGEST));
    }
    let end = httpdate::parse_http_date(value).ok()?;
    Some(until(end, date(headers).unwrap_or(now)))
}

fn until(end: SystemTime, now: SystemTime) -> Duration {
    end.duration_since(now).unwrap_or_default().min(LONGEST)
}

fn date(headers: &HeaderMap) -> Option<SystemTime> {
    httpdate::parse_http_date(text(headers, DATE.as_str())?).ok()
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        let pairs = pairs.iter().map(|(name, value)| {
            let name: http::HeaderName = name.parse().unwrap();
            (name, value.parse().unwrap())
        });
        pairs.collect()
    }

    fn at(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
    }

    #[test]
    fn the_wait_ends_with_the_window() {
        let limits = headers(&[("X-Sentry-Rate-Limit-Reset", "1007")]);
        assert_eq!(wait(&limits, at(1000)), Some(Duration::from_secs(7)));
        assert_eq!(wait(&limits, at(2000)), Some(Duration::ZERO));
    }

    #[test]
    fn the_servers_clock_counts_when_it_is_told() {
        let limits = headers(&[
            ("X-Sentry-Rate-Limit-Reset", "1007"),
            ("Date", "Thu, 01 Jan 1970 00:16:45 GMT"),
        ]);
        assert_eq!(wait(&limits, at(9_000_000)), Some(Duration::from_secs(2)));
    }

    #[test]
    fn retry_after_goes_first_as_seconds_or_as_a_date() {
        let seconds = headers(&[("Retry-After", "3"), ("X-Sentry-Rate-Limit-Reset", "1007")]);
        assert_eq!(wait(&seconds, at(1000)), Some(Duration::from_secs(3)));
        let date = headers(&[
            ("Retry-After", "Thu, 01 Jan 1970 00:00:09 GMT"),
            ("Date", "Thu, 01 Jan 1970 00:00:05 GMT"),
        ]);
        assert_eq!(wait(&date, at(0)), Some(Duration::from_secs(4)));
    }

    #[test]
    fn a_window_is_never_taken_for_shorter_than_it_is() {
        let left = |reset: u64, date: &str, now: f64| {
            let told = RateLimit {
                reset: Some(reset),
                ..RateLimit::default()
            };
            let now = SystemTime::UNIX_EPOCH + Duration::from_secs_f64(now);
            window_left(&told, &headers(&[("Date", date)]), now).map(|left| left.as_secs())
        };
        let date = "Thu, 01 Jan 1970 00:16:45 GMT";
        assert_eq!(left(1006, date, 9e9), Some(1));
        assert_eq!(left(1000, date, 9e9), Some(0));
        assert_eq!(left(1065, date, 0.0), Some(60));
        assert_eq!(left(1066, date, 0.0), None);
        assert_eq!(left(u64::MAX, date, 0.0), None);
        assert_eq!(left(1006, "", 1005.9), Some(1));
        assert_eq!(left(9005, "", 1005.9), None);
    }

    #[test]
    fn a_concurrency_limit_has_no_reset() {
        let limits = headers(&[
            ("X-Sentry-Rate-Limit-Reset", "1007"),
            ("X-Sentry-Rate-Limit-Remaining", "12"),
            ("X-Sentry-Rate-Limit-ConcurrentRemaining", "0"),
        ]);
        assert_eq!(wait(&limits, at(1000)), None);
    }
}
