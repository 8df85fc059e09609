//! Whether and when a request is sent again.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, Method, StatusCode};

use crate::rate_limit;
use crate::transport::TransportErrorKind;

/// How often a request is repeated after a failure of the server or the network.
const MAX_FAILURES: u32 = 2;
/// How often a request is repeated after a 429.
const MAX_RATE_LIMITS: u32 = 1;
/// The first pause after a failure; the next ones double.
const BACKOFF: Duration = Duration::from_millis(500);
/// The pause after a 429 that does not say when it ends.
const RATE_LIMIT_PAUSE: Duration = Duration::from_secs(1);

/// When a client sends a request again.
///
/// A connection that could not be made is tried again for every method, and so is a 429,
/// once: nothing was done. 408 and 5xx answers and broken connections are tried again,
/// twice at most, for reads alone.
#[derive(Debug, Clone)]
pub struct RetryPolicy {
    enabled: bool,
    longest_wait: Duration,
}

impl RetryPolicy {
    /// Sends each request once.
    ///
    /// Another token in the place of a refused one, and the base URL in the place of a region
    /// that cannot answer, are no repetitions in this sense.
    #[must_use]
    pub fn never() -> Self {
        Self {
            enabled: false,
            ..Self::default()
        }
    }

    /// Fails at once when the server asks to wait longer than this, or a limit that it told
    /// would; 60 s by default.
    #[must_use]
    pub fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = wait;
        self
    }

    pub(crate) fn longest(&self) -> Duration {
        self.longest_wait
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            enabled: true,
            longest_wait: Duration::from_secs(60),
        }
    }
}

/// Why one try did not succeed.
pub(crate) enum Failure<'a> {
    Transport(TransportErrorKind),
    Answer(StatusCode, &'a HeaderMap),
}

/// The tries of one call.
pub(crate) struct Attempts<'a> {
    policy: &'a RetryPolicy,
    safe: bool,
    failures: u32,
    rate_limits: u32,
}

impl<'a> Attempts<'a> {
    pub(crate) fn new(policy: &'a RetryPolicy, method: &Method) -> Self {
        Self {
            policy,
            safe: method.is_safe(),
            failures: 0,
            rate_limits: 0,
        }
    }

    /// How long to wait before the next try, or `None` when there is none.
    ///
    /// A wait that the server asked for and that is longer than `left` is not begun.
    pub(crate) fn next(
        &mut self,
        failure: &Failure<'_>,
        now: SystemTime,
        left: Duration,
    ) -> Option<Duration> {
        if !self.policy.enabled {
            return None;
        }
        let wait =
            match failure {
                Failure::Answer(StatusCode::TOO_MANY_REQUESTS, headers) => {
                    self.after_rate_limit(headers, now)
                }
                Failure::Answer(status, headers) if self.safe && is_passing(*status) => {
                    let asked = rate_limit::retry_after(headers, now);
                    self.after_failure(asked)
                }
                Failure::Transport(TransportErrorKind::Connect) => self.after_failure(None),
                Failure::Transport(
                    TransportErrorKind::Interrupted | TransportErrorKind::Timeout,
                ) if self.safe => self.after_failure(None),
                _ => None,
            }?;
        (wait <= self.policy.longest_wait && wait < left).then_some(wait)
    }

    fn after_rate_limit(&mut self, headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
        if self.rate_limits == MAX_RATE_LIMITS {
            return None;
        }
        self.rate_limits += 1;
        let wait = rate_limit::wait(headers, now).unwrap_or(RATE_LIMIT_PAUSE);
        Some(wait + jitter(RATE_LIMIT_PAUSE / 5))
    }

    fn after_failure(&mut self, asked: Option<Duration>) -> Option<Duration> {
        if self.failures == MAX_FAILURES {
            return None;
        }
        let pause = BACKOFF * 2_u32.pow(self.failures);
        self.failures += 1;
        let pause = pause / 2 + jitter(pause / 2);
        Some(asked.map_or(pause, |asked| asked.max(pause)))
    }
}

/// 501 and 505 tell that the server never will.
fn is_passing(status: StatusCode) -> bool {
    status == StatusCode::REQUEST_TIMEOUT
        || (status.is_server_error() && !matches!(status.as_u16(), 501 | 505))
}

/// Up to `longest`, so that many callers do not come back at the same moment.
pub(crate) fn jitter(longest: Duration) -> Duration {
    longest.mul_f64(fastrand::f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    fn tries(method: &Method, failure: &Failure<'_>) -> usize {
        let policy = RetryPolicy::default();
        let mut attempts = Attempts::new(&policy, method);
        std::iter::from_fn(|| attempts.next(failure, SystemTime::now(), MINUTE)).count() + 1
    }

    #[test]
    fn reads_are_repeated_twice_and_writes_only_when_nothing_was_done() {
        let none = HeaderMap::new();
        let failed = Failure::Answer(StatusCode::BAD_GATEWAY, &none);
        assert_eq!(tries(&Method::GET, &failed), 3);
        assert_eq!(tries(&Method::PUT, &failed), 1);
        let broken = Failure::Transport(TransportErrorKind::Interrupted);
        assert_eq!(tries(&Method::GET, &broken), 3);
        assert_eq!(tries(&Method::POST, &broken), 1);
        let refused = Failure::Transport(TransportErrorKind::Connect);
        assert_eq!(tries(&Method::POST, &refused), 3);
        let limited = Failure::Answer(StatusCode::TOO_MANY_REQUESTS, &none);
        assert_eq!(tries(&Method::GET, &limited), 2);
        assert_eq!(tries(&Method::DELETE, &limited), 2);
        let wrong = Failure::Answer(StatusCode::BAD_REQUEST, &none);
        assert_eq!(tries(&Method::GET, &wrong), 1);
    }

    #[test]
    fn a_wait_longer_than_the_time_left_is_not_begun() {
        let headers: HeaderMap = [(http::header::RETRY_AFTER, "30".parse().unwrap())]
            .into_iter()
            .collect();
        let limited = Failure::Answer(StatusCode::TOO_MANY_REQUESTS, &headers);
        let policy = RetryPolicy::default();
        let left = Duration::from_secs(20);
        let mut attempts = Attempts::new(&policy, &Method::GET);
        assert_eq!(attempts.next(&limited, SystemTime::now(), left), None);
        let mut attempts = Attempts::new(&policy, &Method::GET);
        let wait = attempts.next(&limited, SystemTime::now(), MINUTE).unwrap();
        assert!(wait >= Duration::from_secs(30) && wait < Duration::from_secs(31));
    }
}
