//! What the resources say.

mod activity_alert;
mod comment;
mod error;
mod event_alert;
mod installation;
mod issue;
mod metric_alert;
mod preprod_artifact;
mod seer;

use serde::Deserialize;
use serde_json::Value;

use super::Resource;
use super::read::part;

pub use self::activity_alert::{ActivityAlertPayload, Alert};
pub use self::comment::CommentPayload;
pub use self::error::ErrorPayload;
pub use self::event_alert::{EventAlertPayload, IssueAlert};
pub use self::installation::{
    GrantCode, InstallationPayload, InstallationStatus, InstalledApp, InstallingOrganization,
};
pub use self::issue::IssuePayload;
pub use self::metric_alert::{
    MetricAlert, MetricAlertAction, MetricAlertPayload, MetricAlertRule, MetricAlertTrigger,
};
pub use self::preprod_artifact::{
    AppInfo, BuildState, GitInfo, PreprodArtifactPayload, SizeComparison, SizeMetricDiff,
};
pub use self::seer::{
    CodeChange, FilePatch, PullRequest, PullRequestReference, RootCause, RootCauseStep,
    SeerPayload, Solution, SolutionStep,
};

/// What a webhook's resource says.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Payload {
    /// Of [`Resource::Issue`].
    Issue(Box<IssuePayload>),
    /// Of [`Resource::Error`].
    Error(Box<ErrorPayload>),
    /// Of [`Resource::EventAlert`].
    EventAlert(Box<EventAlertPayload>),
    /// Of [`Resource::ActivityAlert`].
    ActivityAlert(Box<ActivityAlertPayload>),
    /// Of [`Resource::MetricAlert`].
    MetricAlert(Box<MetricAlertPayload>),
    /// Of [`Resource::Comment`].
    Comment(CommentPayload),
    /// Of [`Resource::Installation`].
    Installation(Box<InstallationPayload>),
    /// Of [`Resource::Seer`].
    Seer(Box<SeerPayload>),
    /// Of [`Resource::PreprodArtifact`].
    PreprodArtifact(Box<PreprodArtifactPayload>),
    /// Of another resource, or without what the resource is about, such as an issue's id;
    /// [`Webhook::json`](super::Webhook::json) has it as it came.
    Unknown,
}

/// One field of a form that somebody filled in for an alert.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Setting {
    /// The name of the field, as the integration's schema has it.
    pub name: String,
    /// What stands in it.
    #[serde(default)]
    pub value: Value,
}

impl Payload {
    pub(super) fn read(resource: &Resource, data: &Value) -> Self {
        let payload = match resource {
            Resource::Issue => IssuePayload::read(data).map(|data| Self::Issue(data.into())),
            Resource::Error => ErrorPayload::read(data).map(|data| Self::Error(data.into())),
            Resource::EventAlert => {
                EventAlertPayload::read(data).map(|data| Self::EventAlert(data.into()))
            }
            Resource::ActivityAlert => {
                ActivityAlertPayload::read(data).map(|data| Self::ActivityAlert(data.into()))
            }
            Resource::MetricAlert => part(data).map(Self::MetricAlert),
            Resource::Comment => part(data).map(Self::Comment),
            Resource::Installation => field(data, "installation").map(Self::Installation),
            Resource::Seer => part(data).map(Self::Seer),
            Resource::PreprodArtifact => part(data).map(Self::PreprodArtifact),
            Resource::Unknown(_) => None,
        };
        payload.unwrap_or(Self::Unknown)
    }
}

/// The addresses that Sentry adds to an issue or an event.
#[derive(Default, Deserialize)]
struct Links {
    url: Option<String>,
    #[serde(alias = "webUrl")]
    web_url: Option<String>,
    project_url: Option<String>,
    issue_url: Option<String>,
}

/// The field `name` of `data`, as far as it can be read.
fn field<T: serde::de::DeserializeOwned>(data: &Value, name: &str) -> Option<T> {
    part(data.get(name)?)
}
