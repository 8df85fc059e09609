use serde::Serialize;
use time::OffsetDateTime;

use crate::wire::{Moment, Unset, open_enum};

/// A commit that a release brings, told without an integration.
#[derive(Debug, Clone, Serialize)]
pub struct NewCommit {
    id: String,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    repository: Option<String>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    author_name: Option<String>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    author_email: Option<String>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    timestamp: Option<Moment>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    patch_set: Vec<Patch>,
}

#[derive(Debug, Clone, Serialize)]
struct Patch {
    path: String,
    #[serde(rename = "type")]
    kind: PatchKind,
}

open_enum! {
    /// What a commit did to a file.
    PatchKind {
        /// Added it.
        Added = "A",
        /// Changed it.
        Modified = "M",
        /// Deleted it.
        Deleted = "D",
    }
}

impl NewCommit {
    /// A commit by its hash, of at most 64 characters.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            repository: None,
            message: None,
            author_name: None,
            author_email: None,
            timestamp: None,
            patch_set: Vec::new(),
        }
    }

    /// Sets the repository by its name; Sentry makes one where it knows none of this name.
    #[must_use]
    pub fn repository(mut self, name: impl Into<String>) -> Self {
        self.repository = Some(name.into());
        self
    }

    /// Sets the message, in which `Fixes SHOP-12` resolves that issue with the release.
    #[must_use]
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Sets who wrote it.
    #[must_use]
    pub fn author(mut self, name: impl Into<String>, email: impl Into<String>) -> Self {
        self.author_name = Some(name.into());
        self.author_email = Some(email.into());
        self
    }

    /// Sets when it was made.
    #[must_use]
    pub fn timestamp(mut self, time: OffsetDateTime) -> Self {
        self.timestamp = Some(Moment(time));
        self
    }

    /// Adds a file that it touched, by its path in the repository.
    #[must_use]
    pub fn patch(mut self, kind: PatchKind, path: impl Into<String>) -> Self {
        self.patch_set.push(Patch {
            path: path.into(),
            kind,
        });
        self
    }
}

/// The newest commit of a repository in a release; an integration finds the others back to
/// the release before.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseRef {
    repository: String,
    commit: String,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    previous_commit: Option<String>,
}

impl ReleaseRef {
    /// A commit of the repository that Sentry knows by this name.
    pub fn new(repository: impl Into<String>, commit: impl Into<String>) -> Self {
        Self {
            repository: repository.into(),
            commit: commit.into(),
            previous_commit: None,
        }
    }

    /// Sets the commit of the release before, where the commits begin.
    #[must_use]
    pub fn previous_commit(mut self, commit: impl Into<String>) -> Self {
        self.previous_commit = Some(commit.into());
        self
    }
}

/// What `headCommits` calls a [`ReleaseRef`].
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct HeadCommit {
    repository: String,
    current_id: String,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    previous_id: Option<String>,
}

impl From<ReleaseRef> for HeadCommit {
    fn from(head: ReleaseRef) -> Self {
        Self {
            repository: head.repository,
            current_id: head.commit,
            previous_id: head.previous_commit,
        }
    }
}
