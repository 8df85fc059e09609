//! Which issue: by short id, numeric id or URL.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use url::Url;

use super::quoted;
use crate::untrusted::Word;

/// An issue as a caller names it.
///
/// ```
/// use sentry_mcp::args::{IssueKey, IssueRef, SentryHost};
///
/// let host = SentryHost::new("https://sentry.io/");
/// let issue: IssueRef = "https://acme.sentry.io/issues/SHOP-1A/?query=is:unresolved".parse()?;
/// let place = issue.locate(&host)?;
/// assert_eq!(place.organization.as_deref(), Some("acme"));
/// assert_eq!(place.key, IssueKey::Short("SHOP-1A".into()));
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueRef(Form);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    Key(IssueKey),
    Url(Url),
}

/// The id of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum IssueKey {
    /// The number that the API knows it by.
    Number(String),
    /// The id that people see, such as `SHOP-12`.
    Short(String),
}

/// Where an issue is, as far as its name says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuePlace {
    /// The organization that a URL names.
    pub organization: Option<String>,
    /// The id of the issue.
    pub key: IssueKey,
    /// The event that a URL names.
    pub event: Option<String>,
}

impl IssueRef {
    /// The id and what else a URL says, if the URL is one of this host.
    ///
    /// # Errors
    ///
    /// Says what is wrong with a URL of another host, or of something other than an issue.
    pub fn locate(&self, host: &SentryHost) -> Result<IssuePlace, String> {
        match &self.0 {
            Form::Key(key) => Ok(IssuePlace {
                organization: None,
                key: key.clone(),
                event: None,
            }),
            Form::Url(url) => host.locate(url),
        }
    }
}

impl fmt::Display for IssueKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(id) | Self::Short(id) => f.write_str(id),
        }
    }
}

impl std::str::FromStr for IssueKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Self::Number(text.to_owned()));
        }
        let plain = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
        };
        match text.rsplit_once('-') {
            Some((project, number))
                if plain(project)
                    && project != "."
                    && project != ".."
                    && !number.is_empty()
                    && number.bytes().all(|byte| byte.is_ascii_alphanumeric()) =>
            {
                Ok(Self::Short(text.to_ascii_uppercase()))
            }
            _ => Err(format!(
                "{} is no issue; expected a short id such as SHOP-12, a numeric id, or the issue's URL",
                quoted(text)
            )),
        }
    }
}

impl std::str::FromStr for IssueRef {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.contains("://") {
            let url = Url::parse(text)
                .map_err(|error| format!("{} is not a URL: {error}", quoted(text)))?;
            return Ok(Self(Form::Url(url)));
        }
        text.parse().map(|key| Self(Form::Key(key)))
    }
}

impl<'de> Deserialize<'de> for IssueRef {
    /// Takes a text, and a number for the numeric id.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::String(text) => text.parse().map_err(D::Error::custom),
            Value::Number(number) => number.to_string().parse().map_err(D::Error::custom),
            _ => Err(D::Error::custom(
                "expected a short id, a numeric id or a URL",
            )),
        }
    }
}

impl JsonSchema for IssueRef {
    fn schema_name() -> Cow<'static, str> {
        "Issue".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }
}

/// The server whose URLs are understood.
///
/// Those are URLs of the configured host and, as sentry.io gives each organization and
/// region a subdomain, of hosts one label below it.
#[derive(Debug, Clone)]
pub struct SentryHost {
    scheme: String,
    host: String,
    port: Option<u16>,
    path: String,
}

/// Subdomains of sentry.io that are no organization.
const REGIONS: &[&str] = &["us", "de", "www"];

