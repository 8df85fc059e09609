//! Grants in a file.

mod document;
mod file;

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use fs4::TryLockError;

use self::document::Document;
use super::Grant;
use crate::base_url::BaseUrl;
use crate::error::{Error, ErrorKind};

/// How often a lock is tried that another process holds.
const LOCK_INTERVAL: Duration = Duration::from_millis(50);
/// How long it is waited for: longer than Sentry may take to renew a token.
const LOCK_TIME: Duration = Duration::from_secs(60);

/// A file of grants, by server and client id, that several processes may share.
///
/// Only its owner can read the file, and one that others can read is not read: its tokens may
/// be known to them. It is replaced as a whole, under a lock in the file beside it, so that
/// no reader meets half a file and no writer loses what another one wrote. A file that cannot
/// be understood is left as it is. Where a system has no modes of files, the folder's rights
/// are what protects it.
///
/// Files are read and written at once, without giving the thread away; they are small.
///
/// ```
/// use sentry_api::BaseUrl;
/// use sentry_api::oauth::{Grant, TokenStore};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), sentry_api::Error> {
/// # let folder = std::env::temp_dir().join(format!("sentry-api-store-{}", std::process::id()));
/// # let path = folder.join("tokens.json");
/// let store = TokenStore::new(&path);
/// let server = BaseUrl::parse("https://sentry.io")?;
/// let grant = Grant::from_json(r#"{"access_token": "a0", "refresh_token": "r0"}"#)?;
///
/// store.save(&server, "client id", &grant).await?;
/// assert!(store.load(&server, "client id")?.is_some());
/// assert!(store.remove(&server, "client id").await?);
/// # std::fs::remove_dir_all(folder).ok();
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct TokenStore {
    path: PathBuf,
}

/// The store while no other process writes it.
pub(super) struct Locked {
    path: PathBuf,
    /// Closing the file ends the lock.
    _lock: File,
}

impl TokenStore {
    /// The store at `path`, which is made with the first grant; so is its folder.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the grant of an application on a server, if there is one.
    ///
    /// # Errors
    ///
    /// Fails as [`TokenStore`](ErrorKind::TokenStore) when the file cannot be read or
    /// understood, and when others than its owner can read it.
    pub fn load(&self, server: &BaseUrl, client_id: &str) -> Result<Option<Grant>, Error> {
        load(&self.path, server, client_id)
    }

    /// Writes the grant of an application on a server in the place of the one before.
    ///
    /// # Errors
    ///
    /// Fails as [`load`](Self::load), when the file cannot be written, and when another
    /// process holds it for a minute.
    pub async fn save(
        &self,
        server: &BaseUrl,
        client_id: &str,
        grant: &Grant,
    ) -> Result<(), Error> {
        self.lock().await?.save(server, client_id, grant)
    }

    /// Removes the grant of an application on a server, and tells whether there was one.
    ///
    /// # Errors
    ///
    /// Fails as [`save`](Self::save).
    pub async fn remove(&self, server: &BaseUrl, client_id: &str) -> Result<bool, Error> {
        let locked = self.lock().await?;
        let mut document = locked.document()?;
        let found = document.remove(&server.origin_and_prefix(), client_id);
        if found {
            file::replace(&locked.path, &document.text()?)
                .map_err(|error| failed(&locked.path, "cannot be written", error))?;
        }
        Ok(found)
    }

    /// Keeps other processes from writing.
    pub(super) async fn lock(&self) -> Result<Locked, Error> {
        let cannot = |error| failed(&self.path, "cannot be locked", error);
        // One lock for all names of the same file.
        let path = file::resolve(&self.path);
        let lock = file::open_lock(&path).map_err(cannot)?;
        let started = tokio::time::Instant::now();
        loop {
            // By its full name, since Rust 1.89 has a method of this name on files.
            match fs4::FileExt::try_lock(&lock) {
                Ok(()) => return Ok(Locked { path, _lock: lock }),
                Err(TryLockError::WouldBlock) if started.elapsed() < LOCK_TIME => {
                    tokio::time::sleep(LOCK_INTERVAL).await;
                }
                Err(error) => return Err(cannot(error.into())),
            }
        }
    }
}

impl Locked {
    pub(super) fn load(&self, server: &BaseUrl, client_id: &str) -> Result<Option<Grant>, Error> {
        load(&self.path, server, client_id)
    }

    pub(super) fn save(
        &self,
        server: &BaseUrl,
        client_id: &str,
        grant: &Grant,
    ) -> Result<(), Error> {
        let mut document = self.document()?;
        document.set(&server.origin_and_prefix(), client_id, &grant.json())?;
        file::replace(&self.path, &document.text()?)
            .map_err(|error| failed(&self.path, "cannot be written", error))
    }

    fn document(&self) -> Result<Document, Error> {
        read(&self.path).map(Option::unwrap_or_default)
    }
}

fn load(path: &Path, server: &BaseUrl, client_id: &str) -> Result<Option<Grant>, Error> {
    let Some(document) = read(path)? else {
        return Ok(None);
    };
    let json = document
        .get(&server.origin_and_prefix(), client_id)
        .map_err(|error| failed(path, "holds a damaged grant", error))?;
    json.map(|json| Grant::read(json, SystemTime::now()))
        .transpose()
}

/// What the file holds, if there is one.
fn read(path: &Path) -> Result<Option<Document>, Error> {
    let text = match file::read(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(path, "cannot be read", error)),
    };
    Document::parse(&text)
        .map(Some)
        .map_err(|error| failed(path, "is damaged and was left as it is", error))
}

fn failed(path: &Path, what: &str, error: io::Error) -> Error {
    Error::new(ErrorKind::TokenStore)
        .with_problem(format!(
            "the token store {} {what}: {error}",
            path.display()
        ))
        .with_source(error)
}
