//! A file that only its owner reads and that is replaced as a whole.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Most bytes that are read: some thousand grants.
const MAX_LENGTH: u64 = 16 * 1024 * 1024;
/// Most links from one to the next that are followed; Linux follows as many.
const MAX_LINKS: usize = 40;

/// Reads a file that nobody else can read.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    // Before it is opened, which waits on a pipe.
    check_regular(&fs::metadata(path)?)?;
    let file = File::open(path)?;
    check_private(&file)?;
    let mut text = Vec::new();
    let mut start = file.take(MAX_LENGTH + 1);
    start.read_to_end(&mut text)?;
    if start.limit() == 0 {
        return refuse("it is too long for a token store");
    }
    Ok(text)
}

/// The file to which links lead, also when there is none yet.
pub(super) fn resolve(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        if let Ok(file) = path.canonicalize() {
            return file;
        }
        let Ok(target) = path.read_link() else {
            break;
        };
        path = match folder(&path) {
            Some(folder) => folder.join(target),
            None => target,
        };
    }
    path
}

/// Puts `text` in the place of the file. The lock is held, so one name for the new file will do.
pub(super) fn replace(path: &Path, text: &[u8]) -> io::Result<()> {
    let new = beside(path, ".new");
    match fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = private().create_new(true).write(true).open(&new)?;
    file.write_all(text)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&new, path)?;
    sync_folder(path)
}

/// Opens the file whose lock stands for the one at `path`. It is never removed: who waits for
/// the lock of a removed file would get it beside somebody else.
pub(super) fn open_lock(path: &Path) -> io::Result<File> {
    if let Some(folder) = folder(path) {
        make(folder)?;
    }
    let lock = beside(path, ".lock");
    match fs::metadata(&lock) {
        Ok(metadata) => check_regular(&metadata)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    private()
        .create(true)
        .truncate(false)
        .write(true)
        .open(lock)
}

fn check_regular(metadata: &Metadata) -> io::Result<()> {
    if metadata.is_file() {
        return Ok(());
    }
    refuse("it is no regular file")
}

fn refuse<T>(why: &str) -> io::Result<T> {
    Err(io::Error::new(io::ErrorKind::InvalidData, why))
}

fn folder(path: &Path) -> Option<&Path> {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

#[cfg(unix)]
fn check_private(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let of_others = file.metadata()?.permissions().mode() & 0o077;
    if of_others == 0 {
        return Ok(());
    }
    Err(io::Error::new(
        io::ErrorKind::PermissionDenied,
        "others may use it; if nobody has, run `chmod 600` on it, or else sign in again",
    ))
}

#[cfg(unix)]
fn private() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;

    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

#[cfg(unix)]
fn make(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;

    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Makes the new name last through a loss of power.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(folder(path).unwrap_or(Path::new(".")))?.sync_all()
}

// Elsewhere a file has no mode: the folder's rights, as of a profile, are what protects it.

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "it fails elsewhere")]
fn check_private(_file: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn private() -> OpenOptions {
    OpenOptions::new()
}

#[cfg(not(unix))]
fn make(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).create(folder)
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "it fails elsewhere")]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}
