use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::OrganizationId;
use crate::wire::{Time, open_enum};

/// An organization: the owner of projects, teams and members.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Organization {
    /// The id.
    pub id: OrganizationId,
    /// The slug, as in paths and URLs.
    pub slug: String,
    /// The name to show.
    pub name: Option<String>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// Whether it is in use.
    pub status: Option<OrganizationStatus>,
    /// Where its pages and its API live.
    pub links: Option<OrganizationLinks>,
    /// The names of the features that are on.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub features: Vec<String>,
    /// The scopes that the caller has in it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub access: Vec<String>,
}

/// Whether an organization is in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrganizationStatus {
    /// The state.
    pub id: OrganizationState,
    /// The words for it.
    pub name: Option<String>,
}

open_enum! {
    /// The state of an organization.
    OrganizationState {
        /// In use.
        Active = "active",
        /// To be deleted soon.
        PendingDeletion = "pending_deletion",
        /// Being deleted.
        DeletionInProgress = "deletion_in_progress",
        /// Being moved to another region.
        RelocationPendingApproval = "relocation_pending_approval",
    }
}

/// Where an organization's pages and API live.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OrganizationLinks {
    /// The address of its pages.
    pub organization_url: Option<String>,
    /// The address of its region; empty on self-hosted servers.
    pub region_url: Option<String>,
}
