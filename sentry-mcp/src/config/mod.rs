//! Where the server, the token and the defaults come from.
//!
//! Flags come first, then the environment, then the home `.sentryclirc`. A
//! `.sentryclirc` in the working tree can set organization and project only: whoever
//! writes a repository must not be able to send a token elsewhere.

mod environment;
mod flags;
mod sentryclirc;
mod token;
mod url;

use std::fmt;
use std::time::Duration;

use secrecy::SecretString;
use tracing::level_filters::LevelFilter;

pub use self::environment::Environment;
pub use self::flags::Flags;
use self::sentryclirc::{Sentryclirc, read_text};
use crate::budget::Budget;

/// What the server works with.
///
/// Nothing in a configuration keeps a server from starting: what is wrong is said by
/// each call, and by `sentry-mcp doctor`.
#[derive(Debug, Clone)]
pub struct Config {
    pub(crate) demo: bool,
    pub(crate) url: Setting<String>,
    pub(crate) token: Option<Setting<SecretString>>,
    pub(crate) organization: Option<Setting<String>>,
    pub(crate) project: Option<Setting<String>>,
    pub(crate) timeout: Duration,
    pub(crate) max_calls_per_minute: Option<u32>,
    pub(crate) budget: Budget,
    pub(crate) log: LevelFilter,
    /// What makes calls impossible.
    pub(crate) problems: Vec<String>,
    /// What was left aside, and why.
    pub(crate) notes: Vec<String>,
}

/// A value and where it comes from.
#[derive(Debug, Clone)]
pub(crate) struct Setting<T> {
    pub(crate) value: T,
    pub(crate) source: Source,
}

/// Where a setting comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Flag(&'static str),
    Variable(&'static str),
    Home,
    WorkingTree,
    Default,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Flag(name) | Self::Variable(name) => name,
            Self::Home => "~/.sentryclirc",
            Self::WorkingTree => ".sentryclirc of the working tree",
            Self::Default => "default",
        })
    }
}

const TOKEN: &[&str] = &[
    "SENTRY_AUTH_TOKEN",
    "SENTRY_ACCESS_TOKEN",
    "SENTRY_API_TOKEN",
    "SENTRY_TOKEN",
];
const URL: &[&str] = &["SENTRY_URL", "SENTRY_BASE_URL", "SENTRY_HOST"];
const ORGANIZATION: &[&str] = &["SENTRY_ORG", "SENTRY_ORGANIZATION"];
const PROJECT: &[&str] = &["SENTRY_PROJECT"];

impl Config {
    /// The configuration of `--demo`: everything comes from the sandbox.
    ///
    /// ```
    /// use sentry_mcp::Config;
    ///
    /// assert_eq!(Config::demo().organization(), None);
    /// ```
    #[must_use]
    pub fn demo() -> Self {
        let flags = Flags {
            demo: true,
            ..Flags::default()
        };
        Self::resolve(&flags, Environment::default())
    }

