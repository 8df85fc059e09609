use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::{DefaultOnNull, serde_as};

use super::OrganizationId;
use crate::wire::{id, id_text, open_enum};

id! {
    /// The id of a group of conditions.
    ConditionGroupId;
    /// The id of a condition.
    ConditionId;
    /// The id of an action.
    ActionId;
}

/// Conditions and what is done when they hold, of a detector or of a workflow.
///
/// It is both answered and sent. `new` begins one to be sent; what a server gave can be
/// changed and sent back.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ConditionGroup {
    /// The id, once it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<ConditionGroupId>,
    /// The organization that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization_id: Option<OrganizationId>,
    /// How many of the conditions must hold.
    pub logic_type: LogicType,
    /// The conditions.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// What is done.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub actions: Vec<Action>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Condition {
    /// The id, once it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<ConditionId>,
    /// What is looked at, such as `gt`, `first_seen_event` or `issue_priority_greater_or_equal`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it is compared with; its form depends on the kind.
    #[serde(default)]
    pub comparison: Value,
    /// What holds then: `true` in a workflow, the priority of the issue in a detector.
    #[serde(default)]
    pub condition_result: Value,
}

/// Something that is done when conditions hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Action {
    /// The id, once it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<ActionId>,
    /// What is done, such as `email`, `slack`, `pagerduty` or `webhook`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The integration that does it.
    #[serde(default, deserialize_with = "integration")]
    pub integration_id: Option<String>,
    /// What the kind wants to know besides, in Sentry's own form.
    #[serde(default)]
    pub data: Map<String, Value>,
    /// Who or what it is done to.
    #[serde(default)]
    pub config: ActionConfig,
    /// Whether it is on, such as `active`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

/// Who or what an action is done to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct ActionConfig {
    /// What the target is: `user`, `team`, `issue_owners`, `specific` or `sentry_app`.
    pub target_type: Option<String>,
    /// The name to show.
    pub target_display: Option<String>,
    /// The id of the user, the team, the channel and the like.
    #[serde(deserialize_with = "integration")]
    pub target_identifier: Option<String>,
}

fn integration<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    struct Id(#[serde(deserialize_with = "id_text")] String);

    Ok(Option::<Id>::deserialize(input)?.map(|id| id.0))
}

open_enum! {
    /// How many conditions of a group must hold.
    LogicType {
        /// One.
        Any = "any",
        /// One; the others are not looked at then.
        AnyShort = "any-short",
        /// All.
        All = "all",
        /// None.
        None = "none",
    }
}

/// The priority of the issue that a detector opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DetectorPriority {
    /// High.
    High,
    /// Medium.
    Medium,
    /// Low.
    Low,
}

impl DetectorPriority {
    /// What it is on the wire.
    fn number(self) -> u8 {
        match self {
            Self::High => 75,
            Self::Medium => 50,
            Self::Low => 25,
        }
    }
}

impl ConditionGroup {
    /// A group without conditions and actions.
    #[must_use]
    pub fn new(logic_type: LogicType) -> Self {
        Self {
            id: None,
            organization_id: None,
            logic_type,
            conditions: Vec::new(),
            actions: Vec::new(),
        }
    }

    /// Adds a condition.
    #[must_use]
    pub fn condition(mut self, condition: Condition) -> Self {
        self.conditions.push(condition);
        self
    }

    /// Adds an action.
    #[must_use]
    pub fn action(mut self, action: Action) -> Self {
        self.actions.push(action);
        self
    }
}

impl Condition {
    /// A condition of any kind.
    pub fn new(
        kind: impl Into<String>,
        comparison: impl Into<Value>,
        condition_result: impl Into<Value>,
    ) -> Self {
        Self {
            id: None,
            kind: kind.into(),
            comparison: comparison.into(),
            condition_result: condition_result.into(),
        }
    }

    /// In a workflow: that this happened, such as `first_seen_event`, `regression_event`,
    /// `reappeared_event` or `issue_resolved_trigger`.
    pub fn event(kind: impl Into<String>) -> Self {
        Self::new(kind, true, true)
    }

    /// In a detector: that the number is greater than this, which opens an issue.
    #[must_use]
    pub fn above(number: f64, priority: DetectorPriority) -> Self {
        Self::new("gt", json!(number), priority.number())
    }

    /// In a detector: that the number is less than this, which opens an issue.
    #[must_use]
    pub fn below(number: f64, priority: DetectorPriority) -> Self {
        Self::new("lt", json!(number), priority.number())
    }

    /// In a detector: that the number is at most this, which resolves the issue.
    #[must_use]
    pub fn resolved_at_most(number: f64) -> Self {
        Self::new("lte", json!(number), 0)
    }

    /// In a detector: that the number is at least this, which resolves the issue.
    #[must_use]
    pub fn resolved_at_least(number: f64) -> Self {
        Self::new("gte", json!(number), 0)
    }
}

impl Action {
    /// An action of any kind on a target of this kind.
    pub fn new(kind: impl Into<String>, target_type: impl Into<String>) -> Self {
        Self {
            id: None,
            kind: kind.into(),
            integration_id: None,
            data: Map::new(),
            config: ActionConfig {
                target_type: Some(target_type.into()),
                ..ActionConfig::default()
            },
            status: None,
        }
    }

    /// Writes an e-mail to a user, by id.
    pub fn email_user(id: impl Into<String>) -> Self {
        Self::new("email", "user").target(id)
    }

    /// Writes an e-mail to a team, by id.
    pub fn email_team(id: impl Into<String>) -> Self {
        Self::new("email", "team").target(id)
    }

    /// Sets the id of the target.
    #[must_use]
    pub fn target(mut self, identifier: impl Into<String>) -> Self {
        self.config.target_identifier = Some(identifier.into());
        self
    }

    /// Sets the integration that does it, by id.
    #[must_use]
    pub fn integration(mut self, id: impl Into<String>) -> Self {
        self.integration_id = Some(id.into());
        self
    }
}
