//! Grants in a file that several processes share.

mod failing;
mod files;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use futures::future::{join_all, try_join};
use sentry_api::oauth::{Grant, GrantProvider, TokenStore};
use sentry_api::{BaseUrl, ErrorKind, TokenProvider};
use tempfile::TempDir;

use crate::script::{Script, json};

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A path in a folder that does not exist yet.
fn path(folder: &TempDir) -> PathBuf {
    folder.path().join("made/for/it/tokens.json")
}

fn server(url: &str) -> BaseUrl {
    BaseUrl::parse(url).unwrap()
}

fn sentry() -> BaseUrl {
    server("https://sentry.io")
}

fn grant(number: usize) -> Grant {
    let json = format!(
        r#"{{"access_token": "access-canary-{number}", "refresh_token": "refresh-canary-{number}"}}"#
    );
    Grant::from_json(&json).unwrap()
}

fn token(grant: Option<Grant>) -> Option<String> {
    grant.map(|grant| grant.expose_json().unwrap())
}

fn same(grant: Option<Grant>, number: usize) -> bool {
    token(grant) == token(Some(self::grant(number)))
}

#[tokio::test]
async fn grants_are_kept_by_server_and_application() {
    let folder = folder();
    let store = TokenStore::new(path(&folder));
    assert!(store.load(&sentry(), "a").unwrap().is_none());
    assert!(!path(&folder).exists(), "reading makes nothing");

    let other = server("http://sentry.example.com:9000/prefix");
    store.save(&sentry(), "a", &grant(0)).await.unwrap();
    store.save(&sentry(), "b", &grant(1)).await.unwrap();
    store.save(&other, "a", &grant(2)).await.unwrap();
    store.save(&sentry(), "a", &grant(3)).await.unwrap();

    let store = TokenStore::new(path(&folder));
    assert!(same(store.load(&sentry(), "a").unwrap(), 3));
    assert!(same(store.load(&sentry(), "b").unwrap(), 1));
    assert!(same(store.load(&other, "a").unwrap(), 2));
    assert!(
        store
            .load(&server("https://us.sentry.io"), "a")
            .unwrap()
            .is_none()
    );

    assert!(store.remove(&sentry(), "a").await.unwrap());
    assert!(!store.remove(&sentry(), "a").await.unwrap());
    assert!(store.load(&sentry(), "a").unwrap().is_none());
    assert!(same(store.load(&sentry(), "b").unwrap(), 1));
}

#[tokio::test]
async fn what_a_newer_program_wrote_beside_is_kept() {
    let folder = folder();
    let file = folder.path().join("tokens.json");
    let text = r#"{"version": 1, "note": "x", "grants": {"https://sentry.io": {"a":
        {"access_token": "t", "colour": "red"}}}}"#;
    write_private(&file, text);
    let store = TokenStore::new(&file);
    assert!(store.load(&sentry(), "a").unwrap().is_some());
    store.save(&sentry(), "b", &grant(0)).await.unwrap();
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("colour") && text.contains("note"), "{text}");
}

fn write_private(file: &Path, text: &str) {
    fs::write(file, text).unwrap();
    #[cfg(unix)]
    set_mode(file, 0o600);
}

#[tokio::test]
async fn a_file_that_cannot_be_understood_is_left_as_it_is() {
    for damaged in [
        "",
        "access-canary",
        r#"{"version": 1, "grants": {"https://sentry.io": {"a": "access-canary"#,
        "[]",
        "{}",
        r#"{"version": 2, "grants": {}}"#,
        r#"{"version": 1, "grants": []}"#,
        r#"{"version": 1, "grants": {"https://sentry.io": "access-canary"}}"#,
    ] {
        let folder = folder();
        let file = folder.path().join("tokens.json");
        write_private(&file, damaged);
        let store = TokenStore::new(&file);
        let errors = [
            store.load(&sentry(), "a").unwrap_err(),
            store.save(&sentry(), "a", &grant(0)).await.unwrap_err(),
            store.remove(&sentry(), "a").await.unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.kind(), ErrorKind::TokenStore);
            let shown = format!("{error} {error:?}");
            assert!(shown.contains("tokens.json is damaged"), "{shown}");
            assert!(!shown.contains("canary"), "{shown}");
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), damaged);
    }
    let folder = folder();
    let file = folder.path().join("tokens.json");
    let text = r#"{"version": 1, "grants": {"https://sentry.io": {"a": {"access_token": 7}}}}"#;
    write_private(&file, text);
    let error = TokenStore::new(&file).load(&sentry(), "a").unwrap_err();
    assert!(error.to_string().contains("damaged grant"), "{error}");
}

