//! The environment that the configuration is read from.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Environment variables and the folders in which a `.sentryclirc` may lie.
///
/// Nothing else of this crate reads them, so a test or an embedding program says what
/// the environment is.
#[derive(Clone, Default)]
pub struct Environment {
    variables: HashMap<String, String>,
    /// Variables that are set to what is not UTF-8.
    unreadable: Vec<String>,
    home: Option<PathBuf>,
    working_dir: Option<PathBuf>,
}

impl Environment {
    /// The environment of this process.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment"
    )]
    pub fn of_process() -> Self {
        let mut environment = Self::default();
        for (name, value) in std::env::vars_os() {
            let Some(name) = name.to_str().filter(|name| name.starts_with("SENTRY_")) else {
                continue;
            };
            match value.into_string() {
                Ok(value) => {
                    environment.variables.insert(name.to_owned(), value);
                }
                Err(_) => environment.unreadable.push(name.to_owned()),
            }
        }
        // A home that is relative, or empty, would be the working tree.
        environment.home = ["HOME", "USERPROFILE"]
            .into_iter()
            .filter_map(std::env::var_os)
            .map(PathBuf::from)
            .find(|home| home.is_absolute());
        environment.working_dir = std::env::current_dir().ok();
        environment
    }

    /// An environment with these variables, without any folder.
    ///
    /// ```
    /// use sentry_mcp::config::{Config, Environment, Flags};
    ///
    /// let environment = Environment::with([("SENTRY_ORG", "acme")]);
    /// let config = Config::resolve(&Flags::default(), environment);
    /// assert_eq!(config.organization(), Some("acme"));
    /// ```
    pub fn with<K: Into<String>, V: Into<String>>(
        variables: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        Self {
            variables: variables
                .into_iter()
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
            ..Self::default()
        }
    }

    /// Sets the home folder.
    #[must_use]
    pub fn home(mut self, folder: impl Into<PathBuf>) -> Self {
        self.home = Some(folder.into());
        self
    }

    /// Sets the folder that the program was started in.
    #[must_use]
    pub fn working_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.working_dir = Some(folder.into());
        self
    }

    /// The first of these variables that is set and not blank, with its name.
    pub(super) fn first(&self, names: &[&'static str]) -> Option<(&'static str, &str)> {
        names.iter().find_map(|name| {
            let value = self.variables.get(*name)?.trim();
            (!value.is_empty()).then_some((*name, value))
        })
    }

    /// The first of these variables that is set to what is not UTF-8.
    pub(super) fn first_unreadable(&self, names: &[&'static str]) -> Option<&'static str> {
        let unreadable = |name: &&'static str| self.unreadable.iter().any(|other| other == *name);
        names.iter().copied().find(unreadable)
    }

    /// Adds the variables of a file; those that are set already stay.
    pub(super) fn add_file(&mut self, text: &str) {
        for line in text.lines() {
            let line = line.trim();
            let line = line.strip_prefix("export ").unwrap_or(line);
            if line.starts_with('#') {
                continue;
            }
            if let Some((name, value)) = line.split_once('=') {
                let value = super::sentryclirc::unquoted(value);
                self.variables
                    .entry(name.trim().to_owned())
                    .or_insert_with(|| value.to_owned());
            }
        }
    }

    /// The `.sentryclirc` of the home folder.
    pub(super) fn home_file(&self) -> Option<PathBuf> {
        self.home.as_ref().map(|home| home.join(".sentryclirc"))
    }

    /// The nearest `.sentryclirc` above the working folder that is not the home one.
    pub(super) fn tree_file(&self) -> Option<PathBuf> {
        let home = self.home.as_deref().map(real);
        self.working_dir
            .as_deref()?
            .ancestors()
            .filter(|folder| home.as_ref().is_none_or(|home| *home != real(folder)))
            .map(|folder| folder.join(".sentryclirc"))
            .find(|file| file.is_file())
    }
}

/// The folder without links, where it exists.
fn real(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

impl std::fmt::Debug for Environment {
    /// Names only: the values may be secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut names: Vec<_> = self.variables.keys().collect();
        names.sort();
        f.debug_struct("Environment")
            .field("variables", &names)
            .field("unreadable", &self.unreadable)
            .field("home", &self.home)
            .field("working_dir", &self.working_dir)
            .finish()
    }
}
