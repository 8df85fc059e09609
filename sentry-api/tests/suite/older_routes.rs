//! Servers that lack the organization-scoped routes of issues.

use std::time::Duration;

use sentry_api::ErrorKind;

use crate::script::{Act, Script, Seen, html, json};

const ISSUE: &str = r#"{"id": "7", "shortId": "SHOP-1"}"#;
const EVENT: &str = r#"{"eventID": "1519deb9b73449f0b16ba6ee58f02493"}"#;

fn path(seen: &Seen) -> &str {
    seen.url.strip_prefix("https://sentry.io").unwrap()
}

/// A server that knows `/api/0/issues/{id}/…` and answers `missing` below an organization.
fn older(missing: Act) -> Script {
    Script::new(move |_, seen| match path(seen) {
        "/api/0/issues/7/" => json(200, ISSUE),
        "/api/0/issues/7/events/latest/" => json(200, EVENT),
        path if path.starts_with("/api/0/issues/") => json(404, r#"{"detail": "Not Found"}"#),
        _ => missing.clone(),
    })
}

#[tokio::test]
async fn the_older_route_is_found_and_remembered() {
    for missing in [json(405, ""), html(405), html(200), html(404)] {
        let script = older(missing);
        let issue = script.client().organization("acme").issue("7");
        issue.get().await.unwrap();
        issue.get().await.unwrap();
        issue.latest_event().await.unwrap();
        issue.update().resolve().await.unwrap();
        let seen = script.seen();
        let paths: Vec<_> = seen.iter().map(path).collect();
        assert_eq!(
            paths,
            [
                "/api/0/organizations/acme/issues/7/",
                "/api/0/issues/7/",
                "/api/0/issues/7/",
                "/api/0/organizations/acme/issues/7/events/latest/",
                "/api/0/issues/7/events/latest/",
                "/api/0/organizations/acme/issues/7/",
                "/api/0/issues/7/",
            ]
        );
    }
}

#[tokio::test]
async fn what_must_not_be_done_twice_needs_a_clear_answer() {
    for (missing, count) in [(html(200), 1), (html(404), 2), (json(405, ""), 2)] {
        let script = older(missing);
        let issue = script.client().organization("acme").issue("7");
        let error = issue.create_note("Found it.").await.unwrap_err();
        assert_eq!(script.count(), count, "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn after_an_hour_the_newer_route_is_looked_for_again() {
    let script = Script::new(|number, seen| match path(seen) {
        "/api/0/organizations/acme/issues/7/" if number == 0 => json(405, ""),
        _ => json(200, ISSUE),
    });
    let issue = script.client().organization("acme").issue("7");
    for _ in 0..2 {
        issue.get().await.unwrap();
        issue.get().await.unwrap();
        tokio::time::sleep(Duration::from_secs(3601)).await;
    }
    let seen = script.seen();
    let paths: Vec<_> = seen.iter().map(path).collect();
    let (newer, older) = ("/api/0/organizations/acme/issues/7/", "/api/0/issues/7/");
    assert_eq!(paths, [newer, older, older, newer, newer]);
}

#[tokio::test]
async fn a_json_404_is_an_answer() {
    let script = older(json(
        404,
        r#"{"detail": "The requested resource does not exist"}"#,
    ));
    let issue = script.client().organization("acme").issue("7");
    let error = issue.get().await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::NotFound, 1));

    let script = older(html(200));
    let error = script
        .client()
        .organization("acme")
        .issue("8")
        .get()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(error.call().unwrap().1, "/api/0/issues/{issue_id}/");
}

#[tokio::test]
async fn a_short_id_is_looked_up_where_the_server_can() {
    let script = Script::new(|_, seen| match path(seen) {
        "/api/0/organizations/acme/shortids/SHOP-1/" => json(200, r#"{"groupId": 7}"#),
        "/api/0/issues/7/" => json(200, ISSUE),
        _ => html(200),
    });
    let issue = script
        .client()
        .organization("acme")
        .issue("SHOP-1")
        .get()
        .await
        .unwrap();
    assert_eq!(issue.id.as_str(), "7");

    let script = older(html(404));
    let error = script
        .client()
        .organization("acme")
        .issue("SHOP-1")
        .get()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert!(error.problem().unwrap().contains("number"), "{error}");
}

#[tokio::test]
async fn a_server_in_maintenance_teaches_nothing() {
    let script = Script::new(|number, seen| match (number, path(seen)) {
        (0..=1, _) => html(200),
        (_, "/api/0/organizations/acme/issues/7/") => json(200, ISSUE),
        _ => html(404),
    });
    let issue = script.client().organization("acme").issue("7");
    assert_eq!(
        issue.get().await.unwrap_err().kind(),
        ErrorKind::Unsupported
    );
    issue.get().await.unwrap();
}

#[tokio::test]
async fn only_an_answer_of_the_older_route_teaches() {
    for (older, looked_up) in [
        (
            json(302, "").header("location", "/login/"),
            json(200, r#"{"groupId": 7}"#),
        ),
        (
            json(401, r#"{"detail": "no"}"#),
            json(200, r#"{"groupId": 7}"#),
        ),
        (json(200, "{"), json(200, r#"{"groupId": 7}"#)),
        (html(404), json(404, r#"{"detail": "no such short id"}"#)),
    ] {
        let script = Script::new(move |number, seen| match path(seen) {
            "/api/0/issues/7/" => older.clone(),
            path if path.contains("/shortids/") => looked_up.clone(),
            _ if number == 0 => html(404),
            _ => json(200, ISSUE),
        });
        let issue = script.client().organization("acme").issue("SHOP-1");
        issue.update().resolve().await.unwrap_err();
        issue.update().resolve().await.unwrap();
        let last = script.seen().pop().unwrap();
        assert_eq!(path(&last), "/api/0/organizations/acme/issues/SHOP-1/");
    }
}

#[tokio::test]
async fn a_server_that_was_upgraded_is_asked_anew() {
    let script = Script::new(|number, seen| match (number, path(seen)) {
        (0, _) => html(404),
        (1, "/api/0/issues/7/") | (_, "/api/0/organizations/acme/issues/7/") => json(200, ISSUE),
        _ => html(404),
    });
    let issue = script.client().organization("acme").issue("7");
    issue.get().await.unwrap();
    assert_eq!(
        issue.get().await.unwrap_err().kind(),
        ErrorKind::Unsupported
    );
    issue.get().await.unwrap();
}
