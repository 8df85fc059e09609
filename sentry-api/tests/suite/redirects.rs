//! Redirects: followed within the server, for reads alone.

use sentry_api::ErrorKind;

use crate::script::{Act, Script, json};

fn to(status: u16, location: &str) -> Act {
    json(status, "").header("location", location)
}

#[tokio::test]
async fn a_read_follows_within_the_server() {
    let script = Script::acts([
        to(302, "/api/0/organizations/new/?a=1"),
        json(200, r#"{"id": "1", "slug": "new"}"#),
    ]);
    let organization = script.client().organization("old").get().await.unwrap();
    assert_eq!(organization.slug, "new");
    assert_eq!(
        script.seen()[1].url,
        "https://sentry.io/api/0/organizations/new/?a=1"
    );
}

#[tokio::test]
async fn another_host_gets_nothing() {
    for location in [
        "https://evil.example/api/0/",
        "//evil.example/",
        "https://sentry.io.evil.example/",
    ] {
        let script = Script::acts([to(302, location), json(200, "{}")]);
        let error = script.client().root().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirected);
        assert!(error.problem().unwrap().contains("evil.example"), "{error}");
        assert_eq!(script.count(), 1, "nothing was sent there");
    }
    let script = Script::acts([to(302, &"x".repeat(70_000)), json(200, "{}")]);
    let error = script.client().root().await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::Redirected, 1));
    assert!(!error.is_unsent(), "{error}");
    let script = Script::acts([to(301, "http://sentry.io/api/0/")]);
    let error = script.client().root().await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::Redirected, 1));
}

#[tokio::test]
async fn a_write_is_not_repeated_elsewhere() {
    let script = Script::acts([
        to(307, "/api/0/organizations/new/issues/1/"),
        json(200, r#"{"id": "1"}"#),
    ]);
    let issue = script.client().organization("old").issue("1");
    let error = issue.update().resolve().await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::Redirected, 1));
}

#[tokio::test]
async fn a_circle_ends() {
    let script = Script::acts([to(302, "/api/0/")]);
    let error = script.client().root().await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::Redirected, 4));
    assert!(error.problem().unwrap().contains("circle"), "{error}");
}
