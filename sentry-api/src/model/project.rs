use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{ProjectId, ReleaseReference, TeamReference};
use crate::wire::Time;

/// A project: what one application sends its events to.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Project {
    /// The id.
    pub id: ProjectId,
    /// The slug, as in paths and URLs.
    pub slug: String,
    /// The name to show.
    pub name: Option<String>,
    /// The platform, such as `python` or `javascript-react`.
    pub platform: Option<String>,
    /// `active`, or what is about to happen to it.
    pub status: Option<String>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When its first event came; `None` when none came yet.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub first_event: Option<OffsetDateTime>,
    /// The teams that own it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub teams: Vec<TeamReference>,
    /// The environments that its events named.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub environments: Vec<String>,
    /// The names of the features that are on.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub features: Vec<String>,
    /// The platforms of its events.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub platforms: Vec<String>,
    /// Its newest release.
    pub latest_release: Option<ReleaseReference>,
    /// Whether the caller is in a team that owns it.
    pub is_member: Option<bool>,
    /// Whether the caller marked it.
    pub is_bookmarked: Option<bool>,
    /// Whether the caller may see it.
    pub has_access: Option<bool>,
    /// Event counts, where they were asked for.
    pub stats: Option<Value>,
}

/// A project as other things name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProjectReference {
    /// The id.
    pub id: ProjectId,
    /// The slug.
    pub slug: Option<String>,
    /// The name to show.
    pub name: Option<String>,
    /// The platform.
    pub platform: Option<String>,
}
