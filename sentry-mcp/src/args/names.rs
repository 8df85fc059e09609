//! One name or several.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::quoted;
use super::slug::{NO_SLUG, is_slug};

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
///
/// [`Name`] is for one alone.
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
        let names = values.into_iter().map(|value| {
            name(value).ok_or_else(|| D::Error::custom("expected a name or a list of names"))
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

/// The slug or id of one thing: a text, or a number for an id.
///
/// ```
/// use sentry_mcp::args::Name;
///
/// assert_eq!(serde_json::from_str::<Name>("\" acme \"")?.as_str(), "acme");
/// assert_eq!(serde_json::from_str::<Name>("42")?.as_str(), "42");
/// assert!(serde_json::from_str::<Name>("\"\"").is_err());
/// assert!(serde_json::from_str::<Name>("\"a/b\"").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = name(Value::deserialize(deserializer)?)
            .ok_or_else(|| D::Error::custom("expected a slug or an id"))?;
        if is_slug(&name) {
            Ok(Self(name))
        } else {
            Err(D::Error::custom(format_args!(
                "{} {NO_SLUG}",
                quoted(&name)
            )))
        }
    }
}

impl JsonSchema for Name {
    fn schema_name() -> Cow<'static, str> {
        "Name".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }
}

fn name(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
