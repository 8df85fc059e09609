//! What the limiter costs a call.

use std::hint::black_box;

use async_trait::async_trait;
use sentry_api::transport::{BodyStream, RequestBody, Transport, TransportError};
use sentry_api::{Client, NoContent};
use tokio::runtime::Runtime;

use crate::{best, micros, ratio};

const CALLS: u32 = 2000;

/// Answers at once, with limits or without.
#[derive(Debug)]
struct Instant {
    is_limited: bool,
}

#[async_trait]
impl Transport for Instant {
    async fn send(
        &self,
        _: http::Request<RequestBody>,
    ) -> Result<http::Response<BodyStream>, TransportError> {
        let mut answer = http::Response::builder();
        if self.is_limited {
            for (name, value) in [
                ("x-sentry-rate-limit-limit", "1000000"),
                ("x-sentry-rate-limit-remaining", "999999"),
                ("x-sentry-rate-limit-reset", "1800000001"),
                ("x-sentry-rate-limit-concurrentlimit", "100"),
                ("x-sentry-rate-limit-concurrentremaining", "99"),
                ("date", "Fri, 15 Jan 2027 08:00:00 GMT"),
            ] {
                answer = answer.header(name, value);
            }
        }
        Ok(answer.body(BodyStream::from("{}")).expect("an answer"))
    }
}

fn client(is_limited: bool, limiter: bool) -> Client {
    let builder = Client::builder().rate_limiter(limiter);
    let builder = builder.transport(Instant { is_limited });
    builder.build().expect("a client")
}

async fn calls(client: &Client) {
    for _ in 0..CALLS {
        let raw = client.raw(http::Method::GET, "/api/0/organizations/");
        black_box(raw.send::<NoContent>().await.expect("an answer"));
    }
}

pub(crate) fn measure(runtime: &Runtime) {
    println!("the limiter, on answers that come at once");
    for (name, is_limited) in [("without limits", false), ("with limits", true)] {
        let (on, off) = (client(is_limited, true), client(is_limited, false));
        let mut through = || runtime.block_on(calls(&on));
        let mut around = || runtime.block_on(calls(&off));
        let [with, without] = best([&mut through, &mut around]);
        println!(
            "  {name}: {:.2} us a call, {:.2} us when it is off, ratio {:.2}",
            micros(with.wall, CALLS),
            micros(without.wall, CALLS),
            ratio(with.wall, without.wall)
        );
    }
}