    /// Reads the configuration from flags, environment and files, in that order.
    ///
    /// ```
    /// use sentry_mcp::config::{Config, Environment, Flags};
    ///
    /// let mut flags = Flags::default();
    /// flags.organization = Some("flag".into());
    /// let environment = Environment::with([("SENTRY_ORG", "variable"), ("SENTRY_PROJECT", "web")]);
    /// let config = Config::resolve(&flags, environment);
    /// assert_eq!(config.organization(), Some("flag"));
    /// assert_eq!(config.project(), Some("web"));
    /// ```
    #[must_use]
    pub fn resolve(flags: &Flags, environment: Environment) -> Self {
        let mut reader = Reader::new(flags, environment);
        let token = reader.token();
        let url = reader.url(token.as_ref().map(|token| token.source));
        let organization = reader.name(
            "--organization",
            flags.organization.as_ref(),
            ORGANIZATION,
            |rc| rc.organization.as_ref(),
        );
        let project = reader.name("--project", flags.project.as_ref(), PROJECT, |rc| {
            rc.project.as_ref()
        });
        let timeout = reader.variable(flags.timeout, "SENTRY_TIMEOUT", flags::seconds);
        let max_calls = reader.variable(
            flags.max_calls_per_minute,
            "SENTRY_MAX_CALLS_PER_MINUTE",
            |text| {
                let calls = text.parse().ok().filter(|calls| *calls > 0);
                calls.ok_or_else(|| "expected a number of calls, such as 60".to_owned())
            },
        );
        let log = reader.variable(flags.log, "SENTRY_MCP_LOG", |text| {
            text.parse()
                .map_err(|_| "expected off, error, warn, info, debug or trace".to_owned())
        });
        Self {
            demo: flags.demo,
            url,
            token,
            organization,
            project,
            timeout: timeout.unwrap_or(Duration::from_secs(30)),
            max_calls_per_minute: max_calls,
            budget: flags
                .max_output_tokens
                .map_or_else(Budget::default, Budget::new),
            log: log.unwrap_or(LevelFilter::WARN),
            problems: reader.problems,
            notes: reader.notes,
        }
    }

    /// The organization that is used where a call names none.
    #[must_use]
    pub fn organization(&self) -> Option<&str> {
        self.organization
            .as_ref()
            .map(|setting| setting.value.as_str())
    }

    /// The project that is used where a call names none.
    #[must_use]
    pub fn project(&self) -> Option<&str> {
        self.project.as_ref().map(|setting| setting.value.as_str())
    }

    /// The settings and their sources, a line each, without the token.
    ///
    /// ```
    /// let config = sentry_mcp::Config::demo();
    /// assert!(config.report().starts_with("url          the built-in sandbox\n"));
    /// ```
    #[must_use]
    pub fn report(&self) -> String {
        let named = |setting: &Option<Setting<String>>| {
            setting.as_ref().map_or_else(
                || "none".to_owned(),
                |setting| format!("{} ({})", setting.value, setting.source),
            )
        };
        let (url, token) = match (&self.token, self.demo) {
            (_, true) => (
                "the built-in sandbox".to_owned(),
                "the sandbox's".to_owned(),
            ),
            (token, false) => (
                format!("{} ({})", self.url.value, self.url.source),
                token.as_ref().map_or_else(
                    || "none".to_owned(),
                    |token| format!("set ({})", token.source),
                ),
            ),
        };
        let mut lines = vec![
            format!("url          {url}"),
            format!("token        {token}"),
            format!("organization {}", named(&self.organization)),
            format!("project      {}", named(&self.project)),
            format!("timeout      {} s", self.timeout.as_secs_f64()),
        ];
        lines.extend(
            self.problems
                .iter()
                .map(|problem| format!("problem: {problem}")),
        );
        lines.extend(self.notes.iter().map(|note| format!("note: {note}")));
        lines.join("\n")
    }

    /// What one answer may cost.
    #[must_use]
    pub fn budget(&self) -> Budget {
        self.budget
    }

    /// What to log to stderr.
    #[must_use]
    pub fn log(&self) -> LevelFilter {
        self.log
    }
}

/// The sources, opened, and what was found wrong with them.
struct Reader<'a> {
    flags: &'a Flags,
    environment: Environment,
    home: Sentryclirc,
    tree: Sentryclirc,
    problems: Vec<String>,
    notes: Vec<String>,
}

