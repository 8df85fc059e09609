use serde_json::Value;

use super::{Links, field};
use crate::model::{Actor, Issue};
use crate::webhook::read::text;

/// What happened to an issue.
///
/// Source: [Issues](https://docs.sentry.io/integrations/integration-platform/webhooks/issues/).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IssuePayload {
    /// The issue as it is now.
    pub issue: Issue,
    /// The address of the issue in the API.
    pub url: Option<String>,
    /// The address of its page.
    pub web_url: Option<String>,
    /// The address of the page of its project.
    pub project_url: Option<String>,
    /// Who it was given to, when it was assigned.
    pub assignee: Option<Actor>,
    /// What resolved it, such as `now`, `in_next_release` or `with_commit`, when it was resolved.
    pub resolution_type: Option<String>,
}

impl IssuePayload {
    pub(super) fn read(data: &Value) -> Option<Self> {
        let links: Links = field(data, "issue").unwrap_or_default();
        Some(Self {
            issue: field(data, "issue")?,
            url: links.url,
            web_url: links.web_url,
            project_url: links.project_url,
            assignee: field(data, "assignee"),
            resolution_type: data.get("resolution_type").and_then(text),
        })
    }
}