impl SentryHost {
    /// The host of a base URL; one that cannot be read matches no URL.
    #[must_use]
    pub fn new(base_url: &str) -> Self {
        let url = Url::parse(base_url).ok();
        let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
        let host = match host.strip_suffix(".sentry.io") {
            Some(region) if REGIONS.contains(&region) => "sentry.io",
            _ => host,
        };
        Self {
            scheme: url
                .as_ref()
                .map(|url| url.scheme().to_owned())
                .unwrap_or_default(),
            host: host.to_owned(),
            port: url.as_ref().and_then(Url::port_or_known_default),
            path: url
                .as_ref()
                .map(|url| url.path().trim_end_matches('/').to_owned())
                .unwrap_or_default(),
        }
    }

    /// The page of an issue: `link`, where it is nothing but that, else as this server writes it.
    ///
    /// A link that a server gives could say anything to whoever reads it. There is none
    /// when the organization or the id is more than a slug or an id.
    ///
    /// ```
    /// use sentry_mcp::args::SentryHost;
    ///
    /// let host = SentryHost::new("https://sentry.io/");
    /// let own = "https://acme.sentry.io/issues/42/";
    /// assert_eq!(host.issue_page("acme", "42", Some(own)).as_deref(), Some(own));
    /// let other = host.issue_page("acme", "42", Some("https://sentry.io/run-this/"));
    /// assert_eq!(other.as_deref(), Some("https://sentry.io/organizations/acme/issues/42/"));
    /// assert_eq!(host.issue_page("run this", "42", None), None);
    /// ```
    #[must_use]
    pub fn issue_page(&self, organization: &str, id: &str, link: Option<&str>) -> Option<String> {
        let is_id = (1..=36).contains(&id.len())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        let slug = Word::slug(organization).filter(|_| is_id && !self.host.is_empty())?;
        let default_port = if self.scheme == "http" { 80 } else { 443 };
        let port = self.port.filter(|port| *port != default_port);
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        let Self {
            scheme, host, path, ..
        } = self;
        let labelled = format!("{scheme}://{slug}.{host}{port}{path}/issues/{id}/");
        let own = format!("{scheme}://{host}{port}{path}/organizations/{slug}/issues/{id}/");
        Some(if link == Some(&labelled) {
            labelled
        } else {
            own
        })
    }

    /// The label before the host, empty for the host itself; `None` for another host.
    fn label<'a>(&self, url: &'a Url) -> Option<&'a str> {
        if !matches!(url.scheme(), "http" | "https")
            || url.port_or_known_default() != self.port
            || self.host.is_empty()
            || !url.username().is_empty()
            || url.password().is_some()
        {
            return None;
        }
        let host = url.host_str()?;
        if host == self.host {
            return Some("");
        }
        let label = host.strip_suffix(&self.host)?.strip_suffix('.')?;
        (!label.is_empty() && !label.contains('.')).then_some(label)
    }

    /// What a URL of this server says of an issue.
    pub(super) fn locate(&self, url: &Url) -> Result<IssuePlace, String> {
        let Some(label) = self.label(url) else {
            return Err(format!(
                "the URL is not one of {}, the configured server; give the short id, or configure that server",
                self.host
            ));
        };
        let path = url.path().strip_prefix(&self.path).unwrap_or(url.path());
        let mut segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        if let ["api", "0", rest @ ..] = segments.as_slice() {
            segments = rest.to_vec();
        }
        let (organization, rest) = match segments.as_slice() {
            ["organizations", organization, "issues", rest @ ..] => (Some(*organization), rest),
            ["issues", rest @ ..] if !label.is_empty() && !REGIONS.contains(&label) => {
                (Some(label), rest)
            }
            ["issues", rest @ ..] => (None, rest),
            // How URLs were written before organizations had pages of their own.
            [organization, _project, "issues", rest @ ..] => (Some(*organization), rest),
            _ => (None, [].as_slice()),
        };
        let [key, more @ ..] = rest else {
            return Err("the URL is not the page of an issue".to_owned());
        };
        let event = match more {
            ["events", event, ..] => Some((*event).to_owned()),
            _ => None,
        };
        Ok(IssuePlace {
            organization: organization.map(str::to_owned),
            key: key.parse()?,
            event,
        })
    }
}
