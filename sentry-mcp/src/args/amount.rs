//! A number with bounds.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// A whole number from 1 to `MAX`.
///
/// ```
/// use sentry_mcp::args::Amount;
///
/// assert_eq!(serde_json::from_str::<Amount<60>>("\"25\"")?.get(), 25);
/// assert!(serde_json::from_str::<Amount<60>>("0").is_err());
/// assert!(serde_json::from_str::<Amount<60>>("61").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount<const MAX: u64>(u64);

impl<const MAX: u64> Amount<MAX> {
    /// The number.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0
    }
}

impl<'de, const MAX: u64> Deserialize<'de> for Amount<MAX> {
    /// Takes a number, and the text of one, which some models send.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_1_to(MAX, &Value::deserialize(deserializer)?)
            .map(Self)
            .map_err(D::Error::custom)
    }
}

impl<const MAX: u64> JsonSchema for Amount<MAX> {
    fn schema_name() -> Cow<'static, str> {
        format!("Amount{MAX}").into()
    }

    fn inline_schema() -> bool {
        true
    }

    /// Without the bounds, which a dozen tokens each in every session are too dear for: a
    /// number beyond them is answered with them.
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer"})
    }
}

/// A number from 1 to `max`, in digits or as a JSON number without a fraction.
pub(super) fn from_1_to(max: u64, value: &Value) -> Result<u64, String> {
    let number = match value {
        Value::Number(number) => number
            .as_u64()
            .or_else(|| number.to_string().strip_suffix(".0")?.parse().ok()),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number
        .filter(|number| (1..=max).contains(number))
        .ok_or_else(|| format!("expected a number from 1 to {max}, not {value}"))
}
