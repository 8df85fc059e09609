//! What is known of the limits of one operation, and how much of them is used.

use std::time::Duration;

use super::RateLimit;

/// The length of Sentry's windows where nothing else is configured. After the end of a window
/// the next one is taken for as long until an answer tells.
const WINDOW: Duration = Duration::from_secs(1);

/// The limits of one operation, in times of the client's clock.
#[derive(Debug, Default)]
pub(super) struct Bucket {
    told: RateLimit,
    window: Option<Window>,
    under_way: u64,
    /// Counts the windows, so that a request is known by the one that it was sent in.
    generation: u64,
    /// Requests without an answer that were sent in this window, and in the one before:
    /// the server may have counted them in this one. Older ones it has counted before.
    sent: u64,
    sent_before: u64,
}

#[derive(Debug)]
struct Window {
    /// The server's name of the newest window that it told of.
    reset: u64,
    /// Whether that one is over and no answer has told of the next.
    is_new: bool,
    limit: u64,
    left: u64,
    end: Duration,
}

/// Why a request has to wait.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Full {
    /// The window is used up until this moment.
    Window(Duration),
    /// As many requests as are allowed are under way.
    Concurrency,
}

impl Bucket {
    pub(super) fn told(&self) -> RateLimit {
        self.told
    }

    /// Whether nothing would be lost by forgetting it.
    pub(super) fn is_idle(&self, now: Duration) -> bool {
        self.under_way == 0 && self.window.as_ref().is_none_or(|window| window.end <= now)
    }

    /// Counts one more request, unless it would be refused.
    pub(super) fn enter(&mut self, now: Duration) -> Result<u64, Full> {
        let at_once = self.told.concurrent_limit.unwrap_or(u64::MAX).max(1);
        if self.under_way >= at_once {
            return Err(Full::Concurrency);
        }
        if let Some(window) = self.window.as_mut().filter(|window| window.end <= now) {
            window.is_new = true;
            window.left = window.limit;
            window.end = now.saturating_add(WINDOW);
            self.open_window();
        }
        if let Some(window) = &self.window
            && window.left <= self.sent.saturating_add(self.sent_before)
        {
            return Err(Full::Window(window.end));
        }
        self.under_way += 1;
        self.sent += 1;
        Ok(self.generation)
    }

    fn open_window(&mut self) {
        self.generation += 1;
        self.sent_before = self.sent;
        self.sent = 0;
    }

    /// Ends a request. One without an answer that told the limits counts as used.
    pub(super) fn leave(&mut self, generation: u64, is_told: bool) {
        self.under_way = self.under_way.saturating_sub(1);
        if generation == self.generation {
            self.sent = self.sent.saturating_sub(1);
        } else if generation + 1 == self.generation {
            self.sent_before = self.sent_before.saturating_sub(1);
        }
        if let Some(window) = &mut self.window
            && !is_told
            && generation == self.generation
        {
            window.left = window.left.saturating_sub(1);
        }
    }

