use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, Deserializer};
use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::Stacktrace;
use crate::wire::{Time, id_text, mend};

/// One part of an event.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Entry {
    /// The exceptions that were raised.
    Exception(Exceptions),
    /// A stack trace without an exception.
    Stacktrace(Stacktrace),
    /// The threads of the program.
    Threads(Threads),
    /// What happened before.
    Breadcrumbs(Breadcrumbs),
    /// The HTTP request that was served.
    Request(Request),
    /// A message.
    Message(Message),
    /// A part of another kind, or one that has another shape than its kind has.
    Unknown {
        /// The kind.
        kind: String,
        /// What it holds.
        data: Value,
    },
}

/// The exceptions of an event, the one that was raised last at the end.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Exceptions {
    /// The exceptions, each the cause of the next one.
    pub values: Vec<Exception>,
}

/// One exception.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Exception {
    /// The type.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The message.
    pub value: Option<String>,
    /// The module of the type.
    pub module: Option<String>,
    /// How it was caught.
    pub mechanism: Option<Mechanism>,
    /// The calls that led to it.
    pub stacktrace: Option<Stacktrace>,
    /// The same calls as they came, before symbols and source maps were applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw_stacktrace: Option<Stacktrace>,
    /// The [thread](Thread::id) that raised it.
    #[serde(
        default,
        deserialize_with = "optional_id",
        skip_serializing_if = "Option::is_none"
    )]
    pub thread_id: Option<String>,
}

/// How an exception was caught.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mechanism {
    /// What caught it.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Whether the program dealt with it.
    pub handled: Option<bool>,
}

/// The threads of a program.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Threads {
    /// The threads.
    pub values: Vec<Thread>,
}

/// One thread.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Thread {
    /// The number of the thread.
    #[serde(default, deserialize_with = "optional_id")]
    pub id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// Whether it was the one that crashed.
    pub crashed: Option<bool>,
    /// Whether it was the one that was running.
    pub current: Option<bool>,
    /// What the platform says of it, such as `BLOCKED` or `RUNNABLE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The locks that it held or waited for, by address, as the SDK told them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_locks: Option<BTreeMap<String, Value>>,
    /// What it was doing.
    pub stacktrace: Option<Stacktrace>,
    /// The same calls as they came, before symbols were applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw_stacktrace: Option<Stacktrace>,
}

/// What happened before an event, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Breadcrumbs {
    /// The breadcrumbs, the oldest first.
    pub values: Vec<Breadcrumb>,
}

/// One thing that happened before an event.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Breadcrumb {
    /// When.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub timestamp: Option<OffsetDateTime>,
    /// The kind, such as `http` or `navigation`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The category, such as `ui.click`.
    pub category: Option<String>,
    /// How bad it was.
    pub level: Option<String>,
    /// What happened.
    pub message: Option<String>,
    /// Values that belong to it.
    pub data: Option<Value>,
}

/// The HTTP request that was served when the event happened.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Request {
    /// The method.
    pub method: Option<String>,
    /// The address without its query.
    pub url: Option<String>,
    /// The query, as pairs.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub query: Vec<(String, Option<String>)>,
    /// The headers, as pairs.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub headers: Vec<(String, Option<String>)>,
    /// The body.
    pub data: Option<Value>,
}

/// A message with what was put into it.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Message {
    /// The whole message.
    pub formatted: Option<String>,
    /// The message with placeholders.
    pub message: Option<String>,
    /// What goes into the placeholders.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub params: Value,
}

#[derive(Deserialize)]
struct Raw {
    #[serde(rename = "type")]
    kind: String,
    data: Option<Box<RawValue>>,
}

impl Entry {
    fn read(kind: String, data: &RawValue) -> Result<Self, serde_json::Error> {
        let known = match kind.as_str() {
            "exception" => part(data).map(Self::Exception),
            "stacktrace" => part(data).map(Self::Stacktrace),
            "threads" => part(data).map(Self::Threads),
            "breadcrumbs" => part(data).map(Self::Breadcrumbs),
            "request" => part(data).map(Self::Request),
            "message" => part(data).map(Self::Message),
            _ => None,
        };
        match known {
            Some(entry) => Ok(entry),
            None => Ok(Self::Unknown {
                kind,
                data: serde_json::from_str(data.get())?,
            }),
        }
    }

    fn kind(&self) -> &str {
        match self {
            Self::Exception(_) => "exception",
            Self::Stacktrace(_) => "stacktrace",
            Self::Threads(_) => "threads",
            Self::Breadcrumbs(_) => "breadcrumbs",
            Self::Request(_) => "request",
            Self::Message(_) => "message",
            Self::Unknown { kind, .. } => kind,
        }
    }
}

/// A part of a known kind, without its damaged fields; one of another shape is kept as it
/// came.
fn part<T: DeserializeOwned>(data: &RawValue) -> Option<T> {
    let text = data.get();
    serde_json::from_str(text)
        .ok()
        .or_else(|| mend(text.as_bytes()).ok())
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let raw = Raw::deserialize(input)?;
        match &raw.data {
            Some(data) => Self::read(raw.kind, data).map_err(serde::de::Error::custom),
            None => Ok(Self::Unknown {
                kind: raw.kind,
                data: Value::Null,
            }),
        }
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        let mut entry = output.serialize_struct("Entry", 2)?;
        entry.serialize_field("type", self.kind())?;
        match self {
            Self::Exception(part) => entry.serialize_field("data", part),
            Self::Stacktrace(part) => entry.serialize_field("data", part),
            Self::Threads(part) => entry.serialize_field("data", part),
            Self::Breadcrumbs(part) => entry.serialize_field("data", part),
            Self::Request(part) => entry.serialize_field("data", part),
            Self::Message(part) => entry.serialize_field("data", part),
            Self::Unknown { data, .. } => entry.serialize_field("data", data),
        }?;
        entry.end()
    }
}

fn optional_id<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    struct Id(#[serde(deserialize_with = "id_text")] String);
    Ok(Option::<Id>::deserialize(input)?.map(|id| id.0))
}
