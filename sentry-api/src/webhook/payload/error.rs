use serde_json::Value;

use super::{Links, field};
use crate::model::{Event, IssueId};
use crate::webhook::event::event;

/// An error that came in.
///
/// Source: [Errors](https://docs.sentry.io/integrations/integration-platform/webhooks/errors/).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ErrorPayload {
    /// The error, in the form in which the API answers with one; sizes and neighbors are not
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
}

impl ErrorPayload {
    pub(super) fn read(data: &Value) -> Option<Self> {
        Self::of(data, "error")
    }

    /// The event in the field `name`.
    pub(super) fn of(data: &Value, name: &str) -> Option<Self> {
        let event = event(data.get(name)?)?;
        let links: Links = field(data, name).unwrap_or_default();
        Some(Self {
            issue_id: event.group_id.clone(),
            event,
            url: links.url,
            web_url: links.web_url,
            issue_url: links.issue_url,
        })
    }
}
