//! Service hooks: what a project sends for its events.

use std::fmt;
use std::time::SystemTime;

use http::HeaderMap;
use serde_json::Value;
use time::OffsetDateTime;

use super::read::{self, part, text};
use super::{WebhookError, WebhookVerifier, headers};
use crate::model::{Event, Issue};

const TIMESTAMP: &str = "X-ServiceHook-Timestamp";
const GUID: &str = "X-ServiceHook-GUID";
const SIGNATURE: &str = "X-ServiceHook-Signature";

/// An event that a project's service hook sent, for `event.created` or `event.alert`; it does
/// not say for which.
///
/// `Debug` leaves the raw JSON out.
#[derive(Clone)]
#[non_exhaustive]
pub struct ServiceHook {
    /// The id of the hook; nobody signed it.
    pub guid: String,
    /// When Sentry sent it; nobody signed it.
    pub timestamp: OffsetDateTime,
    /// The slug of the project.
    pub project_slug: Option<String>,
    /// The name of the project.
    pub project_name: Option<String>,
    /// The issue of the event.
    pub issue: Option<Issue>,
    /// The address of the issue's page.
    pub issue_url: Option<String>,
    /// The event.
    pub event: Option<Event>,
    /// The address of the event's page.
    pub event_url: Option<String>,
    json: Value,
}

impl ServiceHook {
    /// The whole body as it came, an object with `project`, `group` and `event`.
    #[must_use]
    pub fn json(&self) -> &Value {
        &self.json
    }
}

impl WebhookVerifier {
    /// Reads what a service hook sent when it is Sentry's; the verifier has the hook's own
    /// secret.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify).
    ///
    /// ```
    /// use std::time::SystemTime;
    ///
    /// use http::HeaderMap;
    /// use sentry_api::webhook::{WebhookError, WebhookVerifier};
    ///
    /// fn receive(verifier: &WebhookVerifier, headers: &HeaderMap, body: &[u8]) -> Result<(), WebhookError> {
    ///     let hook = verifier.verify_service_hook(headers, body, SystemTime::now())?;
    ///     if let Some(event) = hook.event {
    ///         println!("{:?}: {:?}", hook.project_slug, event.title);
    ///     }
    ///     Ok(())
    /// }
    ///
    /// let verifier = WebhookVerifier::new("secret of the hook");
    /// assert!(receive(&verifier, &HeaderMap::new(), b"{}").is_err());
    /// ```
    pub fn verify_service_hook(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: SystemTime,
    ) -> Result<ServiceHook, WebhookError> {
        self.authenticate(headers, SIGNATURE, body)?;
        let timestamp = headers::moment(headers, TIMESTAMP, now, self.window())?;
        let guid = headers::text(headers, GUID)?.to_owned();
        let json = read::object(body)?;
        let at = |pointer| json.pointer(pointer).unwrap_or(&Value::Null);
        Ok(ServiceHook {
            guid,
            timestamp,
            project_slug: text(at("/project/slug")),
            project_name: text(at("/project/name")),
            issue: part(at("/group")),
            issue_url: text(at("/group/url")),
            event: part(at("/event")),
            event_url: text(at("/event/url")),
            json,
        })
    }
}

impl fmt::Debug for ServiceHook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceHook")
            .field("guid", &self.guid)
            .field("timestamp", &self.timestamp)
            .field("project_slug", &self.project_slug)
            .field("project_name", &self.project_name)
            .field("issue", &self.issue)
            .field("issue_url", &self.issue_url)
            .field("event", &self.event)
            .field("event_url", &self.event_url)
            .finish_non_exhaustive()
    }
}
