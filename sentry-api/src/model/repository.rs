use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::RepositoryId;
use crate::wire::Time;

/// A repository that Sentry finds commits in.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Repository {
    /// The id.
    pub id: RepositoryId,
    /// The name, such as `acme/shop`.
    pub name: Option<String>,
    /// The address of its page.
    pub url: Option<String>,
    /// Where it is kept.
    pub provider: Option<RepositoryProvider>,
    /// `active`, `hidden` or what is about to happen to it.
    pub status: Option<String>,
    /// When it was made known to Sentry.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// The integration that connects it.
    pub integration_id: Option<String>,
    /// The name by which its host knows it.
    pub external_slug: Option<String>,
    /// The id by which its host knows it.
    pub external_id: Option<String>,
    /// How its pull requests are reviewed, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<RepositorySettings>,
}

/// Where a repository is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RepositoryProvider {
    /// The kind of host, such as `integrations:github`.
    pub id: Option<String>,
    /// The name to show.
    pub name: Option<String>,
}

/// How the pull requests of a repository are reviewed.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RepositorySettings {
    /// Whether Sentry reviews them.
    pub enabled_code_review: Option<bool>,
    /// When it does.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub code_review_triggers: Vec<String>,
}
