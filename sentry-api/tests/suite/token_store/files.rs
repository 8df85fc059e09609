//! What else may be found where the store is looked for.

use super::*;

#[tokio::test]
async fn two_servers_behind_one_host_have_their_own_grants() {
    let folder = folder();
    let store = TokenStore::new(path(&folder));
    let (first, second) = (server("https://h.example/a"), server("https://h.example/b"));
    store.save(&first, "id", &grant(0)).await.unwrap();
    assert!(store.load(&second, "id").unwrap().is_none());
    store.save(&second, "id", &grant(1)).await.unwrap();
    let written_otherwise = server("https://H.example:443/a/");
    assert!(same(store.load(&written_otherwise, "id").unwrap(), 0));
    assert!(
        !store
            .remove(&server("https://h.example"), "id")
            .await
            .unwrap()
    );
}

#[tokio::test]
async fn a_store_that_is_too_long_is_not_read() {
    let folder = folder();
    let file = folder.path().join("tokens.json");
    write_private(&file, "");
    let long = fs::File::options().write(true).open(&file).unwrap();
    long.set_len(1 << 30).unwrap();
    let error = TokenStore::new(&file).load(&sentry(), "a").unwrap_err();
    assert!(error.to_string().contains("too long"), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_to_a_file_that_is_yet_to_be_made_stays_a_link() {
    use std::os::unix::fs::symlink;

    let folder = folder();
    let (file, link) = (
        folder.path().join("dotfiles/real.json"),
        folder.path().join("link.json"),
    );
    symlink("second.json", &link).unwrap();
    symlink("dotfiles/real.json", folder.path().join("second.json")).unwrap();
    let store = TokenStore::new(&link);
    assert!(store.load(&sentry(), "a").unwrap().is_none());
    store.save(&sentry(), "a", &grant(0)).await.unwrap();
    store.save(&sentry(), "b", &grant(1)).await.unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(same(
        TokenStore::new(&file).load(&sentry(), "a").unwrap(),
        0
    ));
    let locks = |folder: &Path| {
        let names = fs::read_dir(folder).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name());
        names
            .filter(|name| name.to_string_lossy().ends_with(".lock"))
            .count()
    };
    let folders = (folder.path(), file.parent().unwrap());
    assert_eq!((locks(folders.0), locks(folders.1)), (0, 1));

    let circle = folder.path().join("circle.json");
    symlink("circle.json", &circle).unwrap();
    let store = TokenStore::new(&circle);
    let error = store.save(&sentry(), "a", &grant(0)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TokenStore);
    assert!(fs::symlink_metadata(&circle).unwrap().is_symlink());
}

#[cfg(unix)]
#[tokio::test]
async fn what_is_no_file_is_refused_and_not_waited_for() {
    let folder = folder();
    let pipe = |name: &str| {
        let path = folder.path().join(name);
        let made = std::process::Command::new("mkfifo")
            .args(["-m", "600"])
            .arg(&path)
            .status();
        assert!(made.unwrap().success());
        path
    };
    let errors = [
        TokenStore::new(pipe("pipe"))
            .load(&sentry(), "a")
            .unwrap_err(),
        TokenStore::new(pipe("pipe2"))
            .save(&sentry(), "a", &grant(0))
            .await
            .unwrap_err(),
        TokenStore::new(pipe("locked.lock").with_extension(""))
            .save(&sentry(), "a", &grant(0))
            .await
            .unwrap_err(),
        TokenStore::new(folder.path())
            .load(&sentry(), "a")
            .unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::TokenStore);
        assert!(error.to_string().contains("no regular file"), "{error}");
    }
}
