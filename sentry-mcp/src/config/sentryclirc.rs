//! The settings that `sentry-cli` keeps in `.sentryclirc`.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The longest file that is read, in bytes.
const LONGEST_FILE: u64 = 64 * 1024;

/// What of a `.sentryclirc` matters here.
#[derive(Default, PartialEq)]
pub(super) struct Sentryclirc {
    pub(super) token: Option<String>,
    pub(super) url: Option<String>,
    pub(super) organization: Option<String>,
    pub(super) project: Option<String>,
}

impl Sentryclirc {
    /// Reads a file; one that does not exist says nothing.
    pub(super) fn read(file: &Path) -> io::Result<Self> {
        // To open a pipe would wait for its other end, at every start.
        let is_other = file.metadata().is_ok_and(|metadata| !metadata.is_file());
        if is_other {
            return Err(io::Error::other("it is no file"));
        }
        match read_text(file) {
            Ok(text) => Ok(Self::parse(&text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    /// Reads the sections `[auth]` and `[defaults]`; what else there is, is passed over.
    pub(super) fn parse(text: &str) -> Self {
        let mut settings = Self::default();
        let mut section = String::new();
        for line in text.lines() {
            let line = line.trim();
            if line.starts_with(['#', ';']) {
                continue;
            }
            if let Some(name) = line
                .strip_prefix('[')
                .and_then(|line| line.strip_suffix(']'))
            {
                section = name.trim().to_ascii_lowercase();
                continue;
            }
            let Some((key, value)) = line.split_once(['=', ':']) else {
                continue;
            };
            let slot = match (section.as_str(), key.trim()) {
                ("auth", "token") => &mut settings.token,
                ("defaults", "url") => &mut settings.url,
                ("defaults", "org") => &mut settings.organization,
                ("defaults", "project") => &mut settings.project,
                _ => continue,
            };
            let value = unquoted(value);
            if !value.is_empty() {
                *slot = Some(value.to_owned());
            }
        }
        settings
    }
}

/// Reads a settings file that a person wrote, up to a bound.
pub(super) fn read_text(file: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(file)?
        .take(LONGEST_FILE)
        .read_to_string(&mut text)?;
    Ok(text)
}

/// A value without the spaces and quotes around it.
pub(super) fn unquoted(value: &str) -> &str {
    let value = value.trim();
    ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::Sentryclirc;

    #[test]
    fn the_two_sections_are_read_as_sentry_cli_writes_them() {
        let settings = Sentryclirc::parse(
            "# mine\n[auth]\ntoken = abc=def\n\n[ defaults ]\n\
             url=https://sentry.example.com/\norg: acme\nproject=\"web\"\n; no\n[log]\norg=x\n",
        );
        assert_eq!(settings.token.as_deref(), Some("abc=def"));
        assert_eq!(settings.url.as_deref(), Some("https://sentry.example.com/"));
        assert_eq!(settings.organization.as_deref(), Some("acme"));
        assert_eq!(settings.project.as_deref(), Some("web"));
    }

    #[test]
    fn what_is_not_understood_is_passed_over() {
        let settings = Sentryclirc::parse("token=a\n[auth\n[auth]\ntoken=\nnonsense\n");
        assert!(settings == Sentryclirc::default());
    }
}
