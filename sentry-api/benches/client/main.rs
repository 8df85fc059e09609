//! Prints what the client costs beside the least that does the same.
//!
//! ```sh
//! cargo bench -p sentry-api
//! ```
//!
//! Each ratio is of two figures of one run, the best of several rounds in which both take
//! turns, so that what else the machine does touches both.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and ends where it cannot go on"
)]

mod call;
mod data;
mod decode;
mod limits;
mod server;
mod stream;

use std::time::{Duration, Instant};

const ROUNDS: usize = 15;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let data = runtime.block_on(data::Data::from_sandbox());
    call::measure(&runtime, &data);
    decode::measure(&data);
    limits::measure(&runtime);
    stream::measure(&runtime, &data);
}

/// What something cost: time of the clock, and of this thread on a processor.
#[derive(Debug, Clone, Copy)]
struct Cost {
    wall: Duration,
    cpu: Duration,
}

impl Cost {
    const MOST: Self = Self {
        wall: Duration::MAX,
        cpu: Duration::MAX,
    };

    fn of(work: impl FnOnce()) -> Self {
        let (wall, cpu) = (Instant::now(), thread_time());
        work();
        Self {
            cpu: thread_time().saturating_sub(cpu),
            wall: wall.elapsed(),
        }
    }

    fn min(self, other: Self) -> Self {
        Self {
            wall: self.wall.min(other.wall),
            cpu: self.cpu.min(other.cpu),
        }
    }
}

/// The best cost of each of `works`, which take turns.
fn best<const N: usize>(mut works: [&mut dyn FnMut(); N]) -> [Cost; N] {
    let mut costs = [Cost::MOST; N];
    for _ in 0..ROUNDS {
        for (cost, work) in costs.iter_mut().zip(&mut works) {
            *cost = cost.min(Cost::of(work));
        }
    }
    costs
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

fn micros(time: Duration, times: u32) -> f64 {
    (time / times).as_secs_f64() * 1e6
}

#[cfg(unix)]
fn thread_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("a time since the thread began")
}

#[cfg(not(unix))]
fn thread_time() -> Duration {
    Duration::ZERO
}
