use serde::Deserialize;
use serde_json::{Map, Value};
use serde_with::{DefaultOnNull, serde_as};

use super::{Links, Setting, field};
use crate::model::Issue;
use crate::webhook::read::{IdText, text};

/// An alert for something that happened to an issue.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ActivityAlertPayload {
    /// The issue as it is now.
    pub issue: Issue,
    /// The address of the issue in the API.
    pub url: Option<String>,
    /// The address of its page.
    pub web_url: Option<String>,
    /// The address of the page of its project.
    pub project_url: Option<String>,
    /// What happened, such as `status_resolved` or `seer_pr_created`.
    pub activity: Option<String>,
    /// What else is known of it, such as `user`, `summary` or `pull_requests`.
    pub details: Map<String, Value>,
    /// The alert.
    pub alert: Option<Alert>,
}

/// An alert of the workflow engine.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Alert {
    /// The id of the workflow.
    #[serde_as(as = "Option<IdText>")]
    pub id: Option<String>,
    /// The name of the alert.
    #[serde(alias = "name")]
    pub title: Option<String>,
    /// The address of the workflow in the API.
    pub url: Option<String>,
    /// The address of its page.
    pub web_url: Option<String>,
    /// What stands in the fields of the integration's form.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub settings: Vec<Setting>,
}

impl ActivityAlertPayload {
    pub(super) fn read(data: &Value) -> Option<Self> {
        let links: Links = field(data, "issue").unwrap_or_default();
        Some(Self {
            issue: field(data, "issue")?,
            url: links.url,
            web_url: links.web_url,
            project_url: links.project_url,
            activity: data.pointer("/activity/type").and_then(text),
            details: data
                .pointer("/activity/details")
                .and_then(Value::as_object)
                .cloned()
                .unwrap_or_default(),
            alert: field(data, "alert"),
        })
    }
}
