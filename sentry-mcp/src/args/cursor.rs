//! Where a list goes on.

use serde::{Deserialize, Deserializer};

/// Reads a cursor; an empty one, which some models send for none, is none.
///
/// For `#[serde(deserialize_with)]` on an optional text.
pub(crate) fn cursor<'de, D>(deserializer: D) -> Result<Option<String>, D::Error>
where
    D: Deserializer<'de>,
{
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.filter(|text| !text.trim().is_empty()))
}
