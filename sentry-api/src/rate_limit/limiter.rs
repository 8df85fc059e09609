//! Waits before a limit instead of running into it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use futures::future::{self, Either};
use http::{HeaderMap, Method};
use tokio::sync::Notify;

use super::bucket::{Bucket, Full};
use super::{RateLimit, window_left};
use crate::clock::Clock;
use crate::endpoint::Prepared;
use crate::retry::jitter;

/// How many operations are remembered. Raw requests have a path of their own each.
const MOST: usize = 1000;
/// The longest pause after the end of a window, so that the processes that share it do not
/// all come back at the same moment.
const JITTER: Duration = Duration::from_millis(50);

/// No answer has come yet. Requests are counted, since the first answers may tell limits.
const UNKNOWN: u8 = 0;
/// The server tells no limits, as self-hosted ones.
const UNLIMITED: u8 = 1;
const LIMITED: u8 = 2;

type Operation = (Method, Cow<'static, str>);

/// The limits of all operations of one client, learned from the answers.
///
/// A request to a server without limits costs one look at a flag, once an answer has come.
#[derive(Debug)]
pub(crate) struct Limiter {
    is_enabled: bool,
    server: AtomicU8,
    newest: Mutex<RateLimit>,
    gates: RwLock<HashMap<Operation, Arc<Gate>>>,
}

/// Where the requests of one operation wait, in the order in which they came.
#[derive(Debug, Default)]
struct Gate {
    bucket: Mutex<Bucket>,
    /// Held by the request that is first in the line.
    line: tokio::sync::Mutex<()>,
    /// Wakes that request when another was answered.
    changed: Notify,
}

/// A request that is under way, until the head of its answer is there.
#[derive(Debug)]
pub(crate) struct Permit {
    gate: Arc<Gate>,
    generation: u64,
    is_told: bool,
}

/// A request would have waited too long, or did: so long, where that is known.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooLong(pub(crate) Option<Duration>);

impl Limiter {
    pub(crate) fn new(is_enabled: bool) -> Self {
        Self {
            is_enabled,
            server: AtomicU8::new(UNKNOWN),
            newest: Mutex::default(),
            gates: RwLock::default(),
        }
    }

    /// What the newest answer of any operation told.
    pub(crate) fn newest(&self) -> RateLimit {
        *lock(&self.newest)
    }

    /// What the newest answer of one operation told.
    pub(crate) fn told(&self, method: &Method, template: &'static str) -> RateLimit {
        let gate = self.gate(&(method.clone(), Cow::Borrowed(template)));
        gate.map(|gate| lock(&gate.bucket).told())
            .unwrap_or_default()
    }

    /// Waits until a request may be sent; fails at once when that is after `latest`, a
    /// moment of the clock.
    pub(crate) async fn admit(
        &self,
        prepared: &Prepared,
        clock: &dyn Clock,
        latest: Duration,
    ) -> Result<Option<Permit>, TooLong> {
        if !self.is_enabled || self.server.load(Ordering::Relaxed) == UNLIMITED {
            return Ok(None);
        }
        match self.gate_or_new(operation(prepared), clock.elapsed()) {
            Some(gate) => gate.pass(clock, latest).await.map(Some),
            None => Ok(None),
        }
    }

    /// Takes over what the head of an answer tells, and ends the request.
    pub(crate) fn learn(
        &self,
        prepared: &Prepared,
        permit: Option<Permit>,
        headers: &HeaderMap,
        clock: &dyn Clock,
    ) {
        let told = RateLimit::read(headers);
        self.sort_server(told.is_known());
        if !told.is_known() {
            return;
        }
        *lock(&self.newest) = told;
        let now = clock.elapsed();
        let ends_in = window_left(&told, headers, clock.now());
        if let Some(mut permit) = permit {
            let generation = Some(permit.generation);
            permit.is_told = lock(&permit.gate.bucket).learn(generation, told, ends_in, now);
        } else if let Some(gate) = self.gate_or_new(operation(prepared), now) {
            lock(&gate.bucket).learn(None, told, ends_in, now);
        }
    }

    fn sort_server(&self, is_limited: bool) {
        let known = self.server.load(Ordering::Relaxed);
        if is_limited && known != LIMITED {
            self.server.store(LIMITED, Ordering::Relaxed);
        } else if known == UNKNOWN {
            // Where it fails, another answer has told more.
            let order = Ordering::Relaxed;
            let _ = self
                .server
                .compare_exchange(UNKNOWN, UNLIMITED, order, order);
        }
    }

    fn gate(&self, operation: &Operation) -> Option<Arc<Gate>> {
        let gates = self.gates.read().unwrap_or_else(PoisonError::into_inner);
        gates.get(operation).map(Arc::clone)
    }

    fn gate_or_new(&self, operation: Operation, now: Duration) -> Option<Arc<Gate>> {
        if let Some(gate) = self.gate(&operation) {
            return Some(gate);
        }
        let mut gates = self.gates.write().unwrap_or_else(PoisonError::into_inner);
        if gates.len() >= MOST {
            gates.retain(|_, gate| !lock(&gate.bucket).is_idle(now));
        }
        if gates.len() >= MOST {
            return None;
        }
        Some(Arc::clone(gates.entry(operation).or_default()))
    }
}

impl Gate {
    async fn pass(self: Arc<Self>, clock: &dyn Clock, latest: Duration) -> Result<Permit, TooLong> {
        let is_first = self.line.try_lock();
        if is_first.is_ok()
            && let Ok(permit) = self.try_pass(clock, latest)?
        {
            return Ok(permit);
        }
        drop(is_first);
        let end = clock.sleep(latest.saturating_sub(clock.elapsed()));
        match future::select(Box::pin(self.pass_in_line(clock, latest)), end).await {
            Either::Left((outcome, _)) => outcome,
            Either::Right(((), _)) => Err(TooLong(None)),
        }
    }

    async fn pass_in_line(
        self: &Arc<Self>,
        clock: &dyn Clock,
        latest: Duration,
    ) -> Result<Permit, TooLong> {
        let _first = self.line.lock().await;
        loop {
            let end = match self.try_pass(clock, latest)? {
                Ok(permit) => return Ok(permit),
                Err(end) => end,
            };
            let changed = self.changed.notified();
            match end {
                Some(end) => {
                    let wait = end.saturating_sub(clock.elapsed()) + jitter(JITTER);
                    tracing::debug!(?wait, "the limit of this operation is used up");
                    future::select(Box::pin(changed), clock.sleep(wait)).await;
                }
                None => changed.await,
            }
        }
    }

    /// A permit, or until when there is none, where that is known.
    fn try_pass(
        self: &Arc<Self>,
        clock: &dyn Clock,
        latest: Duration,
    ) -> Result<Result<Permit, Option<Duration>>, TooLong> {
        let now = clock.elapsed();
        match lock(&self.bucket).enter(now) {
            Ok(generation) => Ok(Ok(Permit {
                gate: Arc::clone(self),
                generation,
                is_told: false,
            })),
            Err(Full::Window(end)) if end > latest => Err(TooLong(Some(end.saturating_sub(now)))),
            Err(Full::Window(end)) => Ok(Err(Some(end))),
            Err(Full::Concurrency) => Ok(Err(None)),
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        lock(&self.gate.bucket).leave(self.generation, self.is_told);
        self.gate.changed.notify_one();
    }
}

fn operation(prepared: &Prepared) -> Operation {
    (prepared.method.clone(), prepared.template.clone())
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
