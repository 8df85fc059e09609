//! Bodies into models, as far as they can be read.

use serde::de::{DeserializeOwned, Deserializer};
use serde_json::Value;
use serde_with::DeserializeAs;

use super::WebhookError;
use crate::wire::{id_text, mend, unicode};

/// Reads ids that are text in some bodies and numbers in others.
pub(super) struct IdText;

impl<'de> DeserializeAs<'de, String> for IdText {
    fn deserialize_as<D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
        id_text(input)
    }
}

/// The JSON object that a body is.
pub(super) fn object(body: &[u8]) -> Result<Value, WebhookError> {
    serde_json::from_slice(body)
        .or_else(|_| serde_json::from_slice(&unicode(body)))
        .ok()
        .filter(Value::is_object)
        .ok_or(WebhookError::NotAnObject)
}

/// A part of a body without its damaged fields; `None` where it lacks what it cannot be
/// without.
pub(super) fn part<T: DeserializeOwned>(value: &Value) -> Option<T> {
    let again = || mend(&serde_json::to_vec(value).ok()?).ok();
    T::deserialize(value).ok().or_else(again)
}

/// A text or a number as text.
pub(super) fn text(value: &Value) -> Option<String> {
    id_text(value).ok()
}
