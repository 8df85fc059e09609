use serde::Serialize;

use crate::model::{Assignee, Priority, Substatus};
use crate::wire::{Unset, open_enum};

/// What an update of issues changes: the body that all of them have in common.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IssueChange {
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) status: Option<StatusChange>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) status_details: Option<Details>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) substatus: Option<Substatus>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) assigned_to: Option<Assignee>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) priority: Option<Priority>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) has_seen: Option<bool>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) is_bookmarked: Option<bool>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) is_subscribed: Option<bool>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) is_public: Option<bool>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) inbox: Option<bool>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) merge: Option<bool>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) discard: Option<bool>,
}

/// The conditions of a status, of which one call sets one kind.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Details {
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) in_next_release: Option<bool>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) in_release: Option<String>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) in_commit: Option<InCommit>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) ignore_duration: Option<u64>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) ignore_count: Option<u64>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) ignore_window: Option<u64>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) ignore_user_count: Option<u64>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    pub(super) ignore_user_window: Option<u64>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct InCommit {
    pub(super) commit: String,
    pub(super) repository: String,
}

open_enum! {
    /// The status that an issue is given.
    StatusChange {
        /// Open again.
        Unresolved = "unresolved",
        /// Done with.
        Resolved = "resolved",
        /// Done with in the release after the newest one.
        ResolvedInNextRelease = "resolvedInNextRelease",
        /// Archived.
        Ignored = "ignored",
        /// Archived, in the word of older servers.
        Muted = "muted",
    }
}
