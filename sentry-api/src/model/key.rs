use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{Dsn, ProjectId, ProjectKeyId, Secret};
use crate::wire::{Time, open_enum};

/// A client key: what an application needs to send its events to a project.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProjectKey {
    /// The id, which is the public key too.
    pub id: ProjectKeyId,
    /// The name.
    pub name: Option<String>,
    /// The name to show.
    pub label: Option<String>,
    /// The public key.
    pub public: Option<String>,
    /// The secret key, which SDKs do not need any more.
    pub secret: Option<Secret>,
    /// The project.
    #[serde(alias = "projectID")]
    pub project_id: Option<ProjectId>,
    /// Whether events are taken with it.
    pub is_active: Option<bool>,
    /// How many events are taken with it; `None` for no limit.
    pub rate_limit: Option<KeyRateLimit>,
    /// The addresses that go with it.
    pub dsn: Option<KeyAddresses>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub use_case: Option<KeyUse>,
    /// The version of the SDK that the loader script loads: `latest`, or a major one as `7.x`.
    pub browser_sdk_version: Option<String>,
    /// The versions to choose from.
    pub browser_sdk: Option<BrowserSdk>,
    /// What the loader script brings along.
    pub dynamic_sdk_loader_options: Option<LoaderOptions>,
}

/// How many events are taken with a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct KeyRateLimit {
    /// How many, at most.
    pub count: Option<u64>,
    /// Within how many seconds.
    pub window: Option<u64>,
}

impl KeyRateLimit {
    pub(crate) const fn new(count: u64, seconds: u64) -> Self {
        Self {
            count: Some(count),
            window: Some(seconds),
        }
    }
}

/// The addresses that go with a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct KeyAddresses {
    /// The DSN, which goes into an application.
    pub public: Option<Dsn>,
    /// The DSN with the secret key, as old SDKs want it.
    pub secret: Option<Secret>,
    /// Where browsers report violations of content security policies.
    pub csp: Option<String>,
    /// Where browsers report violations of other policies.
    pub security: Option<String>,
    /// Where browsers report failures of the network.
    pub nel: Option<String>,
    /// Where minidumps go.
    pub minidump: Option<String>,
    /// Where crashes of Unreal Engine go.
    pub unreal: Option<String>,
    /// Where crashes of `PlayStation` go.
    pub playstation: Option<String>,
    /// Where cron jobs check in; `___MONITOR_SLUG___` stands for the monitor.
    pub crons: Option<String>,
    /// The loader script for browsers.
    pub cdn: Option<String>,
    /// Where other systems send what they know.
    pub integration: Option<String>,
    /// Where traces of OpenTelemetry go.
    pub otlp_traces: Option<String>,
    /// Where logs of OpenTelemetry go.
    pub otlp_logs: Option<String>,
}

/// The versions of the browser SDK to choose from.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BrowserSdk {
    /// Pairs of a version and its name to show.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub choices: Vec<Vec<String>>,
}

/// What the loader script brings along; in an update, what is `None` is left to the server.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LoaderOptions {
    /// Replays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_replay: Option<bool>,
    /// Traces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_performance: Option<bool>,
    /// Debug output.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_debug: Option<bool>,
    /// The widget for feedback.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_feedback: Option<bool>,
    /// Logs and metrics.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_logs_and_metrics: Option<bool>,
}

open_enum! {
    /// What a key is for.
    KeyUse {
        /// Applications of the user.
        User = "user",
        /// Profiles.
        Profiling = "profiling",
        /// Crashes of consoles.
        Tempest = "tempest",
        /// A demonstration.
        Demo = "demo",
    }
}