    /// Takes over what the answer to a request of `generation` told, and says whether that
    /// counts it; `ends_in` is never shorter than the server's window.
    pub(super) fn learn(
        &mut self,
        generation: Option<u64>,
        told: RateLimit,
        ends_in: Option<Duration>,
        now: Duration,
    ) -> bool {
        self.told = told;
        let (Some(reset), Some(left), Some(ends_in)) = (told.reset, told.remaining, ends_in) else {
            return false;
        };
        let is_current = generation == Some(self.generation) && !ends_in.is_zero();
        let end = now.saturating_add(ends_in);
        let limit = told.limit.unwrap_or(u64::MAX).max(1);
        match &mut self.window {
            // Answers overtake each other, so that the lowest count is the newest.
            Some(window) if window.reset == reset && !window.is_new => {
                window.left = window.left.min(left);
                window.end = window.end.min(end);
                return true;
            }
            // A late answer from a window that is over, unless the server's clock was ahead
            // when it told of that one.
            Some(window) if reset <= window.reset && !(window.is_new && is_current) => {
                return false;
            }
            Some(window) if window.is_new => {}
            _ => self.open_window(),
        }
        self.window = Some(Window {
            reset,
            is_new: false,
            limit,
            left,
            end,
        });
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn told(reset: u64, remaining: u64) -> RateLimit {
        RateLimit {
            limit: Some(10),
            remaining: Some(remaining),
            reset: Some(reset),
            ..RateLimit::default()
        }
    }

    /// A bucket that was told at 0 that so many requests are left for a second.
    fn with_left(remaining: u64) -> Bucket {
        let mut bucket = Bucket::default();
        bucket.learn(None, told(100, remaining), Some(SECOND), Duration::ZERO);
        bucket
    }

    /// How many requests may be sent at once.
    fn room(bucket: &mut Bucket, now: Duration) -> usize {
        std::iter::from_fn(|| bucket.enter(now).ok()).count()
    }

    #[test]
    fn what_is_left_is_used_and_no_more() {
        assert_eq!(room(&mut with_left(3), Duration::ZERO), 3);
        assert_eq!(
            with_left(0).enter(Duration::ZERO),
            Err(Full::Window(SECOND))
        );
        assert_eq!(room(&mut with_left(0), SECOND), 10, "the window is over");
    }

    #[test]
    fn answers_that_overtake_each_other_give_nothing_back() {
        let mut bucket = with_left(3);
        bucket.learn(None, told(100, 1), Some(SECOND), Duration::ZERO);
        bucket.learn(None, told(100, 2), Some(SECOND), SECOND / 2);
        assert_eq!(room(&mut bucket, SECOND / 2), 1);
        assert_eq!(bucket.enter(SECOND / 2), Err(Full::Window(SECOND)));
    }

    #[test]
    fn a_late_answer_of_an_older_window_says_nothing_of_this_one() {
        let mut bucket = with_left(5);
        let late = bucket.enter(Duration::ZERO).unwrap();
        let first = bucket.enter(SECOND).unwrap();
        let is_told = bucket.learn(Some(late), told(100, 0), Some(SECOND), SECOND);
        bucket.leave(late, is_told);
        assert_eq!(room(&mut bucket, SECOND), 9);
        let is_told = bucket.learn(Some(first), told(101, 9), Some(SECOND), SECOND);
        bucket.leave(first, is_told);
        assert_eq!(room(&mut bucket, SECOND), 0, "nine are under way");
    }

    #[test]
    fn an_answer_of_a_smaller_reset_counts_and_is_believed_in_the_next_window() {
        let mut bucket = with_left(5);
        let now = SECOND / 2;
        let request = bucket.enter(now).unwrap();
        let is_told = bucket.learn(Some(request), told(50, 9), Some(SECOND), now);
        bucket.leave(request, is_told);
        assert_eq!(room(&mut bucket, now), 4);

        let mut bucket = with_left(5);
        let request = bucket.enter(SECOND).unwrap();
        let is_told = bucket.learn(Some(request), told(50, 3), Some(SECOND), SECOND);
        bucket.leave(request, is_told);
        assert_eq!(room(&mut bucket, SECOND), 3);
    }

    #[test]
    fn requests_under_way_count_in_the_next_window_and_not_beyond() {
        let mut bucket = with_left(4);
        assert_eq!(room(&mut bucket, Duration::ZERO), 4);
        assert_eq!(room(&mut bucket, SECOND), 6);
        assert_eq!(room(&mut bucket, SECOND * 2), 4);
    }

    #[test]
    fn a_request_without_an_answer_counts_as_used() {
        let mut bucket = with_left(2);
        let request = bucket.enter(Duration::ZERO).unwrap();
        bucket.leave(request, false);
        assert_eq!(room(&mut bucket, Duration::ZERO), 1);
    }

    #[test]
    fn limits_of_nothing_do_not_bar_for_ever() {
        let mut bucket = Bucket::default();
        let none = RateLimit {
            limit: Some(0),
            concurrent_limit: Some(0),
            ..told(u64::MAX, 0)
        };
        bucket.learn(None, none, Some(SECOND), Duration::ZERO);
        assert_eq!(bucket.enter(Duration::ZERO), Err(Full::Window(SECOND)));
        let request = bucket.enter(SECOND).unwrap();
        assert_eq!(bucket.enter(SECOND), Err(Full::Concurrency));
        bucket.leave(request, true);
        assert!(bucket.enter(SECOND * 2).is_ok());
    }

    #[test]
    fn any_headers_in_any_order_leave_room_after_a_while() {
        let mut bucket = Bucket::default();
        let mut random = fastrand::Rng::with_seed(7);
        for step in 0..10_000 {
            let now = Duration::from_millis(step * 7);
            let some = |random: &mut fastrand::Rng| random.bool().then(|| random.u64(0..20));
            if let Ok(request) = bucket.enter(now) {
                let told = RateLimit {
                    limit: some(&mut random),
                    remaining: some(&mut random),
                    reset: some(&mut random),
                    concurrent_limit: some(&mut random),
                    concurrent_remaining: some(&mut random),
                };
                let ends_in = Duration::from_millis(random.u64(0..3000));
                let is_told = bucket.learn(Some(request), told, Some(ends_in), now);
                bucket.leave(request, is_told && random.bool());
            }
        }
        assert!(bucket.enter(Duration::from_secs(100)).is_ok());
    }
}
