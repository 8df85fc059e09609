//! Releases and keys, where the status, a null or a version matters.

use sentry_api::ErrorKind;
use sentry_api::endpoints::CreatedRelease;

use crate::script::{Script, json};

#[tokio::test]
async fn a_known_release_is_told_from_a_new_one() {
    let body = r#"{"version": "1.0"}"#;
    for (status, body) in [(201, body), (208, body), (208, "")] {
        let client = Script::acts([json(status, body)]).client();
        let create = client.organization("acme").create_release("1.0", ["web"]);
        match create.created().await.unwrap() {
            CreatedRelease::New(release) => {
                assert_eq!((status, release.version.as_str()), (201, "1.0"));
            }
            CreatedRelease::Known(release) => {
                assert_eq!(status, 208);
                assert_eq!(release.is_none(), body.is_empty());
            }
        }
    }
}

#[tokio::test]
async fn a_version_that_cannot_exist_is_never_sent() {
    let script = Script::acts([json(200, "{}")]);
    let acme = script.client().organization("acme");
    for version in ["feature/x", "a\\b", "1\n", "..", ""] {
        let release = acme.release(version).get().await.unwrap_err();
        assert_eq!(release.kind(), ErrorKind::InvalidRequest, "{version:?}");
        let project = acme.project("web").release(version);
        let commits = project.commits().await.unwrap_err();
        assert_eq!(commits.kind(), ErrorKind::InvalidRequest, "{version:?}");
    }
    let slash = acme.release("feature/x").get().await.unwrap_err();
    assert!(slash.to_string().contains("a slash"), "{slash}");
    assert_eq!(script.count(), 0);

    let _ = acme.release("shop@1.0+b 2é~").commits().await;
    let url = &script.seen()[0].url;
    let version = "shop%401.0%2Bb%202%C3%A9~";
    assert!(
        url.ends_with(&format!("/releases/{version}/commits/")),
        "{url}"
    );
}

#[tokio::test]
async fn a_limit_is_set_taken_away_and_left_alone() {
    let script = Script::acts([json(200, r#"{"id": "7"}"#)]);
    let project = script.client().organization("acme").project("web");
    let update = || project.key("7").update().name("a");
    for call in [
        update(),
        update().rate_limit(10, 60),
        update().no_rate_limit(),
    ] {
        call.await.unwrap();
    }
    let bodies: Vec<_> = script.seen().into_iter().map(|seen| seen.body).collect();
    let expected = [
        r#"{"name":"a"}"#,
        r#"{"name":"a","rateLimit":{"count":10,"window":60}}"#,
        r#"{"name":"a","rateLimit":null}"#,
    ];
    assert_eq!(bodies, expected);
}

#[tokio::test]
async fn secret_keys_are_not_shown() {
    let body = r#"[{"id": "7", "secret": "5ec4e7", "dsn": {
        "public": "https://abc0@sentry.example.com/1", "secret": "https://abc0:5ec4e7@x/1"}}]"#;
    let client = Script::acts([json(200, body)]).client();
    let keys = client.organization("acme").project("web").keys().await;
    let key = keys.unwrap().remove(0);
    assert!(!format!("{key:?}").contains("5ec4e7"));
    assert_eq!(key.secret.unwrap().expose(), "5ec4e7");
    let dsn = key.dsn.unwrap().public.unwrap();
    assert_eq!(dsn.as_str(), "https://abc0@sentry.example.com/1");
}
