use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{AttachmentId, EventId};
use crate::wire::{Number, Time};

/// A file that is attached to an event.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attachment {
    /// The id.
    pub id: AttachmentId,
    /// The event that it is attached to.
    pub event_id: Option<EventId>,
    /// What it is for, such as `event.attachment`, `event.minidump` or `event.view_hierarchy`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The name of the file, as the program gave it; it can hold any text.
    pub name: Option<String>,
    /// The media type, as the program gave it.
    pub mimetype: Option<String>,
    /// When Sentry got it.
    #[serde_as(as = "Time")]
    #[serde(default, rename = "dateCreated")]
    pub date_created: Option<OffsetDateTime>,
    /// How many bytes it has.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub size: Option<u64>,
    /// The headers with which it was sent.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub headers: BTreeMap<String, Option<String>>,
    /// The SHA-1 of its bytes in hexadecimal digits.
    pub sha1: Option<String>,
}

impl Attachment {
    /// Whether it shows what a user saw.
    #[must_use]
    pub fn is_screenshot(&self) -> bool {
        self.name
            .as_deref()
            .is_some_and(|name| name.starts_with("screenshot"))
            && self
                .mimetype
                .as_deref()
                .is_some_and(|kind| kind.starts_with("image/"))
    }
}
