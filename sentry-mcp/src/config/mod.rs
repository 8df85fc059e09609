//! Where the server, the token and the defaults come from.
//!
//! Flags come first, then the environment, then the home `.sentryclirc`. A
//! `.sentryclirc` in the working tree can set organization and project only: whoever
//! writes a repository must not be able to send a token elsewhere.

mod environment;
mod flags;
mod headers;
mod reader;
mod sentryclirc;
mod token;
mod url;

use std::fmt;
use std::time::Duration;

use secrecy::SecretString;
use tracing::level_filters::LevelFilter;

pub use self::environment::Environment;
pub use self::flags::Flags;
pub(crate) use self::headers::Header;
use self::reader::Reader;
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
    pub(crate) headers: Vec<Header>,
    /// Certificates that are trusted beside the system's, as PEM.
    pub(crate) certificates: Option<String>,
    pub(crate) timeout: Duration,
    pub(crate) max_calls_per_minute: Option<u32>,
    pub(crate) budget: Budget,
    pub(crate) log: LevelFilter,
    /// What makes calls impossible.
    pub(crate) problems: Vec<Problem>,
    /// What was left aside, and why.
    pub(crate) notes: Vec<String>,
}

/// A value and where it comes from.
#[derive(Debug, Clone)]
pub(crate) struct Setting<T> {
    pub(crate) value: T,
    pub(crate) source: Source,
}

/// What makes calls impossible.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    /// The setting that has no value because of it, by its name in a report.
    setting: &'static str,
    /// Clean, on one line.
    text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Where a setting comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Flag(&'static str),
    Variable(&'static str),
    Home,
    WorkingTree,
    Demo,
    Default,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Flag(name) | Self::Variable(name) => name,
            Self::Home => "~/.sentryclirc",
            Self::WorkingTree => ".sentryclirc of the working tree",
            Self::Demo => "--demo",
            Self::Default => "default",
        })
    }
}

impl Config {
    /// The configuration of `--demo`: everything comes from the sandbox.
    ///
    /// ```
    /// use sentry_mcp::Config;
    ///
    /// assert_eq!(Config::demo().organization(), Some("acme"));
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
        let organization = reader.name(&reader::ORGANIZATION, flags.organization.as_ref());
        let project = reader.name(&reader::PROJECT, flags.project.as_ref());
        let headers = reader.variable(None, "headers", "SENTRY_CUSTOM_HEADERS", headers::read);
        let timeout = reader.variable(flags.timeout, "timeout", "SENTRY_TIMEOUT", flags::seconds);
        let max_calls = reader.variable(
            flags.max_calls_per_minute,
            "calls a minute",
            "SENTRY_MAX_CALLS_PER_MINUTE",
            |text| {
                let calls = text.parse().ok().filter(|calls| *calls > 0);
                calls.ok_or_else(|| "expected a number of calls, such as 60".to_owned())
            },
        );
        Self {
            demo: flags.demo,
            url,
            token,
            organization,
            project,
            headers: headers.unwrap_or_default(),
            certificates: reader.certificates(),
            timeout: timeout.unwrap_or(Duration::from_secs(30)),
            max_calls_per_minute: max_calls,
            budget: flags
                .max_output_tokens
                .map_or_else(Budget::default, Budget::new),
            log: reader.log(),
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
    /// A setting that could not be read has no line; its problem stands below the others.
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
        let settings = [
            ("url", url),
            ("token", token),
            ("organization", named(&self.organization)),
            ("project", named(&self.project)),
            ("timeout", format!("{} s", self.timeout.as_secs_f64())),
        ];
        let refused = |name| self.problems.iter().any(|problem| problem.setting == name);
        let mut lines: Vec<_> = settings
            .iter()
            .filter(|(name, _)| !refused(*name))
            .map(|(name, value)| format!("{name:<12} {value}"))
            .collect();
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
