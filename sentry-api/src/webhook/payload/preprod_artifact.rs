use serde::Deserialize;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::model::ProjectId;
use crate::webhook::read::IdText;
use crate::wire::{Number, Time, open_enum};

/// A mobile build was looked at: its size is known, or it can be installed.
///
/// What belongs to the other of the two is `None`.
///
/// Source: [Preprod artifacts](https://docs.sentry.io/integrations/integration-platform/webhooks/preprod-artifacts/).
#[serde_as]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PreprodArtifactPayload {
    /// The id of the build.
    #[serde_as(as = "Option<IdText>")]
    pub build_id: Option<String>,
    /// The slug of the organization.
    pub organization_slug: Option<String>,
    /// The project.
    pub project_id: Option<ProjectId>,
    /// The slug of the project.
    pub project_slug: Option<String>,
    /// The platform, such as `APPLE` or `ANDROID`.
    pub platform: Option<String>,
    /// Whether it worked.
    pub state: Option<BuildState>,
    /// The app.
    pub app_info: Option<AppInfo>,
    /// The commit it was built from.
    pub git_info: Option<GitInfo>,
    /// Why it did not work, such as `TIMEOUT` or `NO_QUOTA`.
    pub error_code: Option<String>,
    /// Why it did not work, in words.
    pub error_message: Option<String>,
    /// How many bytes are downloaded.
    #[serde_as(as = "Option<Number>")]
    pub download_size: Option<u64>,
    /// How many bytes it takes when it is installed.
    #[serde_as(as = "Option<Number>")]
    pub install_size: Option<u64>,
    /// How many seconds it took to find the size.
    pub analysis_duration: Option<f64>,
    /// The version of what found the size.
    pub analysis_version: Option<String>,
    /// The id of the build it is compared with.
    #[serde_as(as = "Option<IdText>")]
    pub base_build_id: Option<String>,
    /// The app of the build it is compared with.
    pub base_app_info: Option<AppInfo>,
    /// What became larger or smaller.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub comparisons: Vec<SizeComparison>,
    /// How it was built, such as `release`.
    pub build_configuration: Option<String>,
    /// Whether it can be installed.
    pub is_installable: Option<bool>,
    /// The address to install it from.
    pub install_url: Option<String>,
    /// Whether its signature is right, on Apple's platforms.
    pub is_code_signature_valid: Option<bool>,
    /// The name of the provisioning profile, on Apple's platforms.
    pub profile_name: Option<String>,
    /// How it is signed, on Apple's platforms.
    pub codesigning_type: Option<String>,
}

/// The app that a build is of.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AppInfo {
    /// The id of the app, such as `com.example.shop`.
    pub app_id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The version.
    pub version: Option<String>,
    /// The number of the build.
    #[serde_as(as = "Option<Number>")]
    pub build_number: Option<u64>,
    /// The form of the build, such as `XCARCHIVE` or `AAB`.
    pub artifact_type: Option<String>,
    /// When it was uploaded.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_added: Option<OffsetDateTime>,
    /// When it was built.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_built: Option<OffsetDateTime>,
}

/// The commit that a build was made from, and the one it is compared with.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GitInfo {
    /// The commit.
    pub head_sha: Option<String>,
    /// The commit to compare with.
    pub base_sha: Option<String>,
    /// Where the repository lives, such as `github`.
    pub provider: Option<String>,
    /// The repository.
    pub head_repo_name: Option<String>,
    /// The repository to compare with.
    pub base_repo_name: Option<String>,
    /// The branch.
    pub head_ref: Option<String>,
    /// The branch to compare with.
    pub base_ref: Option<String>,
    /// The number of the pull request.
    #[serde_as(as = "Option<Number>")]
    pub pr_number: Option<u64>,
}

/// How the size of one part of an app changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SizeComparison {
    /// Which sort of part, such as `MAIN_ARTIFACT` or `WATCH_ARTIFACT`.
    pub metrics_artifact_type: Option<String>,
    /// The id of the part.
    pub identifier: Option<String>,
    /// `SUCCESS` or `FAILED`.
    pub state: Option<String>,
    /// Why it cannot be compared, such as `NO_BASE_METRIC`.
    pub error_code: Option<String>,
    /// Why it cannot be compared, in words.
    pub error_message: Option<String>,
    /// The sizes.
    pub size_metric_diff: Option<SizeMetricDiff>,
}

/// The sizes of one part of an app, in bytes.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SizeMetricDiff {
    /// Installed.
    #[serde_as(as = "Option<Number>")]
    pub head_install_size: Option<u64>,
    /// Downloaded.
    #[serde_as(as = "Option<Number>")]
    pub head_download_size: Option<u64>,
    /// Installed, of the build to compare with.
    #[serde_as(as = "Option<Number>")]
    pub base_install_size: Option<u64>,
    /// Downloaded, of the build to compare with.
    #[serde_as(as = "Option<Number>")]
    pub base_download_size: Option<u64>,
}

open_enum! {
    /// Whether it worked.
    BuildState {
        /// It did.
        Completed = "COMPLETED",
        /// It did not.
        Failed = "FAILED",
    }
}
