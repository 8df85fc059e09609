//! A store that cannot be written for a while, as on a full disk.

use super::*;

/// Where the new file is written before it takes the old one's name; a folder is in its way.
fn block(folder: &TempDir) -> PathBuf {
    let new = path(folder).with_file_name("tokens.json.new");
    fs::create_dir(&new).unwrap();
    new
}

async fn signed_in(folder: &TempDir, script: &Script) -> GrantProvider {
    let provider = GrantProvider::new(script.client().oauth("client-id"), grant(0));
    provider.store(TokenStore::new(path(folder))).await.unwrap()
}

fn stored(folder: &TempDir) -> String {
    let grant = TokenStore::new(path(folder)).load(&sentry(), "client-id");
    token(grant.unwrap()).unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_grant_that_cannot_be_written_is_used_and_goes_on() {
    let folder = folder();
    let script = rotating();
    let provider = signed_in(&folder, &script).await;
    let new = block(&folder);
    let first = provider.token(Some(&grant(0).token())).await.unwrap();
    let second = provider.token(Some(&first)).await.unwrap();
    assert_eq!(script.count(), 2);
    assert!(stored(&folder).contains("refresh-canary-0"));

    fs::remove_dir(new).unwrap();
    provider.token(Some(&second)).await.unwrap();
    assert_eq!(script.count(), 3);
    assert!(stored(&folder).contains("refresh-canary-3"));
}

#[tokio::test(start_paused = true)]
async fn a_grant_is_written_as_soon_as_it_can_be() {
    let folder = folder();
    let script = rotating();
    let provider = signed_in(&folder, &script).await;
    let new = block(&folder);
    provider.token(Some(&grant(0).token())).await.unwrap();
    provider.token(None).await.unwrap();
    assert!(stored(&folder).contains("refresh-canary-0"));

    fs::remove_dir(new).unwrap();
    provider.token(None).await.unwrap();
    assert!(stored(&folder).contains("refresh-canary-1"));
    assert_eq!(script.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_another_process_stored_meanwhile_is_not_overwritten() {
    let folder = folder();
    let script = rotating();
    let provider = signed_in(&folder, &script).await;
    let new = block(&folder);
    let first = provider.token(Some(&grant(0).token())).await.unwrap();
    fs::remove_dir(new).unwrap();
    let store = TokenStore::new(path(&folder));
    store.save(&sentry(), "client-id", &grant(7)).await.unwrap();
    provider.token(None).await.unwrap();
    assert!(stored(&folder).contains("refresh-canary-7"));

    provider.token(Some(&first)).await.unwrap();
    assert!(same(Some(provider.grant().await), 7));
    assert_eq!(script.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn signing_out_elsewhere_counts_though_writing_failed() {
    let folder = folder();
    let script = rotating();
    let provider = signed_in(&folder, &script).await;
    let new = block(&folder);
    let first = provider.token(Some(&grant(0).token())).await.unwrap();
    fs::remove_dir(new).unwrap();
    let store = TokenStore::new(path(&folder));
    assert!(store.remove(&sentry(), "client-id").await.unwrap());
    provider.token(None).await.unwrap();
    assert!(store.load(&sentry(), "client-id").unwrap().is_none());
    let error = provider.token(Some(&first)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
}
