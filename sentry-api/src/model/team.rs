use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{Avatar, Organization, Project, TeamId};
use crate::wire::Time;

/// A team: the people who own projects together.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Team {
    /// The id.
    pub id: TeamId,
    /// The slug, as in paths and URLs.
    pub slug: String,
    /// The name to show.
    pub name: Option<String>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// Whether the caller is in it.
    pub is_member: Option<bool>,
    /// What the caller is in it: `contributor` or `admin`.
    pub team_role: Option<String>,
    /// How many people are in it.
    pub member_count: Option<u64>,
    /// Whether the caller asked to be in it and waits.
    pub is_pending: Option<bool>,
    /// Whether the caller may see it.
    pub has_access: Option<bool>,
    /// The scopes that the caller has in it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub access: Vec<String>,
    /// What holds for it, such as `idp:provisioned`: the identity provider says who is in it.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub flags: BTreeMap<String, bool>,
    /// The picture that stands for it.
    pub avatar: Option<Avatar>,
    /// The projects that it owns, where they come along.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<Project>,
    /// The teams of other systems that stand for it, where they come along.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_teams: Vec<ExternalActor>,
    /// The organization that it belongs to, where it comes along.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Organization>,
}

/// A user or a team of another system, such as Slack or GitHub, that stands for one of Sentry's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ExternalActor {
    /// The id of the link between the two.
    pub id: Option<String>,
    /// The other system, such as `github`.
    pub provider: Option<String>,
    /// The name there.
    pub external_name: Option<String>,
    /// The id there.
    pub external_id: Option<String>,
    /// The integration that connects the other system.
    pub integration_id: Option<String>,
    /// The user of Sentry.
    pub user_id: Option<super::UserId>,
    /// The team of Sentry.
    pub team_id: Option<TeamId>,
}

/// A team as other things name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TeamReference {
    /// The id.
    pub id: TeamId,
    /// The slug.
    pub slug: Option<String>,
    /// The name to show.
    pub name: Option<String>,
}
