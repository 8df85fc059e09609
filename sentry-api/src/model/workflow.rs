use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{ConditionGroup, DetectorId, OrganizationId, UserId};
use crate::wire::{Number, Time, id};

id! {
    /// The id of a workflow: a number.
    WorkflowId;
}

/// What is done about issues and when; Sentry shows it as an alert.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Workflow {
    /// The id.
    pub id: WorkflowId,
    /// The name.
    pub name: Option<String>,
    /// The organization that it belongs to.
    pub organization_id: Option<OrganizationId>,
    /// Who made it; `None` where Sentry did.
    pub created_by: Option<UserId>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When it was changed last.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_updated: Option<OffsetDateTime>,
    /// What sets it off.
    pub triggers: Option<ConditionGroup>,
    /// What is done then, each under conditions of its own.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub action_filters: Vec<ConditionGroup>,
    /// The environment that it looks at; `None` stands for all.
    pub environment: Option<String>,
    /// How often it may act.
    pub config: Option<WorkflowConfig>,
    /// The detectors that it hears of.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub detector_ids: Vec<DetectorId>,
    /// Whether it is on.
    pub enabled: Option<bool>,
    /// When it acted last.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub last_triggered: Option<OffsetDateTime>,
    /// Who owns it: `user:ID` or `team:ID`.
    pub owner: Option<String>,
}

/// How often a workflow may act.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WorkflowConfig {
    /// After how many minutes it may act on the same issue again.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub frequency: Option<u64>,
}
