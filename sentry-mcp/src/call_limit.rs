//! The server's own limit of calls.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::{ErrorCode, ToolError};

const MINUTE: Duration = Duration::from_secs(60);

/// Lets a number of calls through in any minute.
#[derive(Debug)]
pub(crate) struct CallLimit {
    most: usize,
    taken: Mutex<VecDeque<Instant>>,
}

impl CallLimit {
    pub(crate) fn new(calls_per_minute: u32) -> Self {
        Self {
            most: calls_per_minute as usize,
            taken: Mutex::default(),
        }
    }

    /// Counts a call, or says how long to wait.
    pub(crate) fn take(&self) -> Result<(), ToolError> {
        let now = Instant::now();
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        while taken.front().is_some_and(|call| now - *call >= MINUTE) {
            taken.pop_front();
        }
        if taken.len() < self.most {
            taken.push_back(now);
            return Ok(());
        }
        let wait = taken
            .front()
            .map_or(MINUTE, |oldest| MINUTE.saturating_sub(now - *oldest));
        let error = ToolError::new(
            ErrorCode::RateLimited,
            format!("This server lets {} calls a minute through.", self.most),
        );
        Err(error
            .hint(format!(
                "Wait {} s, then call again.",
                wait.as_secs_f64().ceil()
            ))
            .retry_after(wait))
    }
}
