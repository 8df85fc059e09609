//! One choice or several.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Reads a list, or one value for a list of one.
///
/// For `#[serde(deserialize_with)]` on a list whose schema stays a list.
pub(crate) fn one_or_several<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let values = match Value::deserialize(deserializer)? {
        Value::Array(values) => values,
        value => vec![value],
    };
    let read = values.into_iter().map(serde_json::from_value);
    read.collect::<Result<_, _>>().map_err(D::Error::custom)
}
