use serde::{Deserialize, Serialize};
use serde_with::serde_as;
use time::OffsetDateTime;

use super::{EventId, EventUser, Issue, UserReportId};
use crate::wire::Time;

/// What a user wrote about an error that they met.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UserReport {
    /// The id.
    pub id: UserReportId,
    /// The event that it is about, which
    /// [`ProjectHandle::event`](crate::endpoints::ProjectHandle::event) reads.
    #[serde(rename = "eventID")]
    pub event_id: Option<EventId>,
    /// The name that the user gave.
    pub name: Option<String>,
    /// The e-mail address that the user gave.
    pub email: Option<String>,
    /// What the user wrote.
    pub comments: Option<String>,
    /// When it was sent.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// The user, where the event tells.
    pub user: Option<EventUser>,
    /// The issue of the event, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<Box<Issue>>,
}
