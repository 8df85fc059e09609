use http::Method;
use serde::Serialize;

use crate::call::Call;
use crate::endpoint::{Endpoint, OlderRoute};
use crate::endpoints::IssueHandle;
use crate::model::{Event, EventId};

/// Gets one event of an issue.
///
/// Source: [Retrieve an Issue Event](https://docs.sentry.io/api/events/retrieve-an-issue-event/).
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationIssueEvent {
    #[serde(skip)]
    organization: String,
    #[serde(skip)]
    issue: String,
    #[serde(skip)]
    event: EventSelector,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    environment: Vec<String>,
}

/// Which event of an issue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum EventSelector {
    /// The newest one.
    #[default]
    Latest,
    /// The first one.
    Oldest,
    /// The one that tells most.
    Recommended,
    /// The one with this id.
    Id(EventId),
}

impl EventSelector {
    fn as_str(&self) -> &str {
        match self {
            Self::Latest => "latest",
            Self::Oldest => "oldest",
            Self::Recommended => "recommended",
            Self::Id(id) => id.as_str(),
        }
    }
}

impl From<&str> for EventSelector {
    fn from(text: &str) -> Self {
        match text {
            "latest" => Self::Latest,
            "oldest" => Self::Oldest,
            "recommended" => Self::Recommended,
            id => Self::Id(EventId::new(id)),
        }
    }
}

impl From<EventId> for EventSelector {
    fn from(id: EventId) -> Self {
        Self::Id(id)
    }
}

impl From<&EventId> for EventSelector {
    fn from(id: &EventId) -> Self {
        Self::Id(id.clone())
    }
}

impl From<String> for EventSelector {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<&String> for EventSelector {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl Endpoint for GetOrganizationIssueEvent {
    const METHOD: Method = Method::GET;
    const PATH: &'static str =
        "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/events/{event_id}/";
    const SCOPES: &'static [&'static str] = &["event:read", "event:write", "event:admin"];
    type Output = Event;

    fn path_values(&self) -> Vec<&str> {
        vec![&self.organization, &self.issue, self.event.as_str()]
    }

    fn older_route(&self) -> Option<OlderRoute<'_>> {
        Some(OlderRoute {
            path: "/api/0/issues/{issue_id}/events/{event_id}/",
            organization: &self.organization,
            issue: &self.issue,
            rest: vec![self.event.as_str()],
        })
    }
}

impl IssueHandle {
    /// Gets one of the issue's events: `latest`, `oldest`, `recommended`, or an event's id.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let id = client.organization("acme").issues().limit(1).await?.remove(0).id;
    /// let issue = client.organization("acme").issue(id.clone());
    /// let event = issue.event("oldest").await?;
    /// assert_eq!(event.group_id, Some(id));
    /// # Ok(())
    /// # }
    /// ```
    pub fn event(&self, event: impl Into<EventSelector>) -> Call<GetOrganizationIssueEvent> {
        let endpoint = GetOrganizationIssueEvent {
            organization: self.organization.clone(),
            issue: self.issue.clone(),
            event: event.into(),
            environment: Vec::new(),
        };
        Call::new(&self.client, endpoint)
    }

    /// Gets the issue's newest event.
    pub fn latest_event(&self) -> Call<GetOrganizationIssueEvent> {
        self.event(EventSelector::Latest)
    }
}

impl Call<GetOrganizationIssueEvent> {
    /// Adds an environment to those whose events are looked at.
    pub fn environment(self, name: impl Into<String>) -> Self {
        self.with(|call| call.environment.push(name.into()))
    }
}
