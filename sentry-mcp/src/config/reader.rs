//! Goes through the sources of settings in their order.

use std::path::PathBuf;

use secrecy::SecretString;
use tracing::level_filters::LevelFilter;

use super::sentryclirc::{Sentryclirc, read_text};
use super::{Environment, Flags, Problem, Setting, Source, token, url};
use crate::args::{NO_SLUG, is_slug, one_line};

const TOKEN: &[&str] = &[
    "SENTRY_AUTH_TOKEN",
    "SENTRY_ACCESS_TOKEN",
    "SENTRY_API_TOKEN",
    "SENTRY_TOKEN",
];
const URL: &[&str] = &["SENTRY_URL", "SENTRY_BASE_URL", "SENTRY_HOST"];
/// How much of a problem is told, in characters: paths may be long.
const LONGEST_PROBLEM: usize = 500;

/// Where a slug is looked for.
pub(super) struct Name {
    setting: &'static str,
    flag: &'static str,
    variables: &'static [&'static str],
    /// What the sandbox of `--demo` has.
    demo: Option<&'static str>,
    in_file: fn(&Sentryclirc) -> Option<&str>,
}

pub(super) const ORGANIZATION: Name = Name {
    setting: "organization",
    flag: "--organization",
    variables: &["SENTRY_ORG", "SENTRY_ORGANIZATION"],
    demo: Some("acme"),
    in_file: |file| file.organization.as_deref(),
};
pub(super) const PROJECT: Name = Name {
    setting: "project",
    flag: "--project",
    variables: &["SENTRY_PROJECT"],
    demo: None,
    in_file: |file| file.project.as_deref(),
};

