//! How many entries a list gives.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::amount::from_1_to;

/// The greatest number of entries of a list: 1 to 100, 10 when nothing is said.
///
/// ```
/// use sentry_mcp::args::Limit;
///
/// assert_eq!(Limit::default().get(), 10);
/// assert_eq!(serde_json::from_str::<Limit>("\"25\"")?.get(), 25);
/// assert!(serde_json::from_str::<Limit>("101").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(u32);

impl Limit {
    /// The greatest limit, which every list of Sentry takes.
    pub const MAX: u32 = 100;

    /// The number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(10)
    }
}

impl<'de> Deserialize<'de> for Limit {
    /// Takes a number, and the text of one, which some models send.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_1_to(Self::MAX.into(), &Value::deserialize(deserializer)?)
            .and_then(|number| u32::try_from(number).map_err(|error| error.to_string()))
            .map(Self)
            .map_err(D::Error::custom)
    }
}

impl JsonSchema for Limit {
    fn schema_name() -> Cow<'static, str> {
        "Limit".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer", "minimum": 1, "maximum": Self::MAX, "default": 10})
    }
}
