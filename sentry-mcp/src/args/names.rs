//! One name or several.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Names of projects, environments or issues: a list, or a text for a list of one.
///
/// The schema advertises the list alone, since some model APIs refuse a choice of
/// types. Numbers are taken for the ids they are.
///
/// ```
/// use sentry_mcp::args::Names;
///
/// let one: Names = serde_json::from_str("\"web\"")?;
/// let two: Names = serde_json::from_str("[\"web\", 42]")?;
/// assert_eq!(one.as_slice(), ["web"]);
/// assert_eq!(two.as_slice(), ["web", "42"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names(Vec<String>);

impl Names {
    /// The names in their order.
    #[must_use]
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }

    /// Whether none was given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = match Value::deserialize(deserializer)? {
            Value::Array(values) => values,
            value => vec![value],
        };
        let names = values.into_iter().map(|value| match value {
            Value::String(text) if !text.trim().is_empty() => Ok(text.trim().to_owned()),
            Value::Number(number) => Ok(number.to_string()),
            _ => Err(D::Error::custom("expected a name or a list of names")),
        });
        names.collect::<Result<_, _>>().map(Self)
    }
}

impl JsonSchema for Names {
    fn schema_name() -> Cow<'static, str> {
        "Names".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "array", "items": {"type": "string"}})
    }
}
