//! What Seer does about an issue.
//!
//! Two generations of it answer on the same route: the first one with `steps`, the newer one
//! with `blocks`. What a caller wants of either is told by the methods of [`Autofix`].

mod block;
mod findings;
mod step;

use std::collections::BTreeMap;

use serde::de::Deserializer;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, DeserializeAs, SerializeAs, serde_as};
use time::OffsetDateTime;

pub use self::block::{
    AutofixArtifact, AutofixBlock, AutofixMessage, AutofixPatch, AutofixTodo, PatchedFile,
    PullRequestState,
};
pub use self::findings::{AutofixPullRequest, AutofixSolution, RootCause, SolutionStep};
pub use self::step::{
    AutofixCause, AutofixChange, AutofixProgress, AutofixStep, CodeReference, ExplainedStep,
    PullRequestReference,
};
use crate::wire::{Number, Time, id_text, open_enum};

/// A run of Seer on an issue.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Autofix {
    /// Its UUID, where the server knows one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentry_run_id: Option<String>,
    /// Its number.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub run_id: Option<u64>,
    /// How far it is.
    #[serde_as(as = "Option<AnyCase>")]
    #[serde(default)]
    pub status: Option<AutofixStatus>,
    /// When it began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub created_at: Option<OffsetDateTime>,
    /// When it was asked for the last time.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub last_triggered_at: Option<OffsetDateTime>,
    /// When it changed the last time.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub updated_at: Option<OffsetDateTime>,
    /// When it ended.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub completed_at: Option<OffsetDateTime>,
    /// What the first generation did, in order.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub steps: Vec<AutofixStep>,
    /// What the newer generation did, in order.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub blocks: Vec<AutofixBlock>,
    /// The repositories that it can look into.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub repositories: Vec<AutofixRepository>,
    /// The pull requests of the newer generation by repository.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub repo_pr_states: BTreeMap<String, PullRequestState>,
    /// The coding agents that it handed over to.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub coding_agents: BTreeMap<String, Value>,
    /// What it waits for.
    pub pending_user_input: Option<Value>,
}

/// A repository that Seer can look into.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixRepository {
    /// The name with its owner, such as `acme/shop`.
    pub name: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// Where it is kept, such as `integrations:github`.
    pub provider: Option<String>,
    /// The branch that is looked at.
    pub default_branch: Option<String>,
    /// Whether Seer may read it.
    pub is_readable: Option<bool>,
    /// Whether Seer may open pull requests.
    pub is_writeable: Option<bool>,
}

open_enum! {
    /// How far Seer is; the two generations write it in capitals and in small letters.
    AutofixStatus {
        /// It has not begun.
        Pending = "PENDING",
        /// It is at work.
        Processing = "PROCESSING",
        /// It is done.
        Completed = "COMPLETED",
        /// It failed.
        Error = "ERROR",
        /// Somebody stopped it.
        Cancelled = "CANCELLED",
        /// It cannot go on without knowing more.
        NeedMoreInformation = "NEED_MORE_INFORMATION",
        /// It asked something and waits for the answer.
        WaitingForUserResponse = "WAITING_FOR_USER_RESPONSE",
        /// The same of the newer generation.
        AwaitingUserInput = "AWAITING_USER_INPUT",
    }
}

impl AutofixStatus {
    /// Whether nothing more happens by itself.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self, Self::Completed | Self::Error | Self::Cancelled)
    }

    /// Whether somebody has to answer before it goes on.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        matches!(
            self,
            Self::NeedMoreInformation | Self::WaitingForUserResponse | Self::AwaitingUserInput
        )
    }
}

impl Autofix {
    /// Whether nothing more happens by itself: it is done, failed or was stopped.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.status.as_ref().is_some_and(AutofixStatus::is_done)
    }

    /// Whether somebody has to answer before it goes on.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.status.as_ref().is_some_and(AutofixStatus::is_waiting)
    }
}

/// Reads a status in capitals or in small letters.
struct AnyCase;

impl<'de> DeserializeAs<'de, AutofixStatus> for AnyCase {
    fn deserialize_as<D: Deserializer<'de>>(input: D) -> Result<AutofixStatus, D::Error> {
        let text = id_text(input)?;
        Ok(
            match AutofixStatus::from(text.to_ascii_uppercase().as_str()) {
                AutofixStatus::Unknown(_) => AutofixStatus::Unknown(text),
                known => known,
            },
        )
    }
}

impl SerializeAs<AutofixStatus> for AnyCase {
    fn serialize_as<S: serde::Serializer>(
        status: &AutofixStatus,
        output: S,
    ) -> Result<S::Ok, S::Error> {
        status.serialize(output)
    }
}
