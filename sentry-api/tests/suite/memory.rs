//! What long lists and hostile answers take at their most.

use async_trait::async_trait;
use futures::StreamExt;
use sentry_api::Client;
use sentry_api::transport::{BodyStream, RequestBody, Transport, TransportError};

use crate::paging::link;
use crate::prefetch::NoTimer;
use crate::script::{Script, json};

/// A list of so many pages of 100 projects.
#[derive(Debug)]
struct Pages(usize);

#[async_trait]
impl Transport for Pages {
    async fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<BodyStream>, TransportError> {
        let query = request.uri().query().unwrap_or_default();
        let page: usize = query
            .strip_prefix("cursor=")
            .map_or(0, |page| page.parse().unwrap());
        // All cursors are as long as each other.
        let next = (page + 1 < self.0).then(|| format!("{:06}", page + 1));
        let body = format!("[{}]", [r#"{"id": "1", "slug": "shop"}"#; 100].join(","));
        let answer = http::Response::builder().header("link", link(next.as_deref()));
        Ok(answer.body(BodyStream::from(body)).unwrap())
    }
}

/// The most bytes at once while a stream over so many pages is read to its end.
fn most_over(pages: usize) -> u64 {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.unwrap();
    let client = Client::builder().transport(Pages(pages)).clock(NoTimer);
    let client = client.build().unwrap();
    let counted = allocation_counter::measure(|| {
        let projects = client.organization("acme").projects().stream();
        let count = runtime.block_on(projects.map(Result::unwrap).count());
        assert_eq!(count, pages * 100);
    });
    counted.bytes_max
}

#[test]
fn a_stream_holds_no_more_the_longer_it_is() {
    let (short, long) = (most_over(20), most_over(400));
    assert!(long < short + short / 50, "{short} {long}");
}

#[test]
fn a_long_name_over_many_messages_is_not_repeated_for_each() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let body = format!(r#"{{"{}": [{}1]}}"#, "k".repeat(20_000), "1,".repeat(2000));
    let length = body.len() as u64;
    let client = Script::acts([json(400, body)]).client();
    let counted = allocation_counter::measure(|| {
        let error = runtime.block_on(client.root().into_future()).unwrap_err();
        assert!(error.detail().unwrap().starts_with("1; 1; "), "{error}");
    });
    assert!(counted.bytes_max < 20 * length, "{counted:?}");
    assert!(counted.count_total < 20_000, "{counted:?}");
}
