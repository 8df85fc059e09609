//! Pages, streams and cursors.

use futures::{StreamExt, TryStreamExt};
use sentry_api::{Cursor, ErrorKind};

use crate::script::{Act, Script, Seen, json};

fn link(next: Option<&str>) -> String {
    let cursor = next.unwrap_or("0:0:0");
    let results = next.is_some();
    format!(
        r#"<https://other.example/?&cursor=0:0:1>; rel="previous"; results="false"; cursor="0:0:1", <https://other.example/?&cursor={cursor}>; rel="next"; results="{results}"; cursor="{cursor}""#
    )
}

fn cursor(seen: &Seen) -> usize {
    let place = seen.url.split_once("cursor=0%3A");
    place.map_or(0, |(_, rest)| {
        rest.split_once('%').unwrap().0.parse().unwrap()
    })
}

/// `total` issues in pages of 100; every third page is empty though the list goes on.
fn list(total: usize) -> Script {
    Script::new(move |_, seen| {
        let page = cursor(seen);
        let empty = page % 3 == 1;
        let first = (0..page).filter(|page| page % 3 != 1).count() * 100;
        let last = if empty { first } else { total.min(first + 100) };
        let items: Vec<_> = (first..last)
            .map(|id| serde_json::json!({"id": id}))
            .collect();
        let next = (last < total).then(|| format!("0:{}:0", page + 1));
        json(200, serde_json::to_string(&items).unwrap())
            .header("link", link(next.as_deref()))
            .header("x-hits", total)
    })
}

#[tokio::test]
async fn a_stream_yields_each_issue_once_over_empty_pages() {
    let script = list(1000);
    let issues = script.client().organization("acme").issues().limit(100);
    let ids: Vec<usize> = issues
        .stream()
        .map_ok(|issue| issue.id.as_str().parse::<usize>().unwrap())
        .try_collect()
        .await
        .unwrap();
    assert_eq!(ids, (0..1000).collect::<Vec<_>>());
    assert_eq!(script.count(), 15, "ten pages and five empty ones");
    assert!(
        script
            .seen()
            .iter()
            .all(|seen| seen.url.starts_with("https://sentry.io/"))
    );
}

#[tokio::test]
async fn a_stream_fetches_no_page_before_it_is_needed() {
    let script = list(1000);
    let issues = script.client().organization("acme").issues();
    let first: Vec<_> = issues.stream().take(100).try_collect().await.unwrap();
    assert_eq!((first.len(), script.count()), (100, 1));
}

#[tokio::test]
async fn a_list_goes_on_from_a_stored_cursor() {
    let script = list(450);
    let client = script.client();
    let acme = client.organization("acme");
    let page = acme.issues().page().await.unwrap();
    assert_eq!((page.items.len(), page.hits), (100, Some(450)));
    assert_eq!(page.previous, None);
    let stored = serde_json::to_string(&page.next.unwrap()).unwrap();

    let cursor: Cursor = serde_json::from_str(&stored).unwrap();
    let rest: Vec<_> = acme
        .issues()
        .cursor(cursor)
        .stream()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(rest.len(), 350);
    assert_eq!(rest[0].id.as_str(), "100");
}

#[tokio::test(start_paused = true)]
async fn a_stream_ends_with_its_first_error() {
    let script = Script::new(|number, _| match number {
        0 => json(200, r#"[{"id": 1}]"#).header("link", link(Some("0:1:0"))),
        _ => json(400, r#"{"detail": "Invalid cursor."}"#),
    });
    let stream = script.client().organization("acme").issues().stream();
    let items: Vec<_> = stream.collect().await;
    assert_eq!(items.len(), 2);
    assert!(items[0].is_ok());
    assert_eq!(items[1].as_ref().unwrap_err().kind(), ErrorKind::BadRequest);
}

#[tokio::test]
async fn a_cursor_that_does_not_move_ends_the_list() {
    let stuck: Act = json(200, "[]").header("link", link(Some("0:1:0")));
    let script = Script::acts([stuck]);
    let stream = script.client().organizations().stream();
    let items: Vec<_> = stream.collect().await;
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].as_ref().unwrap_err().kind(), ErrorKind::Decode);
    assert_eq!(script.count(), 2);
}

#[tokio::test]
async fn a_stream_can_be_spawned() {
    let script = list(150);
    let stream = script.client().organization("acme").issues().stream();
    let count = tokio::spawn(stream.count()).await.unwrap();
    assert_eq!(count, 150);
}

#[tokio::test]
async fn a_list_that_leads_back_to_itself_ends() {
    let script = Script::new(|_, seen| {
        let next = ["0:1:0", "0:2:0", "0:3:0"][cursor(seen) % 3];
        json(200, "[]").header("link", link(Some(next)))
    });
    let pages: Vec<_> = script.client().organizations().pages().collect().await;
    let last = pages.last().unwrap().as_ref().unwrap_err();
    assert_eq!(last.kind(), ErrorKind::Decode);
    assert!(script.count() <= 4, "{}", script.count());
}

#[tokio::test]
async fn a_page_is_followed_by_the_next_though_the_links_hold_text_of_the_search() {
    let script = Script::new(|number, _| {
        let next = (number == 0).then_some("0:1:0");
        let links = link(next).replace("?&", "?query=\"straße; <x>\"&");
        json(200, r#"[{"id": 1, "slug": "a"}]"#).header("link", links)
    });
    let list: Vec<_> = script.client().organizations().stream().collect().await;
    assert_eq!((list.len(), script.count()), (2, 2));
}