impl<'a> Reader<'a> {
    fn new(flags: &'a Flags, mut environment: Environment) -> Self {
        let (mut problems, mut notes) = (Vec::new(), Vec::new());
        if let Some(file) = &flags.env_file {
            match read_text(file) {
                Ok(text) => environment.add_file(&text),
                Err(error) => problems.push(format!(
                    "--env-file {} cannot be read: {error}",
                    file.display()
                )),
            }
        }
        let mut open = |file: Option<std::path::PathBuf>| {
            let Some(file) = file.filter(|_| !flags.demo) else {
                return Sentryclirc::default();
            };
            Sentryclirc::read(&file).unwrap_or_else(|error| {
                notes.push(format!("{} cannot be read: {error}", file.display()));
                Sentryclirc::default()
            })
        };
        let home = open(environment.home_file());
        let tree = open(environment.tree_file());
        if tree.url.is_some() || tree.token.is_some() {
            notes.push(
                "url and token in the .sentryclirc of the working tree are not used: only the home \
                 file, the environment and flags can say where the token goes"
                    .to_owned(),
            );
        }
        Self {
            flags,
            environment,
            home,
            tree,
            problems,
            notes,
        }
    }

    fn token(&mut self) -> Option<Setting<SecretString>> {
        if self.flags.demo {
            return None;
        }
        let (text, source) = if let Some(file) = &self.flags.token_file {
            match read_text(file) {
                Ok(text) => (text, Source::Flag("--token-file")),
                Err(error) => {
                    let text = format!("--token-file {} cannot be read: {error}", file.display());
                    self.problems.push(text);
                    return None;
                }
            }
        } else if let Some((name, text)) = self.environment.first(TOKEN) {
            (text.to_owned(), Source::Variable(name))
        } else {
            (self.home.token.clone()?, Source::Home)
        };
        match token::read(&text) {
            Ok(value) => Some(Setting { value, source }),
            Err(reason) => {
                self.problems
                    .push(format!("the token of {source} {reason}"));
                None
            }
        }
    }

    /// The URL of a flag or the environment, else the one beside the token.
    fn url(&mut self, token: Option<Source>) -> Setting<String> {
        let (text, source) = if self.flags.demo {
            (url::DEFAULT_URL, Source::Default)
        } else if let Some(text) = &self.flags.url {
            (text.as_str(), Source::Flag("--url"))
        } else if let Some((name, text)) = self.environment.first(URL) {
            (text, Source::Variable(name))
        } else {
            match (&self.home.url, token) {
                (Some(text), Some(Source::Home)) => (text.as_str(), Source::Home),
                (Some(_), Some(other)) => {
                    self.notes.push(format!(
                        "the url of ~/.sentryclirc is not used, since the token comes from {other}; \
                         set SENTRY_URL beside it"
                    ));
                    (url::DEFAULT_URL, Source::Default)
                }
                _ => (url::DEFAULT_URL, Source::Default),
            }
        };
        match url::base_url(text, self.flags.insecure_http) {
            Ok(value) => Setting { value, source },
            Err(reason) => {
                self.problems.push(format!("the URL of {source} {reason}"));
                Setting {
                    value: url::DEFAULT_URL.to_owned(),
                    source: Source::Default,
                }
            }
        }
    }

    /// A slug from a flag, a variable, the working tree or the home file.
    fn name(
        &self,
        flag: &'static str,
        given: Option<&String>,
        variables: &[&'static str],
        key: impl Fn(&Sentryclirc) -> Option<&String>,
    ) -> Option<Setting<String>> {
        if let Some(value) = given {
            return Some(Setting {
                value: value.clone(),
                source: Source::Flag(flag),
            });
        }
        if self.flags.demo {
            return None;
        }
        let setting = |value: &String, source| Setting {
            value: value.clone(),
            source,
        };
        self.environment
            .first(variables)
            .map(|(name, value)| setting(&value.to_owned(), Source::Variable(name)))
            .or_else(|| key(&self.tree).map(|value| setting(value, Source::WorkingTree)))
            .or_else(|| key(&self.home).map(|value| setting(value, Source::Home)))
    }

    /// A value from a flag, or from a variable that may be written wrongly.
    fn variable<T>(
        &mut self,
        given: Option<T>,
        name: &'static str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        if given.is_some() {
            return given;
        }
        let (_, text) = self.environment.first(&[name])?;
        match read(text) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.problems.push(format!("{name}: {reason}"));
                None
            }
        }
    }
}
