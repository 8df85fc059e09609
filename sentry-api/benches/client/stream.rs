//! Lists of many pages: their time beside that of the requests, and their memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use futures::{StreamExt, TryStreamExt, pin_mut};
use sentry_api::Client;
use sentry_api::transport::{BodyStream, RequestBody, Transport, TransportError};
use tokio::runtime::Runtime;
use tokio::time::sleep;

use crate::data::Data;
use crate::ratio;

const PAGES: u32 = 100;
const LATENCY: Duration = Duration::from_millis(20);
const WORK: Duration = Duration::from_millis(15);

/// A list of so many pages with the same content.
#[derive(Debug, Clone)]
struct Pages {
    count: u32,
    body: bytes::Bytes,
    latency: Duration,
    /// How long the answers really took together, in microseconds: a timer of tokio is up to
    /// two milliseconds late.
    waited: Arc<AtomicU64>,
}

#[async_trait]
impl Transport for Pages {
    async fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<BodyStream>, TransportError> {
        if !self.latency.is_zero() {
            let started = Instant::now();
            sleep(self.latency).await;
            let waited = u64::try_from(started.elapsed().as_micros()).expect("a short time");
            self.waited.fetch_add(waited, Ordering::Relaxed);
        }
        let query = request.uri().query().unwrap_or_default();
        let page = query
            .strip_prefix("cursor=")
            .map_or(0, |page| page.parse().expect("a number"));
        let (next, is_more) = (page + 1, page + 1 < self.count);
        let link = format!(
            r#"<https://sentry.io/?&cursor=0>; rel="previous"; results="false"; cursor="0", <https://sentry.io/?&cursor={next}>; rel="next"; results="{is_more}"; cursor="{next}""#
        );
        let answer = http::Response::builder().header("link", link);
        Ok(answer
            .body(BodyStream::from(self.body.clone()))
            .expect("an answer"))
    }
}

impl Pages {
    fn client(self) -> Client {
        let builder = Client::builder().transport(self);
        builder.build().expect("a client")
    }
}

pub(crate) fn measure(runtime: &Runtime, data: &Data) {
    let list = Pages {
        count: PAGES,
        body: data.issues.clone().into(),
        latency: LATENCY,
        waited: Arc::default(),
    };
    let took = runtime.block_on(walk(list.clone().client()));
    let latencies = Duration::from_micros(list.waited.load(Ordering::Relaxed));
    println!(
        "streaming {PAGES} pages of 100 issues, {LATENCY:?} each, while the caller works {WORK:?} a page"
    );
    println!(
        "  {took:.2?}, the latencies alone {latencies:.2?}, ratio {:.2}",
        ratio(took, latencies)
    );
    println!("memory of a stream at its most");
    for count in [10, 100, 1000] {
        let list = Pages {
            count,
            latency: Duration::ZERO,
            ..list.clone()
        };
        let client = list.client();
        let counted = allocation_counter::measure(|| runtime.block_on(count_items(&client, count)));
        println!("  {count:4} pages: {} KiB", counted.bytes_max / 1024);
    }
}

/// Walks through the list with `WORK` on each page.
async fn walk(client: Client) -> Duration {
    let started = Instant::now();
    let pages = client.organization("acme").issues().pages();
    pin_mut!(pages);
    while let Some(page) = pages.try_next().await.expect("a page") {
        sleep(WORK).await;
        drop(page);
    }
    started.elapsed()
}

async fn count_items(client: &Client, pages: u32) {
    let issues = client.organization("acme").issues().stream();
    let count = issues.map(|issue| issue.expect("an issue")).count().await;
    assert_eq!(u32::try_from(count), Ok(pages * 100));
}