#[tokio::test]
async fn writers_lose_nothing_of_each_other() {
    let folder = folder();
    let writers = (0..8).map(|writer| {
        // Each has a store of its own, and so a lock of its own, as another process has.
        let store = TokenStore::new(path(&folder));
        async move {
            for number in 0..10 {
                let name = format!("{writer}-{number}");
                store.save(&sentry(), &name, &grant(number)).await.unwrap();
                tokio::task::yield_now().await;
            }
        }
    });
    join_all(writers).await;
    let store = TokenStore::new(path(&folder));
    for writer in 0..8 {
        for number in 0..10 {
            let name = format!("{writer}-{number}");
            assert!(
                same(store.load(&sentry(), &name).unwrap(), number),
                "{name}"
            );
        }
    }
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_can_read_what_is_written() {
    let folder = folder();
    let file = path(&folder);
    let store = TokenStore::new(&file);
    store.save(&sentry(), "a", &grant(0)).await.unwrap();
    assert_eq!(mode(&file), 0o600);
    assert_eq!(mode(file.parent().unwrap()), 0o700);
    for of_others in [0o640, 0o604, 0o660, 0o610] {
        set_mode(&file, of_others);
        let error = store.load(&sentry(), "a").unwrap_err();
        assert!(error.to_string().contains("chmod 600"), "{error}");
        let error = store.save(&sentry(), "a", &grant(1)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TokenStore);
        assert_eq!(
            mode(&file),
            of_others,
            "what may be known is not covered up"
        );
    }
    set_mode(&file, 0o600);
    // What a writer that was ended left behind is no obstacle and lends no mode.
    let left = file.with_file_name("tokens.json.new");
    fs::write(&left, "half").unwrap();
    set_mode(&left, 0o644);
    store.save(&sentry(), "a", &grant(1)).await.unwrap();
    assert_eq!(mode(&file), 0o600);
    assert!(!left.exists());
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_stays_a_link() {
    let folder = folder();
    let (file, link) = (
        folder.path().join("real.json"),
        folder.path().join("link.json"),
    );
    let store = TokenStore::new(&file);
    store.save(&sentry(), "a", &grant(0)).await.unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let linked = TokenStore::new(&link);
    linked.save(&sentry(), "b", &grant(1)).await.unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(same(store.load(&sentry(), "b").unwrap(), 1));
}

/// A server that knows the newest refresh token alone, as Sentry does, and takes its time.
fn rotating() -> Script {
    Script::new(|number, seen| {
        let expected = format!("refresh_token=refresh-canary-{number}");
        let next = number + 1;
        if seen.body.ends_with(&expected) {
            json(
                200,
                format!(
                    r#"{{"access_token": "access-canary-{next}",
                        "refresh_token": "refresh-canary-{next}", "expires_in": 3600}}"#
                ),
            )
        } else {
            json(400, r#"{"error": "invalid_grant"}"#)
        }
    })
}

#[tokio::test(start_paused = true)]
async fn of_two_processes_one_renews_and_the_other_takes_it() {
    let folder = folder();
    let script = rotating();
    let oauth = || script.client().oauth("client-id");
    let store = || TokenStore::new(path(&folder));
    let first = GrantProvider::new(oauth(), grant(0));
    let first = first.store(store()).await.unwrap();
    let stored = GrantProvider::stored(oauth(), store()).unwrap();
    let second = stored.unwrap();
    let old = grant(0).token();
    let renewals = try_join(first.token(Some(&old)), second.token(Some(&old)));
    let (one, other) = renewals.await.unwrap();
    assert_eq!(script.count(), 1);
    assert!(one.expires_at().is_some() && one.expires_at() == other.expires_at());

    // The second goes on from what the first has stored.
    second.token(Some(&other)).await.unwrap();
    first.token(Some(&one)).await.unwrap();
    assert_eq!(script.count(), 2);
    let kept = store().load(&sentry(), "client-id").unwrap().unwrap();
    assert!(kept.expose_json().unwrap().contains("refresh-canary-2"));
}

#[tokio::test(start_paused = true)]
async fn who_signed_out_elsewhere_is_signed_out() {
    let folder = folder();
    let script = rotating();
    let store = TokenStore::new(path(&folder));
    let provider = GrantProvider::new(script.client().oauth("client-id"), grant(0));
    let provider = provider.store(store.clone()).await.unwrap();
    assert!(store.remove(&sentry(), "client-id").await.unwrap());
    let error = provider.token(Some(&grant(0).token())).await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::Unauthorized, 0));
    assert!(error.to_string().contains("sign in again"), "{error}");
    let stored = GrantProvider::stored(script.client().oauth("client-id"), store);
    assert!(stored.unwrap().is_none());
}

#[tokio::test(start_paused = true)]
async fn a_lock_that_is_never_given_back_is_an_error_in_the_end() {
    let folder = folder();
    let store = TokenStore::new(path(&folder));
    store.save(&sentry(), "a", &grant(0)).await.unwrap();
    let lock = fs::File::open(path(&folder).with_file_name("tokens.json.lock")).unwrap();
    fs4::FileExt::lock(&lock).unwrap();
    let (server, next) = (sentry(), grant(1));
    let save = store.save(&server, "a", &next);
    let error = tokio::time::timeout(Duration::from_secs(90), save)
        .await
        .unwrap();
    assert_eq!(error.unwrap_err().kind(), ErrorKind::TokenStore);
    assert!(
        same(store.load(&sentry(), "a").unwrap(), 0),
        "reading needs no lock"
    );
    drop(lock);
    store.save(&sentry(), "a", &grant(1)).await.unwrap();
}
