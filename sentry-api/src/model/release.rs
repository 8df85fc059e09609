//! Releases and what is known of each.

mod health;
mod reference;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};
use time::OffsetDateTime;

pub use self::health::{AdoptionStage, ReleaseHealth};
pub use self::reference::ReleaseReference;
use super::{Actor, Commit, CommitAuthor, Deploy, ProjectId, ReleaseId};
use crate::wire::{Time, open_enum};

/// A release: a version of the code of one or more projects of an organization.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Release {
    /// The id, which no path takes.
    pub id: Option<ReleaseId>,
    /// The version, by which it is known: `shop@2.1.0`, a commit, or any text without `/`.
    pub version: String,
    /// A shorter text of the version to show.
    pub short_version: Option<String>,
    /// What Sentry reads out of the version.
    pub version_info: Option<VersionInfo>,
    /// Whether it is open or archived.
    pub status: Option<ReleaseStatus>,
    /// The commit, branch or tag that it was built from.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// The address of its page elsewhere.
    pub url: Option<String>,
    /// When it was made known to Sentry.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When its building began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_started: Option<OffsetDateTime>,
    /// When it went live.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_released: Option<OffsetDateTime>,
    /// When its first event came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub first_event: Option<OffsetDateTime>,
    /// When its last event came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub last_event: Option<OffsetDateTime>,
    /// How many issues were seen in it first.
    pub new_groups: Option<u64>,
    /// How many commits it brought.
    pub commit_count: Option<u64>,
    /// The newest of them.
    pub last_commit: Option<Commit>,
    /// How often it was deployed.
    pub deploy_count: Option<u64>,
    /// The last deploy.
    pub last_deploy: Option<Deploy>,
    /// Who wrote its commits.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub authors: Vec<CommitAuthor>,
    /// Who looks after it.
    pub owner: Option<Actor>,
    /// The projects that have it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub projects: Vec<ReleaseProject>,
    /// Where it stands among the releases of the project that was asked for.
    pub current_project_meta: Option<ReleaseNeighbors>,
    /// How far it spread, by the slug of the project, where that was asked for.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub adoption_stages: BTreeMap<String, AdoptionStage>,
    /// The program that made it known.
    pub user_agent: Option<String>,
    /// Whatever else is kept with it.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub data: BTreeMap<String, Value>,
}

/// A project that has a release.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ReleaseProject {
    /// The id.
    pub id: Option<ProjectId>,
    /// The slug.
    pub slug: String,
    /// The name to show.
    pub name: Option<String>,
    /// The platform.
    pub platform: Option<String>,
    /// The platforms of its events.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub platforms: Vec<String>,
    /// How many of its issues were seen in the release first.
    pub new_groups: Option<u64>,
    /// Whether sessions of the release came.
    pub has_health_data: Option<bool>,
    /// What the sessions tell, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub health_data: Option<ReleaseHealth>,
}

/// What Sentry reads out of a version.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct VersionInfo {
    /// What stands before the `@`.
    pub package: Option<String>,
    /// The number, part by part.
    pub version: Option<VersionParts>,
    /// The version to show, without its package.
    pub description: Option<String>,
    /// The commit that the version is.
    pub build_hash: Option<String>,
}

/// The parts of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct VersionParts {
    /// The whole, as it was written.
    pub raw: Option<String>,
    /// The first number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub major: Option<u64>,
    /// The second number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minor: Option<u64>,
    /// The third number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patch: Option<u64>,
    /// What follows a `-`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pre: Option<String>,
    /// What follows a `+`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub build_code: Option<String>,
    /// How many numbers it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub components: Option<u64>,
}

/// Where a release stands among those of a project.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct ReleaseNeighbors {
    /// The release before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prev_release_version: Option<String>,
    /// The release after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_release_version: Option<String>,
    /// The project's first release.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_release_version: Option<String>,
    /// The project's newest release.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_release_version: Option<String>,
    /// When its sessions began.
    #[serde_as(as = "Time")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sessions_lower_bound: Option<OffsetDateTime>,
    /// When its sessions ended.
    #[serde_as(as = "Time")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sessions_upper_bound: Option<OffsetDateTime>,
}

open_enum! {
    /// Whether a release is in use.
    ReleaseStatus {
        /// In use.
        Open = "open",
        /// Put away.
        Archived = "archived",
    }
}
