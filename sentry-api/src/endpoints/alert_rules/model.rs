use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::model::{OrganizationId, UserId};
use crate::wire::{Number, Time, id, open_enum};

id! {
    /// The id of an alert rule on a metric.
    AlertRuleId;
    /// The id of a trigger of an alert rule.
    AlertRuleTriggerId;
    /// The id of an alert rule on issues.
    IssueAlertRuleId;
}

/// An alert rule on a metric.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AlertRule {
    /// The id.
    pub id: AlertRuleId,
    /// The name.
    pub name: Option<String>,
    /// The organization that it belongs to.
    pub organization_id: Option<OrganizationId>,
    /// 0 where it is on, else what becomes of it.
    pub status: Option<i64>,
    /// The data set, such as `events` or `transactions`.
    pub dataset: Option<String>,
    /// The search.
    pub query: Option<String>,
    /// The function, such as `count()`.
    pub aggregate: Option<String>,
    /// The kinds of events, such as `error`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub event_types: Vec<String>,
    /// How many minutes are looked at together.
    pub time_window: Option<f64>,
    /// The environment; `None` stands for all.
    pub environment: Option<String>,
    /// Whether a greater number (0) or a smaller one (1) is bad.
    pub threshold_type: Option<i64>,
    /// The number with which it is over.
    pub resolve_threshold: Option<f64>,
    /// With what the number is compared: `static`, `percent` or `dynamic`.
    pub detection_type: Option<String>,
    /// How many minutes the compared time lies back.
    pub comparison_delta: Option<f64>,
    /// When it goes off, most urgent first.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub triggers: Vec<AlertRuleTrigger>,
    /// The slugs of the projects that it looks at.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub projects: Vec<String>,
    /// Who owns it: `user:ID` or `team:ID`.
    pub owner: Option<String>,
    /// Who made it.
    pub created_by: Option<RuleCreator>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When it was changed last.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_modified: Option<OffsetDateTime>,
}

/// When an alert rule goes off.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AlertRuleTrigger {
    /// The id.
    pub id: AlertRuleTriggerId,
    /// `critical` or `warning`.
    pub label: Option<String>,
    /// Whether a greater number (0) or a smaller one (1) is bad.
    pub threshold_type: Option<i64>,
    /// The number beyond which it goes off.
    pub alert_threshold: Option<f64>,
    /// The number with which it is over.
    pub resolve_threshold: Option<f64>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// What is done, in Sentry's own form.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub actions: Vec<Value>,
}

/// Who made a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RuleCreator {
    /// The id of the user.
    pub id: Option<UserId>,
    /// The name to show.
    pub name: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
}

/// An alert rule on issues.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IssueAlertRule {
    /// The id.
    pub id: IssueAlertRuleId,
    /// The name.
    pub name: Option<String>,
    /// Whether it is on: `active` or `disabled`.
    pub status: Option<String>,
    /// What sets it off, in Sentry's own form.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub conditions: Vec<Value>,
    /// What must hold besides, in Sentry's own form.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub filters: Vec<Value>,
    /// What is done, in Sentry's own form.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub actions: Vec<Value>,
    /// How many of the conditions must hold: `any`, `all` or `none`.
    pub action_match: Option<String>,
    /// How many of the filters must hold: `any`, `all` or `none`.
    pub filter_match: Option<String>,
    /// After how many minutes it may go off for the same issue again.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub frequency: Option<u64>,
    /// The environment; `None` stands for all.
    pub environment: Option<String>,
    /// The slugs of the projects that it looks at.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub projects: Vec<String>,
    /// Who owns it: `user:ID` or `team:ID`.
    pub owner: Option<String>,
    /// Who made it.
    pub created_by: Option<RuleCreator>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When it went off last.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub last_triggered: Option<OffsetDateTime>,
    /// Whether it is quiet for a time.
    pub snooze: Option<bool>,
}

/// A rule of any kind, as they are listed together.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CombinedRule {
    /// The id, which belongs to the kind: two rules of different kinds can have the same.
    pub id: AlertRuleId,
    /// The kind.
    #[serde(rename = "type")]
    pub kind: Option<CombinedRuleType>,
    /// The name.
    pub name: Option<String>,
    /// Whether it is on, as a number or a text.
    pub status: Option<Value>,
    /// The slugs of the projects that it looks at.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub projects: Vec<String>,
    /// The environment; `None` stands for all.
    pub environment: Option<String>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When it went off last.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub last_triggered: Option<OffsetDateTime>,
    /// What it opened last, in Sentry's own form.
    pub latest_incident: Option<Value>,
}

open_enum! {
    /// The kind of a rule.
    CombinedRuleType {
        /// On a metric.
        AlertRule = "alert_rule",
        /// On issues.
        Rule = "rule",
        /// On a cron monitor.
        Monitor = "monitor",
        /// On an uptime monitor.
        Uptime = "uptime",
    }
}
