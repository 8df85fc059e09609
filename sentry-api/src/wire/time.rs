//! Times, in the shapes that Sentry's endpoints and their relatives write.

use std::fmt;

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Error as _, Serializer};
use serde_with::{DeserializeAs, SerializeAs};
use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{OffsetDateTime, PrimitiveDateTime, UtcOffset};

/// Epoch values above this are milliseconds: as seconds they would lie after the year 5000.
const MILLISECONDS: f64 = 1e11;

/// Reads ISO 8601 with `Z`, a fraction, an offset or no zone, which is UTC, and epoch
/// seconds or milliseconds; writes RFC 3339. Empty text is no time.
pub(crate) struct Time;

impl<'de> DeserializeAs<'de, Option<OffsetDateTime>> for Time {
    fn deserialize_as<D: Deserializer<'de>>(input: D) -> Result<Option<OffsetDateTime>, D::Error> {
        input.deserialize_any(Self)
    }
}

impl SerializeAs<Option<OffsetDateTime>> for Time {
    fn serialize_as<S: Serializer>(
        value: &Option<OffsetDateTime>,
        output: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(time) => output.serialize_str(&time.format(&Rfc3339).map_err(S::Error::custom)?),
            None => output.serialize_none(),
        }
    }
}

impl Visitor<'_> for Time {
    type Value = Option<OffsetDateTime>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time as ISO 8601 text or an epoch number")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        read(text)
            .map(Some)
            .ok_or_else(|| E::invalid_value(Unexpected::Other("text"), &self))
    }

    #[allow(clippy::cast_precision_loss, reason = "epoch times fit")]
    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        self.visit_f64(number as f64)
    }

    #[allow(clippy::cast_precision_loss, reason = "epoch times fit")]
    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        self.visit_f64(number as f64)
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "the cast saturates and the constructor checks the range"
    )]
    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        let seconds = if number.abs() > MILLISECONDS {
            number / 1e3
        } else {
            number
        };
        let micros = (seconds * 1e6).round() as i128;
        OffsetDateTime::from_unix_timestamp_nanos(micros.saturating_mul(1000))
            .map(Some)
            .map_err(|_| E::invalid_value(Unexpected::Float(number), &self))
    }
}

/// The moment in UTC; one that lies beyond the calendar there is none.
fn read(text: &str) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(text, &Rfc3339)
        .or_else(|_| OffsetDateTime::parse(text, &Iso8601::DEFAULT))
        .or_else(|_| {
            PrimitiveDateTime::parse(text, &Iso8601::DEFAULT).map(PrimitiveDateTime::assume_utc)
        })
        .ok()?
        .checked_to_offset(UtcOffset::UTC)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_with::serde_as;
    use time::macros::datetime;

    use super::*;

    #[serde_as]
    #[derive(Deserialize)]
    struct Holder {
        #[serde_as(as = "Time")]
        #[serde(default)]
        at: Option<OffsetDateTime>,
    }

    fn at(json: &str) -> Result<Option<OffsetDateTime>, ()> {
        let holder: Result<Holder, _> = serde_json::from_str(&format!(r#"{{"at": {json}}}"#));
        holder.map(|holder| holder.at).map_err(drop)
    }

    #[test]
    fn every_shape_is_the_same_moment() {
        let expected = Ok(Some(datetime!(2026-01-15 12:00:00 UTC)));
        for json in [
            r#""2026-01-15T12:00:00Z""#,
            r#""2026-01-15T12:00:00.000000Z""#,
            r#""2026-01-15T12:00:00+00:00""#,
            r#""2026-01-15T14:00:00+02:00""#,
            r#""2026-01-15T12:00:00""#,
            r#""2026-01-15 12:00:00Z""#,
            "1768478400",
            "1768478400.0",
            "1768478400000",
        ] {
            let time = at(json);
            assert_eq!(time, expected, "{json}");
            assert!(time.unwrap().unwrap().offset().is_utc());
        }
    }

    #[test]
    fn no_time_is_none_and_rubbish_an_error() {
        assert_eq!(at("null"), Ok(None));
        assert_eq!(at(r#""""#), Ok(None));
        assert!(serde_json::from_str::<Holder>("{}").unwrap().at.is_none());
        for json in [
            r#""yesterday""#,
            r#""9999-12-31T23:59:59-23:59""#,
            "1e300",
            "true",
            "[]",
        ] {
            assert_eq!(at(json), Err(()), "{json}");
        }
    }
}
