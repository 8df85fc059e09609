use std::fmt;
use std::marker::PhantomData;

use ::serde::de::{Error, Visitor};
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Code, Dataset, Dialect, Severity, TokenKind};

/// A type whose values are written as words.
trait Word: Copy + 'static {
    fn word(self) -> &'static str;
}

/// Such a type whose values can be listed, and so read.
trait Known: Word {
    const ALL: &'static [Self];
    const WHAT: &'static str;
}

impl Word for Code {
    fn word(self) -> &'static str {
        self.as_str()
    }
}

impl Word for Severity {
    fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Word for TokenKind {
    fn word(self) -> &'static str {
        match self {
            Self::Space => "space",
            Self::OpenParenthesis => "open-parenthesis",
            Self::CloseParenthesis => "close-parenthesis",
            Self::Boolean => "boolean",
            Self::Negation => "negation",
            Self::Key => "key",
            Self::Function => "function",
            Self::Colon => "colon",
            Self::Operator => "operator",
            Self::Value => "value",
            Self::FreeText => "free-text",
            Self::Unknown => "unknown",
        }
    }
}

impl Word for Dataset {
    fn word(self) -> &'static str {
        self.as_str()
    }
}

impl Known for Dataset {
    const ALL: &'static [Self] = Self::ALL;
    const WHAT: &'static str = "the name of a data set";
}

impl Word for Dialect {
    fn word(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Issues => "issues",
            Self::EventsRegex => "events-regex",
        }
    }
}

impl Known for Dialect {
    const ALL: &'static [Self] = &[Self::Events, Self::Issues, Self::EventsRegex];
    const WHAT: &'static str = "the name of a dialect";
}

struct Words<T>(PhantomData<T>);

impl<T: Known> Visitor<'_> for Words<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::WHAT)?;
        for (index, known) in T::ALL.iter().enumerate() {
            write!(
                f,
                "{}{}",
                if index == 0 { ": " } else { ", " },
                known.word()
            )?;
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<T, E> {
        let known = T::ALL.iter().find(|known| known.word() == word);
        known
            .copied()
            .ok_or_else(|| E::invalid_value(::serde::de::Unexpected::Str(word), &self))
    }
}

macro_rules! words {
    (write $($written:ident)*; read $($read:ident)*;) => {
        $(impl Serialize for $written {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        })*
        $(impl<'de> Deserialize<'de> for $read {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Words(PhantomData))
            }
        })*
    };
}

words! {
    write Code Severity TokenKind Dataset Dialect;
    read Dataset Dialect;
}
