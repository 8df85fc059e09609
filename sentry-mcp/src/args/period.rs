//! The time that a question is about.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use time::format_description::well_known::Iso8601;
use time::{Date, OffsetDateTime, PrimitiveDateTime};

/// A time up to now, such as `24h` or `14d`.
///
/// ```
/// use sentry_mcp::args::Period;
///
/// let period: Period = serde_json::from_str("\"24H\"")?;
/// assert_eq!(period.to_string(), "24h");
/// assert!(serde_json::from_str::<Period>("\"yesterday\"").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period(String);

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?
            .trim()
            .to_ascii_lowercase();
        let number = text.strip_suffix(['s', 'm', 'h', 'd', 'w']);
        if number.is_some_and(|number| number.parse::<u32>().is_ok_and(|number| number > 0)) {
            Ok(Self(text))
        } else {
            Err(D::Error::custom(
                "expected a number and one of s, m, h, d, w, such as 24h or 14d; for other times use start and end",
            ))
        }
    }
}

impl JsonSchema for Period {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }
}

/// A point in time: an ISO 8601 time, UTC where it names no zone, or a date.
///
/// ```
/// use sentry_mcp::args::Moment;
///
/// let moment: Moment = serde_json::from_str("\"2026-11-02\"")?;
/// assert_eq!(moment.get().to_string(), "2026-11-02 0:00:00.0 +00:00:00");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(OffsetDateTime);

impl Moment {
    /// The time.
    #[must_use]
    pub fn get(self) -> OffsetDateTime {
        self.0
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let text = text.trim();
        OffsetDateTime::parse(text, &Iso8601::DEFAULT)
            .or_else(|_| {
                PrimitiveDateTime::parse(text, &Iso8601::DEFAULT).map(PrimitiveDateTime::assume_utc)
            })
            .or_else(|_| {
                Date::parse(text, &Iso8601::DEFAULT).map(|date| date.midnight().assume_utc())
            })
            .map(Self)
            .map_err(|_| D::Error::custom("expected an ISO 8601 time such as 2026-11-02T15:04:05Z"))
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }
}
