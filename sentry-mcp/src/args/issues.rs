//! Several issues.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::IssueRef;

/// Issues as a caller names them: a list of at most 25, or one alone.
///
/// ```
/// use sentry_mcp::args::IssueRefs;
///
/// let issues: IssueRefs = serde_json::from_str(r#"["SHOP-12", 4711]"#)?;
/// assert_eq!(issues.as_slice().len(), 2);
/// assert!(serde_json::from_str::<IssueRefs>("[]").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct IssueRefs(Vec<IssueRef>);

impl IssueRefs {
    /// The greatest number of issues.
    pub const MAX: u8 = 25;

    /// The issues in their order; there is at least one.
    #[must_use]
    pub fn as_slice(&self) -> &[IssueRef] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for IssueRefs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = match Value::deserialize(deserializer)? {
            Value::Array(values) if values.is_empty() => {
                return Err(D::Error::custom("expected at least one issue"));
            }
            // Refused before any is looked at: a list can be as long as a line.
            Value::Array(values) if values.len() > usize::from(Self::MAX) => {
                return Err(D::Error::custom(format_args!(
                    "expected at most {} issues, not {}",
                    Self::MAX,
                    values.len()
                )));
            }
            Value::Array(values) => values,
            value => vec![value],
        };
        let issues = values.into_iter().map(serde_json::from_value);
        issues
            .collect::<Result<_, _>>()
            .map(Self)
            .map_err(D::Error::custom)
    }
}

impl JsonSchema for IssueRefs {
    fn schema_name() -> Cow<'static, str> {
        "Issues".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "array", "items": {"type": "string"}, "maxItems": Self::MAX})
    }
}
