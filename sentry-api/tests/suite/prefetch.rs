//! Pages that are fetched ahead; the clock is tokio's, paused.

use std::time::Duration;

use futures::{StreamExt, TryStreamExt};
use sentry_api::ErrorKind;
use tokio::time::{Instant, sleep};

use crate::paging::{cursor, link};
use crate::script::{Act, Script, json};

const LATENCY: Duration = Duration::from_millis(20);
const WORK: Duration = Duration::from_millis(15);

/// Page `number` of a list with `total` pages of one issue each.
fn page(number: usize, total: usize) -> Act {
    let next = (number + 1 < total).then(|| format!("0:{}:0", number + 1));
    json(200, format!(r#"[{{"id": {number}}}]"#))
        .header("link", link(next.as_deref()))
        .after(LATENCY)
}

fn list(total: usize) -> Script {
    Script::new(move |_, seen| page(cursor(seen), total))
}

#[tokio::test(start_paused = true)]
async fn pages_arrive_while_the_caller_works_on_those_before() {
    let script = list(100);
    let started = Instant::now();
    let mut pages = script
        .client()
        .organization("acme")
        .issues()
        .pages()
        .boxed();
    let mut count = 0;
    while let Some(page) = pages.try_next().await.unwrap() {
        assert_eq!(page.items[0].id.as_str(), count.to_string());
        count += 1;
        sleep(WORK).await;
    }
    assert_eq!((count, script.count()), (100, 100));
    let latencies = LATENCY * 100;
    let ratio = started.elapsed().as_secs_f64() / latencies.as_secs_f64();
    assert!(ratio <= 1.1, "{ratio}");
}

#[tokio::test(start_paused = true)]
async fn one_page_is_fetched_ahead_and_none_beside_the_first() {
    let script = list(100);
    let mut pages = script
        .client()
        .organization("acme")
        .issues()
        .pages()
        .boxed();
    for (asked, fetched) in [(1, 1), (2, 3), (3, 4), (4, 5)] {
        pages.try_next().await.unwrap().unwrap();
        sleep(Duration::from_secs(60)).await;
        assert_eq!(script.count(), fetched, "{asked}");
    }
}

#[tokio::test(start_paused = true)]
async fn none_is_fetched_beyond_a_cap_or_the_end() {
    let script = list(100);
    let issues = script.client().organization("acme").issues();
    assert_eq!(issues.max_pages(3).pages().count().await, 3);
    sleep(Duration::from_secs(60)).await;
    assert_eq!(script.count(), 3);
}

#[tokio::test(start_paused = true)]
async fn an_error_comes_after_the_pages_before_it() {
    let script = Script::new(|_, seen| match cursor(seen) {
        3 => json(403, r#"{"detail": "no"}"#),
        number => page(number, 100),
    });
    let mut issues = script
        .client()
        .organization("acme")
        .issues()
        .stream()
        .boxed();
    for id in ["0", "1", "2"] {
        assert_eq!(issues.try_next().await.unwrap().unwrap().id.as_str(), id);
        sleep(Duration::from_secs(1)).await;
    }
    let error = issues.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
    assert!(issues.next().await.is_none(), "an error ends the stream");
    assert_eq!(script.count(), 4);
}

#[tokio::test(start_paused = true)]
async fn dropping_the_stream_ends_what_is_fetched_ahead() {
    // The page after the next one would fail twice and be tried again.
    let script = Script::new(|_, seen| match cursor(seen) {
        2 => json(503, "{}"),
        number => page(number, 100),
    });
    let mut pages = script
        .client()
        .organization("acme")
        .issues()
        .pages()
        .boxed();
    pages.try_next().await.unwrap();
    pages.try_next().await.unwrap();
    tokio::task::yield_now().await;
    assert_eq!(script.count(), 3, "it is under way");
    drop(pages);
    sleep(Duration::from_secs(60)).await;
    assert_eq!(script.count(), 3, "it was given up");
}

#[test]
fn without_a_runtime_each_page_is_fetched_when_it_is_asked_for() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let script = {
        let _entered = runtime.enter();
        Script::new(move |_, seen| {
            let number = cursor(seen);
            let next = (number < 4).then(|| format!("0:{}:0", number + 1));
            json(200, format!(r#"[{{"id": {number}}}]"#)).header("link", link(next.as_deref()))
        })
    };
    let client = script.builder().clock(NoTimer).build().unwrap();
    let pages = client.organization("acme").issues().pages();
    let counts: Vec<_> = futures::executor::block_on_stream(Box::pin(pages))
        .map(|page| page.map(|_| script.count()).unwrap())
        .collect();
    assert_eq!(counts, [1, 2, 3, 4, 5]);
}

/// A clock for executors other than tokio's.
#[derive(Debug)]
pub(crate) struct NoTimer;

#[async_trait::async_trait]
impl sentry_api::Clock for NoTimer {
    fn now(&self) -> std::time::SystemTime {
        std::time::SystemTime::now()
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    async fn sleep(&self, _duration: Duration) {
        std::future::pending::<()>().await;
    }
}
