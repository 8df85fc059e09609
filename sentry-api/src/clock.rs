//! Time as the client sees it, so that tests need not wait.

use std::fmt::Debug;
use std::time::{Duration, SystemTime};

use async_trait::async_trait;

/// Tells the time and waits.
#[async_trait]
pub trait Clock: Debug + Send + Sync {
    /// The time of day, to which a rate limit's reset is compared.
    fn now(&self) -> SystemTime;

    /// The time since some fixed moment, which never runs backwards.
    fn elapsed(&self) -> Duration;

    /// Waits for `duration`.
    async fn sleep(&self, duration: Duration);
}

/// The system's clock and tokio's timer.
#[derive(Debug)]
pub(crate) struct SystemClock(tokio::time::Instant);

impl SystemClock {
    pub(crate) fn new() -> Self {
        Self(tokio::time::Instant::now())
    }
}

#[async_trait]
impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}
