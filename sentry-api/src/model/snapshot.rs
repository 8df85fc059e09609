use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{ProjectId, UserId};
use crate::wire::{Number, Time, id, open_enum};

id! {
    /// The id of a snapshot of a build.
    SnapshotId;
}

/// The images of a build and how they differ from those of an earlier one.
///
/// Of a snapshot that was compared, the images are in the lists that say how they differ, and
/// `images` is empty.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Snapshot {
    /// The id.
    pub head_artifact_id: Option<SnapshotId>,
    /// The snapshot that it was compared with.
    pub base_artifact_id: Option<SnapshotId>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// The application, such as `com.example.shop`.
    pub app_id: Option<String>,
    /// Whether it was compared: `solo`, `waiting_for_base` or `diff`.
    pub comparison_type: Option<String>,
    /// How far the upload is, such as `UPLOADED`.
    pub state: Option<String>,
    /// Where the build comes from.
    pub vcs_info: Option<SnapshotVcs>,
    /// Whether it has only a part of the images on purpose.
    pub is_selective: Option<bool>,
    /// The images of a snapshot that was not compared.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub images: Vec<SnapshotImage>,
    /// How many images there are.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub image_count: Option<u64>,
    /// The images that the earlier build lacks.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub added: Vec<SnapshotImage>,
    /// How many those are.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub added_count: Option<u64>,
    /// The images that only the earlier build has.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub removed: Vec<SnapshotImage>,
    /// How many those are.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub removed_count: Option<u64>,
    /// The images that are called otherwise.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub renamed: Vec<SnapshotPair>,
    /// How many those are.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub renamed_count: Option<u64>,
    /// The images that look otherwise.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub changed: Vec<SnapshotPair>,
    /// How many those are.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub changed_count: Option<u64>,
    /// The images that look the same.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub unchanged: Vec<SnapshotImage>,
    /// How many those are.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub unchanged_count: Option<u64>,
    /// The images that could not be compared.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub errored: Vec<SnapshotPair>,
    /// How many those are.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub errored_count: Option<u64>,
    /// The images that were left out.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub skipped: Vec<SnapshotImage>,
    /// How many those are.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub skipped_count: Option<u64>,
    /// From which part of differing pixels on, 0 to 1, images count as changed.
    pub diff_threshold: Option<f64>,
    /// How far the comparison is.
    pub comparison_state: Option<String>,
    /// Why the comparison failed.
    pub comparison_error_message: Option<String>,
    /// Whether somebody approved the changes, such as `requires_approval`.
    pub approval_status: Option<String>,
    /// Who approved them.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub approvers: Vec<SnapshotApprover>,
}

/// The newest snapshot of a base branch.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BaseSnapshot {
    /// The id.
    pub head_artifact_id: Option<SnapshotId>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// The slug of that project.
    pub project_slug: Option<String>,
    /// The application, such as `com.example.shop`.
    pub app_id: Option<String>,
    /// The images.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub images: Vec<SnapshotImage>,
    /// How many those are.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub image_count: Option<u64>,
    /// From which part of differing pixels on, 0 to 1, images count as changed.
    pub diff_threshold: Option<f64>,
    /// When it was uploaded.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_added: Option<OffsetDateTime>,
    /// Where the build comes from.
    pub vcs_info: Option<SnapshotVcs>,
}

/// One image of a snapshot.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SnapshotImage {
    /// The hash of its content.
    pub key: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// What it is shown with, such as a device.
    pub group: Option<String>,
    /// The name of its file.
    pub image_file_name: Option<String>,
    /// How many pixels wide it is.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub width: Option<u64>,
    /// How many pixels high it is.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub height: Option<u64>,
    /// The background that it is shown on.
    pub canvas_theme: Option<CanvasTheme>,
    /// From which part of differing pixels on, 0 to 1, it counts as changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diff_threshold: Option<f64>,
    /// What it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What else is known of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<std::collections::BTreeMap<String, String>>,
    /// The path of its file on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
}

/// An image of two builds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SnapshotPair {
    /// The one of the earlier build.
    pub base_image: Option<SnapshotImage>,
    /// The one of this build.
    pub head_image: Option<SnapshotImage>,
    /// The hash of the image that shows the difference.
    pub diff_image_key: Option<String>,
    /// The part of pixels that differ, 0 to 1.
    pub diff: Option<f64>,
}

/// An image of a snapshot with all that is known of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SnapshotImageDetails {
    /// The name of its file.
    pub image_file_name: Option<String>,
    /// How it differs: `added`, `removed`, `changed`, `unchanged`, `renamed`, `errored`, `skipped`.
    pub comparison_status: Option<String>,
    /// The one of this build.
    pub head_image: Option<SnapshotImage>,
    /// The one of the earlier build.
    pub base_image: Option<SnapshotImage>,
    /// The path of the image that shows the difference.
    pub diff_image_url: Option<String>,
    /// The part of pixels that differ, 0 to 1.
    pub diff_percentage: Option<f64>,
    /// The name that its file had in the earlier build.
    pub previous_image_file_name: Option<String>,
}

/// Where a build comes from.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SnapshotVcs {
    /// The commit.
    pub head_sha: Option<String>,
    /// The commit of the build that it is compared with.
    pub base_sha: Option<String>,
    /// Who hosts the repository, such as `github`.
    pub provider: Option<String>,
    /// The repository.
    pub head_repo_name: Option<String>,
    /// The repository of the build that it is compared with.
    pub base_repo_name: Option<String>,
    /// The branch.
    pub head_ref: Option<String>,
    /// The branch of the build that it is compared with.
    pub base_ref: Option<String>,
    /// The number of the pull request.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub pr_number: Option<u64>,
}

/// Somebody who approved the changes of a snapshot.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SnapshotApprover {
    /// The id of the user.
    pub id: Option<UserId>,
    /// The name to show.
    pub name: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The name to log in with.
    pub username: Option<String>,
    /// The address of a picture.
    pub avatar_url: Option<String>,
    /// When it was.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub approved_at: Option<OffsetDateTime>,
    /// Where it was: `sentry` or `github`.
    pub source: Option<String>,
}

open_enum! {
    /// The background that an image is shown on.
    CanvasTheme {
        /// A light one.
        Light = "light",
        /// A dark one.
        Dark = "dark",
    }
}
