//! Several projects.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::slug::{NO_SLUG, is_slug};
use super::{Names, quoted};

/// Slugs or ids of projects: a list, or one alone; `-1` means all.
///
/// ```
/// use sentry_mcp::args::Projects;
///
/// let projects: Projects = serde_json::from_str(r#"["shop-web", 42]"#)?;
/// assert_eq!(projects.as_slice(), ["shop-web", "42"]);
/// assert!(serde_json::from_str::<Projects>("\"shop web\"").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Projects(Names);

impl Projects {
    /// The slugs and ids in their order.
    #[must_use]
    pub fn as_slice(&self) -> &[String] {
        self.0.as_slice()
    }

    /// Whether none was given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Deserialize<'de> for Projects {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let names = Names::deserialize(deserializer)?;
        match names.as_slice().iter().find(|name| !is_slug(name)) {
            Some(name) => Err(D::Error::custom(format_args!("{} {NO_SLUG}", quoted(name)))),
            None => Ok(Self(names)),
        }
    }
}

impl JsonSchema for Projects {
    fn schema_name() -> Cow<'static, str> {
        Names::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Names::json_schema(generator)
    }
}
