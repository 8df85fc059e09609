use ::serde::ser::SerializeStruct;
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Diagnostic, Query, Span, Suggestion, Token};

impl Serialize for Query {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut span = serializer.serialize_struct("Span", 2)?;
        span.serialize_field("start", &self.start())?;
        span.serialize_field("end", &self.end())?;
        span.end()
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Offsets {
            start: u32,
            end: u32,
        }

        let Offsets { start, end } = Offsets::deserialize(deserializer)?;
        if start > end {
            return Err(::serde::de::Error::custom("a span ends before it starts"));
        }
        Ok(Self::new(start as usize, end as usize))
    }
}

impl Serialize for Token {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut token = serializer.serialize_struct("Token", 2)?;
        token.serialize_field("kind", &self.kind)?;
        token.serialize_field("span", &self.span)?;
        token.end()
    }
}

impl Serialize for Suggestion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut suggestion = serializer.serialize_struct("Suggestion", 2)?;
        suggestion.serialize_field("span", &self.span)?;
        suggestion.serialize_field("replacement", &self.replacement)?;
        suggestion.end()
    }
}

impl Serialize for Diagnostic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut problem = serializer.serialize_struct("Diagnostic", 7)?;
        problem.serialize_field("code", &self.code())?;
        problem.serialize_field("severity", &self.severity())?;
        problem.serialize_field("message", &self.message())?;
        problem.serialize_field("span", &self.span())?;
        problem.serialize_field("found", self.found())?;
        problem.serialize_field("expected", &self.expected())?;
        problem.serialize_field("suggestion", &self.suggestion())?;
        problem.end()
    }
}
