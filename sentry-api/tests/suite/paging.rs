//! Pages, streams and cursors.

use futures::{StreamExt, TryStreamExt};
use sentry_api::{Cursor, ErrorKind};

use crate::script::{Act, Script, Seen, json};

pub(crate) fn link(next: Option<&str>) -> String {
    let cursor = next.unwrap_or("0:0:0");
    let results = next.is_some();
    format!(
        r#"<https://other.example/?&cursor=0:0:1>; rel="previous"; results="false"; cursor="0:0:1", <https://other.example/?&cursor={cursor}>; rel="next"; results="{results}"; cursor="{cursor}""#
    )
}

pub(crate) fn cursor(seen: &Seen) -> usize {
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
async fn a_cursor_that_is_too_long_is_the_servers_mistake() {
    let cursor = "9".repeat(70_000);
    let script = Script::acts([json(200, "[]").header("link", link(Some(&cursor)))]);
    let stream = script.client().organizations().pages();
    let pages: Vec<_> = stream.collect().await;
    assert_eq!((pages.len(), script.count()), (2, 1));
    assert!(pages[0].is_ok());
    let error = pages[1].as_ref().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(!error.is_unsent(), "{error}");
}

#[tokio::test]
async fn a_cursor_that_does_not_move_ends_the_list() {
    let stuck: Act = json(200, "[]").header("link", link(Some("0:1:0")));
    let script = Script::acts([stuck]);
    let stream = script.client().organizations().stream();
    let items: Vec<_> = stream.collect().await;
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].as_ref().unwrap_err().kind(), ErrorKind::Decode);
    assert_eq!(script.count(), 2, "both pages were given before");
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
    let (last, before) = pages.split_last().unwrap();
    let error = last.as_ref().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.problem().unwrap().contains("back"), "{error}");
    assert!(before.iter().all(Result::is_ok));
    assert_eq!(script.count(), before.len(), "no page was fetched in vain");
    assert!(script.count() <= 9, "{}", script.count());
}

#[tokio::test]
async fn a_cap_ends_the_list_and_its_last_page_tells_where_it_goes_on() {
    let script = list(450);
    let client = script.client();
    let acme = client.organization("acme");
    let capped = acme.issues().max_pages(2);
    let pages: Vec<_> = capped.clone().pages().try_collect().await.unwrap();
    assert_eq!((pages.len(), script.count()), (2, 2));
    let items: Vec<_> = capped.stream().try_collect().await.unwrap();
    assert_eq!(items.len(), 100, "the second page is empty");

    let next = pages[1].next.clone().unwrap();
    let rest = acme.issues().cursor(next).max_pages(1).stream();
    let rest: Vec<_> = rest.try_collect().await.unwrap();
    assert_eq!(rest[0].id.as_str(), "100");
    assert_eq!(rest.len(), 100);

    let before = script.count();
    assert_eq!(acme.issues().max_pages(0).pages().count().await, 0);
    assert_eq!(script.count(), before);
}

#[tokio::test]
async fn who_stops_within_a_page_goes_on_where_it_began() {
    let script = list(450);
    let client = script.client();
    let acme = client.organization("acme");
    let mut pages = acme.issues().pages().boxed();
    let mut at = None;
    let mut done = Vec::new();
    'all: while let Some(page) = pages.try_next().await.unwrap() {
        for issue in page.items {
            done.push(issue.id.to_string());
            if done.len() == 250 {
                break 'all;
            }
        }
        at = page.next;
    }
    drop(pages);
    let rest = acme.issues().cursor(at.unwrap()).stream();
    let rest: Vec<_> = rest.map_ok(|issue| issue.id).try_collect().await.unwrap();
    assert_eq!(rest[0].as_str(), "200", "the page's first half comes again");
    assert_eq!(rest.len(), 250);
    done.extend(rest.iter().map(ToString::to_string));
    done.dedup();
    done.sort_unstable_by_key(|id| id.parse::<u32>().unwrap());
    done.dedup();
    assert_eq!(done.len(), 450, "nothing is lost");
}

#[tokio::test]
async fn a_list_is_walked_backwards_from_a_cursor() {
    let script = Script::new(|_, seen| {
        let page = cursor(seen);
        let previous = format!("0:{}:1", page.saturating_sub(1));
        let links = link(Some(&format!("0:{}:0", page + 1))).replace(
            r#"results="false"; cursor="0:0:1""#,
            &format!(r#"results="{}"; cursor="{previous}""#, page > 0),
        );
        json(200, format!(r#"[{{"id": {page}}}]"#)).header("link", links)
    });
    let issues = script.client().organization("acme").issues();
    let issues = issues.cursor(Cursor::new("0:3:0")).backwards().stream();
    let ids: Vec<_> = issues
        .map_ok(|issue| issue.id.to_string())
        .try_collect()
        .await
        .unwrap();
    assert_eq!(ids, ["3", "2", "1", "0"]);
}

#[tokio::test]
async fn counts_come_with_how_far_they_go() {
    let act = json(200, "[]")
        .header("x-hits", 1000)
        .header("x-max-hits", 1000);
    let page = Script::acts([act])
        .client()
        .organizations()
        .page()
        .await
        .unwrap();
    assert_eq!((page.hits, page.max_hits), (Some(1000), Some(1000)));
    let page = Script::acts([json(200, "[]").header("x-hits", "many")]);
    let page = page.client().organizations().page().await.unwrap();
    assert_eq!((page.hits, page.max_hits), (None, None));
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
