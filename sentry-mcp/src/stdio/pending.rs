//! The calls that wait for their answer, and the answers that wait to be written.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rmcp::model::RequestId;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, timeout_at};

use super::line::LONGEST_LINE;

/// How long calls may go on after the client has closed its end.
pub(super) const GRACE: Duration = Duration::from_secs(2);

/// How many calls and answers may wait before no further line is read.
///
/// Far above the number of calls that run at once, so that a cancellation of one of
/// them is read whatever waits behind them.
const MOST_WAITING: usize = 256;

/// How many bytes the lines of open calls may have before no further line is read.
const MOST_BYTES: usize = 4 * LONGEST_LINE;

/// How long nothing may be written before a client that floods this side counts as gone.
const STALLED: Duration = Duration::from_secs(5);

/// Knows which calls have come in and what is not written yet.
#[derive(Debug, Clone, Default)]
pub(super) struct Pending(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    calls: Mutex<Calls>,
    fewer: Notify,
}

#[derive(Debug, Default)]
struct Calls {
    /// With the length of the line that each came in.
    open: HashMap<RequestId, usize>,
    /// Answers that are being written.
    writing: usize,
    /// Answers that have been written.
    written: u64,
}

/// An answer that is being written, until this is dropped.
#[derive(Debug)]
pub(super) struct Writing(Pending);

impl Pending {
    /// A call has come in; `false` when one with its id is open already.
    pub(super) fn opened(&self, id: &RequestId, bytes: usize) -> bool {
        match self.calls().open.entry(id.clone()) {
            Entry::Occupied(_) => false,
            Entry::Vacant(free) => {
                free.insert(bytes);
                true
            }
        }
    }

    /// A call needs no answer any more.
    pub(super) fn closed(&self, id: &RequestId) {
        self.calls().open.remove(id);
        self.0.fewer.notify_waiters();
    }

    /// An answer is about to be written, under the id of its call where it has one.
    ///
    /// The id is free from now on: a client that has read the answer may use it again
    /// before this side knows that it was written.
    pub(super) fn writes(&self, id: Option<&RequestId>) -> Writing {
        let mut calls = self.calls();
        calls.writing += 1;
        if let Some(id) = id {
            calls.open.remove(id);
        }
        Writing(self.clone())
    }

    /// Waits until another line may be read.
    pub(super) async fn room(&self) {
        loop {
            let fewer = self.0.fewer.notified();
            if self.has_room() {
                return;
            }
            fewer.await;
        }
    }

    /// Waits until answers wait to be written and none has been for [`STALLED`].
    pub(super) async fn stalled(&self) {
        loop {
            let before = self.calls().written;
            sleep(STALLED).await;
            let calls = self.calls();
            if calls.writing > 0 && calls.written == before {
                return;
            }
        }
    }

    /// Waits until nothing is open, or the deadline; says whether all was settled.
    pub(super) async fn settle(&self, deadline: Instant) -> bool {
        loop {
            let fewer = self.0.fewer.notified();
            if self.count() == 0 {
                return true;
            }
            if timeout_at(deadline, fewer).await.is_err() {
                return self.count() == 0;
            }
        }
    }

    fn has_room(&self) -> bool {
        let calls = self.calls();
        calls.open.len() + calls.writing < MOST_WAITING
            && calls.open.values().sum::<usize>() < MOST_BYTES
    }

    fn count(&self) -> usize {
        let calls = self.calls();
        calls.open.len() + calls.writing
    }

    fn calls(&self) -> MutexGuard<'_, Calls> {
        self.0.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        let mut calls = self.0.calls();
        calls.writing = calls.writing.saturating_sub(1);
        calls.written += 1;
        drop(calls);
        self.0.0.fewer.notify_waiters();
    }
}
