//! Goes through the sources of settings in their order.

use secrecy::SecretString;

use super::sentryclirc::{Sentryclirc, read_text};
use super::{Environment, Flags, Setting, Source, token, url};

const TOKEN: &[&str] = &[
    "SENTRY_AUTH_TOKEN",
    "SENTRY_ACCESS_TOKEN",
    "SENTRY_API_TOKEN",
    "SENTRY_TOKEN",
];
const URL: &[&str] = &["SENTRY_URL", "SENTRY_BASE_URL", "SENTRY_HOST"];
/// Where a slug is looked for.
pub(super) struct Name {
    flag: &'static str,
    variables: &'static [&'static str],
    /// What the sandbox of `--demo` has.
    demo: Option<&'static str>,
    in_file: fn(&Sentryclirc) -> Option<&str>,
}

pub(super) const ORGANIZATION: Name = Name {
    flag: "--organization",
    variables: &["SENTRY_ORG", "SENTRY_ORGANIZATION"],
    demo: Some("acme"),
    in_file: |file| file.organization.as_deref(),
};
pub(super) const PROJECT: Name = Name {
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
    pub(super) problems: Vec<String>,
    pub(super) notes: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(flags: &'a Flags, mut environment: Environment) -> Self {
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

    pub(super) fn token(&mut self) -> Option<Setting<SecretString>> {
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
                self.problems.push(format!("the URL of {source} {reason}"));
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
        self.problems.push(text);
        None
    }

    /// A slug from a flag, a variable, the working tree or the home file.
    pub(super) fn name(&self, name: &Name, given: Option<&String>) -> Option<Setting<String>> {
        let setting = |value: &str, source| Setting {
            value: value.to_owned(),
            source,
        };
        if let Some(value) = given {
            return Some(setting(value, Source::Flag(name.flag)));
        }
        if self.flags.demo {
            return name.demo.map(|value| setting(value, Source::Demo));
        }
        self.environment
            .first(name.variables)
            .map(|(variable, value)| setting(value, Source::Variable(variable)))
            .or_else(|| Some(setting((name.in_file)(&self.tree)?, Source::WorkingTree)))
            .or_else(|| Some(setting((name.in_file)(&self.home)?, Source::Home)))
    }

    /// A value from a flag, or from a variable that may be written wrongly.
    pub(super) fn variable<T>(
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
