//! The calls that wait for their answer.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rmcp::model::RequestId;
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

/// How long calls may go on after the client has closed its end.
pub(super) const GRACE: Duration = Duration::from_secs(2);

/// Knows which calls have come in and are not answered yet.
#[derive(Debug, Clone, Default)]
pub(super) struct Pending(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    calls: Mutex<Calls>,
    settled: Notify,
}

#[derive(Debug, Default)]
struct Calls {
    open: HashSet<RequestId>,
    /// Answers of the transport itself that are being written.
    replies: usize,
}

impl Pending {
    /// A call has come in.
    pub(super) fn opened(&self, id: &RequestId) {
        self.change(|calls| {
            calls.open.insert(id.clone());
        });
    }

    /// A call is answered, or needs no answer any more.
    pub(super) fn closed(&self, id: &RequestId) {
        self.change(|calls| {
            calls.open.remove(id);
        });
    }

    /// The transport begins to write an answer of its own.
    pub(super) fn reply_begins(&self) {
        self.change(|calls| calls.replies += 1);
    }

    /// The transport has written an answer of its own.
    pub(super) fn reply_ends(&self) {
        self.change(|calls| calls.replies = calls.replies.saturating_sub(1));
    }

    /// Waits until nothing is open, or the deadline; says whether all was settled.
    pub(super) async fn settle(&self, deadline: Instant) -> bool {
        loop {
            let changed = self.0.settled.notified();
            if self.is_empty() {
                return true;
            }
            if timeout_at(deadline, changed).await.is_err() {
                return self.is_empty();
            }
        }
    }

    fn is_empty(&self) -> bool {
        let calls = self.0.calls.lock().unwrap_or_else(PoisonError::into_inner);
        calls.open.is_empty() && calls.replies == 0
    }

    fn change(&self, change: impl FnOnce(&mut Calls)) {
        let mut calls = self.0.calls.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut calls);
        if calls.open.is_empty() && calls.replies == 0 {
            self.0.settled.notify_waiters();
        }
    }
}
