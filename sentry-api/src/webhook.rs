//! What Sentry sends to a program of yours: verified, then read.
//!
//! An integration of the integration platform gets webhooks about issues, alerts, comments and
//! more, and requests of its UI components; a project's service hook gets events. All are
//! signed with a secret that Sentry and the receiver share.
//!
//! ```
//! use std::time::SystemTime;
//!
//! use http::HeaderMap;
//! use sentry_api::webhook::{Action, Payload, WebhookError, WebhookVerifier};
//!
//! fn receive(verifier: &WebhookVerifier, headers: &HeaderMap, body: &[u8]) -> Result<String, WebhookError> {
//!     let webhook = verifier.verify(headers, body, SystemTime::now())?;
//!     Ok(match (&webhook.payload, &webhook.action) {
//!         (Payload::Issue(data), Action::Resolved) => format!("done: {:?}", data.issue.title),
//!         (Payload::EventAlert(data), _) => format!("{:?} in {:?}", data.triggered_rule, data.event.title),
//!         _ => format!("{}.{}", webhook.resource, webhook.action),
//!     })
//! }
//!
//! # let verifier = WebhookVerifier::new("client secret");
//! # let body = br#"{"action": "resolved", "data": {"issue": {"id": 7, "title": "Boom"}}}"#;
//! # let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
//! # let mut headers = HeaderMap::new();
//! # headers.insert("Sentry-Hook-Resource", "issue".parse().unwrap());
//! # headers.insert("Sentry-Hook-Timestamp", now.to_string().parse().unwrap());
//! # headers.insert("Sentry-Hook-Signature", verifier.sign(body).parse().unwrap());
//! # assert_eq!(receive(&verifier, &headers, body).unwrap(), r#"done: Some("Boom")"#);
//! ```
//!
//! # What a signature proves
//!
//! It covers the body, byte for byte, and nothing else. The resource, the time and the request
//! id stand in headers that nobody signed: whoever can repeat a webhook can give it another
//! time. The window of [`WebhookVerifier::freshness`] keeps out what arrives late, not an
//! attacker, so receive over TLS, and let work that must not be done twice look at the ids in
//! the payload.
//!
//! # Answering
//!
//! Sentry waits one second and counts everything else than a success as a failure.
//! [`WebhookVerifier::handle`] makes the answer, and leaves the work to a task of yours.
//!
//! Source: [Webhooks](https://docs.sentry.io/integrations/integration-platform/webhooks/).

mod component;
mod error;
mod event;
mod handle;
mod headers;
mod payload;
mod read;
mod resource;
mod service_hook;
mod verifier;

use std::fmt;

use serde::Deserialize;
use serde_json::Value;
use serde_with::serde_as;
use time::OffsetDateTime;

use self::read::{IdText, part, text};

pub use self::component::{
    AlertRuleActionRequest, IssueLink, IssueLinkRequest, SelectOption, SelectOptionsRequest,
};
pub use self::error::WebhookError;
pub use self::payload::{
    ActivityAlertPayload, Alert, AppInfo, BuildState, CodeChange, CommentPayload, ErrorPayload,
    EventAlertPayload, FilePatch, GitInfo, GrantCode, InstallationPayload, InstallationStatus,
    InstalledApp, InstallingOrganization, IssueAlert, IssuePayload, MetricAlert, MetricAlertAction,
    MetricAlertPayload, MetricAlertRule, MetricAlertTrigger, Payload, PreprodArtifactPayload,
    PullRequest, PullRequestReference, RootCause, RootCauseStep, SeerPayload, Setting,
    SizeComparison, SizeMetricDiff, Solution, SolutionStep,
};
pub use self::resource::{Action, ActorKind, Resource};
pub use self::service_hook::ServiceHook;
pub use self::verifier::WebhookVerifier;

/// A webhook of an integration whose signature was right.
///
/// `Debug` leaves the raw JSON out.
#[derive(Clone)]
#[non_exhaustive]
pub struct Webhook {
    /// What it is about.
    pub resource: Resource,
    /// What happened; an unknown one without text where the body names none.
    pub action: Action,
    /// The UUID of the installation of the integration that it is sent for.
    pub installation: Option<String>,
    /// Who made it happen.
    pub actor: Option<Actor>,
    /// The id of the request, to look for in logs; nobody signed it.
    pub request_id: Option<String>,
    /// When Sentry sent it; nobody signed it.
    pub timestamp: OffsetDateTime,
    /// What the resource says.
    pub payload: Payload,
    json: Value,
}

/// Who made something happen.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Actor {
    /// A person or a program.
    #[serde(rename = "type")]
    pub kind: ActorKind,
    /// The id of the user, the UUID of the integration, or `sentry` for Sentry itself.
    #[serde_as(as = "Option<IdText>")]
    pub id: Option<String>,
    /// The name to show.
    pub name: Option<String>,
}

impl Webhook {
    /// The whole body as it came, an object with `action`, `actor`, `data` and `installation`;
    /// the code of an installation among it, which belongs into no log.
    #[must_use]
    pub fn json(&self) -> &Value {
        &self.json
    }

    fn read(
        resource: Resource,
        request_id: Option<String>,
        timestamp: OffsetDateTime,
        json: Value,
    ) -> Self {
        let at = |pointer| json.pointer(pointer).unwrap_or(&Value::Null);
        Self {
            payload: Payload::read(&resource, at("/data")),
            action: Action::from(text(at("/action")).unwrap_or_default().as_str()),
            installation: text(at("/installation/uuid")),
            actor: part(at("/actor")),
            resource,
            request_id,
            timestamp,
            json,
        }
    }
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook")
            .field("resource", &self.resource)
            .field("action", &self.action)
            .field("installation", &self.installation)
            .field("actor", &self.actor)
            .field("request_id", &self.request_id)
            .field("timestamp", &self.timestamp)
            .field("payload", &self.payload)
            .finish_non_exhaustive()
    }
}
