//! Which event of an issue.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use url::Url;

use super::{IssuePlace, SentryHost};

/// An event of an issue: the latest, the oldest, the one Sentry recommends, or by id.
///
/// ```
/// use sentry_mcp::args::EventRef;
///
/// let event: EventRef = "0123456789abcdef0123456789ABCDEF".parse()?;
/// assert_eq!(event, EventRef::Id("0123456789abcdef0123456789abcdef".into()));
/// assert_eq!("oldest".parse(), Ok(EventRef::Oldest));
/// assert!("newest".parse::<EventRef>().is_err());
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum EventRef {
    /// The most recent event.
    #[default]
    Latest,
    /// The first event.
    Oldest,
    /// The event that shows most, as Sentry judges it.
    Recommended,
    /// The event with this id of 32 hexadecimal digits.
    Id(String),
    /// The page of an event, which also says whose event it is.
    Page(Url),
}

impl EventRef {
    /// The event itself, and of a page the issue and organization it is said to be of.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the page of another host, or of something other than an event.
    pub fn locate(self, host: &SentryHost) -> Result<(Self, Option<IssuePlace>), String> {
        let Self::Page(url) = &self else {
            return Ok((self, None));
        };
        let place = host.locate(url)?;
        let name = place.event.as_deref();
        let event = name
            .ok_or("the URL is not the page of an event")?
            .parse::<Self>()?;
        Ok((event, Some(place)))
    }
}

impl std::str::FromStr for EventRef {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.contains("://") {
            let url =
                Url::parse(text).map_err(|error| format!("the URL cannot be read: {error}"))?;
            return Ok(Self::Page(url));
        }
        match text {
            "latest" => return Ok(Self::Latest),
            "oldest" => return Ok(Self::Oldest),
            "recommended" => return Ok(Self::Recommended),
            _ => {}
        }
        let id = text.replace('-', "").to_ascii_lowercase();
        if id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            Ok(Self::Id(id))
        } else {
            Err(
                "expected latest, oldest, recommended, an event id of 32 hexadecimal digits, or \
                 the event's URL"
                    .to_owned(),
            )
        }
    }
}

impl fmt::Display for EventRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Latest => "latest",
            Self::Oldest => "oldest",
            Self::Recommended => "recommended",
            Self::Id(id) => id,
            Self::Page(url) => url.as_str(),
        })
    }
}

impl<'de> Deserialize<'de> for EventRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

impl JsonSchema for EventRef {
    fn schema_name() -> Cow<'static, str> {
        "Event".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }
}