/// The sources, opened, and what was found wrong with them.
pub(super) struct Reader<'a> {
    flags: &'a Flags,
    environment: Environment,
    home: Sentryclirc,
    tree: Sentryclirc,
    /// Why the home file says nothing, where it should.
    home_failure: Option<String>,
    pub(super) problems: Vec<Problem>,
    pub(super) notes: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(flags: &'a Flags, mut environment: Environment) -> Self {
        let mut problems = Vec::new();
        if let Some(file) = &flags.env_file {
            match read_text(file) {
                Ok(text) => environment.add_file(&text),
                Err(error) => problems.push(Problem::new(
                    "variables",
                    &format!("--env-file {} cannot be read: {error}", file.display()),
                )),
            }
        }
        let open = |file: Option<PathBuf>| {
            let Some(file) = file.filter(|_| !flags.demo) else {
                return Ok(Sentryclirc::default());
            };
            Sentryclirc::read(&file)
                .map_err(|error| clean(&format!("{} cannot be read: {error}", file.display())))
        };
        let (home, tree) = (open(environment.home_file()), open(environment.tree_file()));
        let mut reader = Self {
            flags,
            environment,
            home_failure: home.as_ref().err().cloned(),
            home: home.unwrap_or_default(),
            tree: Sentryclirc::default(),
            problems,
            notes: Vec::new(),
        };
        match tree {
            Ok(tree) => reader.tree = tree,
            Err(failure) => reader.notes.push(failure),
        }
        if reader.tree.url.is_some() || reader.tree.token.is_some() {
            reader.notes.push(
                "url and token in the .sentryclirc of the working tree are not used: only the home \
                 file, the environment and flags can say where the token goes"
                    .to_owned(),
            );
        }
        reader
    }

    fn problem(&mut self, setting: &'static str, text: &str) {
        self.problems.push(Problem::new(setting, text));
    }

    /// No source has a token; one that could not be read may be meant to have it.
    fn no_token(&mut self) {
        let variable = self.environment.first_unreadable(TOKEN);
        if let Some(name) = variable {
            self.problem("token", &format!("the token of {name} is not UTF-8"));
        } else if let Some(failure) = self.home_failure.take() {
            self.problem("token", &format!("there is no token, and {failure}"));
        }
    }

    pub(super) fn token(&mut self) -> Option<Setting<SecretString>> {
        if self.flags.demo {
            return None;
        }
        let (text, source) = if let Some(file) = &self.flags.token_file {
            match read_text(file) {
                Ok(text) => (text, Source::Flag("--token-file")),
                Err(error) => {
                    let text = format!("--token-file {} cannot be read: {error}", file.display());
                    self.problem("token", &text);
                    return None;
                }
            }
        } else if let Some((name, text)) = self.environment.first(TOKEN) {
            (text.to_owned(), Source::Variable(name))
        } else {
            let Some(text) = self.home.token.clone() else {
                self.no_token();
                return None;
            };
            (text, Source::Home)
        };
        self.notes.extend(self.home_failure.take());
        match token::read(&text) {
            Ok(value) => Some(Setting { value, source }),
            Err(reason) => {
                self.problem("token", &format!("the token of {source} {reason}"));
                None
            }
        }
    }

    /// The URL of a flag or the environment, else the one beside the token.
    pub(super) fn url(&mut self, token: Option<Source>) -> Setting<String> {
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
                self.problem("url", &format!("the URL of {source} {reason}"));
                Setting {
                    value: url::DEFAULT_URL.to_owned(),
                    source: Source::Default,
                }
            }
        }
    }

    /// The certificates of `--ca-file`, as PEM.
    pub(super) fn certificates(&mut self) -> Option<String> {
        let file = self.flags.ca_file.as_ref()?;
        let problem = match read_text(file) {
            Ok(text) if text.contains("-----BEGIN CERTIFICATE-----") => return Some(text),
            Ok(_) => "holds no certificate in PEM form".to_owned(),
            Err(error) => format!("cannot be read: {error}"),
        };
        let text = format!("--ca-file {} {problem}", file.display());
        self.problem("certificates", &text);
        None
    }

    /// A slug from a flag, a variable, the working tree or the home file.
    pub(super) fn name(&mut self, name: &Name, given: Option<&String>) -> Option<Setting<String>> {
        let setting = |value: &str, source| Setting {
            value: value.to_owned(),
            source,
        };
        let found = if let Some(value) = given {
            setting(value, Source::Flag(name.flag))
        } else if self.flags.demo {
            setting(name.demo?, Source::Demo)
        } else if let Some((variable, value)) = self.environment.first(name.variables) {
            setting(value, Source::Variable(variable))
        } else if let Some(value) = (name.in_file)(&self.tree) {
            setting(value, Source::WorkingTree)
        } else {
            setting((name.in_file)(&self.home)?, Source::Home)
        };
        if is_slug(&found.value) {
            return Some(found);
        }
        let text = format!("the {} of {} {NO_SLUG}", name.setting, found.source);
        self.problem(name.setting, &text);
        None
    }

    /// A value from a flag, or from a variable that may be written wrongly.
    pub(super) fn variable<T>(
        &mut self,
        given: Option<T>,
        setting: &'static str,
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
                self.problem(setting, &format!("{name}: {reason}"));
                None
            }
        }
    }

    /// What to log; a level that cannot be read keeps no call from being made.
    pub(super) fn log(&mut self) -> LevelFilter {
        const NAME: &str = "SENTRY_MCP_LOG";
        let default = LevelFilter::WARN;
        let variable = self.environment.first(&[NAME]);
        match (self.flags.log, variable.map(|(_, text)| text.parse())) {
            (Some(level), _) | (None, Some(Ok(level))) => level,
            (None, None) => default,
            (None, Some(Err(_))) => {
                let expected = "expected off, error, warn, info, debug or trace";
                self.notes.push(format!("{NAME}: {expected}; warn is used"));
                default
            }
        }
    }
}

impl Problem {
    fn new(setting: &'static str, text: &str) -> Self {
        Self {
            setting,
            text: clean(text),
        }
    }
}

/// Text that names files and systems' errors, fit for a terminal and for an answer.
fn clean(text: &str) -> String {
    one_line(text, LONGEST_PROBLEM)
}
