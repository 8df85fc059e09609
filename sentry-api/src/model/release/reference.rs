use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_with::serde_as;
use time::OffsetDateTime;

use crate::wire::Time;

/// A release as other things name it: an object with its version, or the version alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ReleaseReference {
    /// The version, such as `shop@2.1.0`.
    pub version: String,
    /// A shorter text of the version to show.
    pub short_version: Option<String>,
    /// The commit, branch or tag that it was built from.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// The address of its page elsewhere.
    pub url: Option<String>,
    /// When it went live.
    #[serde(with = "time::serde::rfc3339::option")]
    pub date_released: Option<OffsetDateTime>,
    /// When the release was made known to Sentry.
    #[serde(with = "time::serde::rfc3339::option")]
    pub date_created: Option<OffsetDateTime>,
}

#[serde_as]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Whole {
    version: String,
    short_version: Option<String>,
    #[serde(rename = "ref")]
    reference: Option<String>,
    url: Option<String>,
    #[serde_as(as = "Time")]
    #[serde(default)]
    date_released: Option<OffsetDateTime>,
    #[serde_as(as = "Time")]
    #[serde(default)]
    date_created: Option<OffsetDateTime>,
}

impl<'de> Deserialize<'de> for ReleaseReference {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(Either)
    }
}

struct Either;

impl<'de> Visitor<'de> for Either {
    type Value = ReleaseReference;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a release or its version")
    }

    fn visit_str<E: Error>(self, version: &str) -> Result<Self::Value, E> {
        Ok(ReleaseReference {
            version: version.to_owned(),
            short_version: None,
            reference: None,
            url: None,
            date_released: None,
            date_created: None,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let whole = Whole::deserialize(MapAccessDeserializer::new(map))?;
        Ok(ReleaseReference {
            version: whole.version,
            short_version: whole.short_version,
            reference: whole.reference,
            url: whole.url,
            date_released: whole.date_released,
            date_created: whole.date_created,
        })
    }
}
