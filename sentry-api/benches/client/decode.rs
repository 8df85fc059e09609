//! Models beside `serde_json::Value`.

use std::hint::black_box;
use std::time::Duration;

use sentry_api::model::{Event, Issue};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::data::Data;
use crate::{best, ratio};

const TIMES: u32 = 10;

pub(crate) fn measure(data: &Data) {
    compare::<Vec<Issue>>("a page of 100 issues", &data.issues);
    compare::<Event>("an event", &data.event);
}

fn compare<T: DeserializeOwned>(name: &str, text: &str) {
    fn decode<T: DeserializeOwned>(text: &str) {
        for _ in 0..TIMES {
            black_box::<T>(serde_json::from_str(black_box(text)).expect(text));
        }
    }
    let [ours, theirs] = best([&mut || decode::<T>(text), &mut || decode::<Value>(text)]);
    println!("decoding {name}, {} bytes", text.len());
    println!(
        "  {:.0} MB/s, serde_json::Value {:.0} MB/s, ratio of time {:.2}",
        speed(text, ours.wall),
        speed(text, theirs.wall),
        ratio(ours.wall, theirs.wall)
    );
}

#[allow(clippy::cast_precision_loss, reason = "lengths are far below 2^52")]
fn speed(text: &str, time: Duration) -> f64 {
    text.len() as f64 * f64::from(TIMES) / time.as_secs_f64() / 1e6
}
