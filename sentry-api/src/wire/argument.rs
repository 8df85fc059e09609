//! Arguments of operations: whether they were set, and how some are written.

use serde::{Serialize, Serializer};
use serde_with::SerializeAs;
use time::OffsetDateTime;

use super::Time;

/// What was not set is not sent.
pub(crate) trait Unset {
    fn is_unset(&self) -> bool;
}

impl<T> Unset for Option<T> {
    fn is_unset(&self) -> bool {
        self.is_none()
    }
}

impl<T> Unset for Vec<T> {
    fn is_unset(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Unset> Unset for &T {
    fn is_unset(&self) -> bool {
        T::is_unset(self)
    }
}

/// A moment, written as RFC 3339.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment(pub(crate) OffsetDateTime);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        Time::serialize_as(&Some(self.0), output)
    }
}

/// A truth, written as `1` or `0`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bit(pub(crate) bool);

impl Serialize for Bit {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        output.serialize_str(if self.0 { "1" } else { "0" })
    }
}

/// The part of time that is looked at.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Period {
    #[serde(rename = "statsPeriod", skip_serializing_if = "Unset::is_unset")]
    pub(crate) newest: Option<String>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(crate) start: Option<Moment>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(crate) end: Option<Moment>,
}
