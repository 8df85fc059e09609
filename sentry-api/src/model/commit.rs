use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{ReleaseReference, Repository, UserId};
use crate::wire::{Time, open_enum};

/// A commit of a repository.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Commit {
    /// The hash by which version control knows it.
    pub id: String,
    /// The message.
    pub message: Option<String>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// Who wrote it.
    pub author: Option<CommitAuthor>,
    /// The repository.
    pub repository: Option<Repository>,
    /// The pull request that brought it.
    pub pull_request: Option<PullRequest>,
    /// Why it is suspected to have caused an issue, where it is; often empty.
    pub suspect_commit_type: Option<String>,
    /// The releases that have it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub releases: Vec<ReleaseReference>,
}

/// Who wrote a commit: a user, or nobody more than a name and an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CommitAuthor {
    /// The id of the user; `None` for somebody without an account.
    pub id: Option<UserId>,
    /// The name.
    pub name: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The name that the user logs in with.
    pub username: Option<String>,
    /// The address of the user's picture.
    pub avatar_url: Option<String>,
}

/// A pull request of a repository.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PullRequest {
    /// The number by which the repository's host knows it.
    pub id: String,
    /// The title.
    pub title: Option<String>,
    /// The description.
    pub message: Option<String>,
    /// When it was opened.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When it was merged.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub merged_at: Option<OffsetDateTime>,
    /// Whether it is merged.
    pub status: Option<PullRequestStatus>,
    /// The repository.
    pub repository: Option<Repository>,
    /// Who opened it.
    pub author: Option<CommitAuthor>,
    /// The address of its page.
    pub external_url: Option<String>,
}

open_enum! {
    /// Whether a pull request is merged.
    PullRequestStatus {
        /// Merged.
        Merged = "merged",
        /// Open.
        Open = "open",
        /// Closed without being merged.
        Closed = "closed",
        /// Not ready yet.
        Draft = "draft",
    }
}
