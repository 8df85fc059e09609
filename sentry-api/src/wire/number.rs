//! Counts, which are numbers in some answers and text in others.

use std::fmt;

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::ser::Serializer;
use serde_with::{DeserializeAs, SerializeAs};

/// Reads a count from a number or from text, as an issue's `"count": "150"`.
pub(crate) struct Number;

impl<'de> DeserializeAs<'de, u64> for Number {
    fn deserialize_as<D: Deserializer<'de>>(input: D) -> Result<u64, D::Error> {
        input.deserialize_any(Self)
    }
}

impl SerializeAs<u64> for Number {
    fn serialize_as<S: Serializer>(value: &u64, output: S) -> Result<S::Ok, S::Error> {
        output.serialize_u64(*value)
    }
}

impl Visitor<'_> for Number {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a count as a number or text")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<u64, E> {
        Ok(number)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<u64, E> {
        u64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "the range is checked before the cast"
    )]
    fn visit_f64<E: Error>(self, number: f64) -> Result<u64, E> {
        if number >= 0.0 && number <= u64::MAX as f64 {
            Ok(number as u64)
        } else {
            Err(E::invalid_value(Unexpected::Float(number), &self))
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<u64, E> {
        text.trim()
            .parse()
            .map_err(|_| E::invalid_value(Unexpected::Other("text"), &self))
    }
}
