use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{ActivityId, User};
use crate::wire::Time;

/// Something that happened to an issue: a change of its status, a comment, an assignment.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Activity {
    /// The id; `0` for the first event.
    pub id: ActivityId,
    /// What happened, as a word such as `note`, `set_resolved` or `assigned`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Who did it; `None` for what Sentry did.
    pub user: Option<User>,
    /// What belongs to it, such as the `text` of a comment.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub data: BTreeMap<String, Value>,
    /// When it happened.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
}

impl Activity {
    /// What somebody wrote, where it is a comment.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.data.get("text").and_then(Value::as_str)
    }
}
