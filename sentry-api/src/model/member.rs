use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{ExternalActor, MemberId, User};
use crate::wire::Time;

/// A member of an organization, or somebody who was invited to be one.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Member {
    /// The id of the membership, as paths take it; the user's is another.
    pub id: MemberId,
    /// The e-mail address.
    pub email: Option<String>,
    /// The name to show.
    pub name: Option<String>,
    /// The user; `None` until the invitation is accepted.
    pub user: Option<User>,
    /// What the member is: `member`, `admin`, `manager`, `owner` or `billing`.
    #[serde(alias = "role")]
    pub org_role: Option<String>,
    /// Whether the invitation waits to be accepted.
    pub pending: Option<bool>,
    /// Whether the invitation is too old to be accepted.
    pub expired: Option<bool>,
    /// What holds for the member, such as `sso:linked` or `member-limit:restricted`.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub flags: BTreeMap<String, bool>,
    /// When the membership or the invitation began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// `approved`, `requested_to_be_invited` or `requested_to_join`.
    pub invite_status: Option<String>,
    /// Who sent the invitation.
    pub inviter_name: Option<String>,
    /// The users of other systems that stand for the member, where they come along.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_users: Vec<ExternalActor>,
}
