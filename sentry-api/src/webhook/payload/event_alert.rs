use serde::Deserialize;
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};

use super::{ErrorPayload, Setting, field};
use crate::model::{Event, IssueId};
use crate::webhook::read::{IdText, text};

/// An issue alert, with the event that set it off.
///
/// Source: [Issue alerts](https://docs.sentry.io/integrations/integration-platform/webhooks/issue-alerts/).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EventAlertPayload {
    /// The event, in the form in which the API answers with one; sizes and neighbors are not
    /// sent.
    pub event: Event,
    /// The address of the event in the API.
    pub url: Option<String>,
    /// The address of its page.
    pub web_url: Option<String>,
    /// The address of its issue in the API.
    pub issue_url: Option<String>,
    /// The issue it belongs to.
    pub issue_id: Option<IssueId>,
    /// The name of the alert.
    pub triggered_rule: Option<String>,
    /// The alert, where its action has a form of the integration.
    pub issue_alert: Option<IssueAlert>,
}

/// An alert whose action has a form of the integration.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct IssueAlert {
    /// The id of the alert.
    #[serde_as(as = "Option<IdText>")]
    pub id: Option<String>,
    /// The name of the alert.
    pub title: Option<String>,
    /// What stands in the fields of the form.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub settings: Vec<Setting>,
}

impl EventAlertPayload {
    pub(super) fn read(data: &Value) -> Option<Self> {
        let seen = ErrorPayload::of(data, "event")?;
        Some(Self {
            event: seen.event,
            url: seen.url,
            web_url: seen.web_url,
            issue_url: seen.issue_url,
            issue_id: seen.issue_id,
            triggered_rule: data.get("triggered_rule").and_then(text),
            issue_alert: field(data, "issue_alert"),
        })
    }
}
