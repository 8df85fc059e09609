use crate::call::Call;
use crate::endpoints::IssueHandle;
use crate::model::{Event, EventId, LlmFormat};
use crate::operation::operation;

operation! {
    /// Gets one event of an issue.
    ///
    /// Source: [Retrieve an Issue Event](https://docs.sentry.io/api/events/retrieve-an-issue-event/).
    GetOrganizationIssueEvent(organization, issue, event)
    GET "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/events/{event_id}/" -> Event;
    scopes "event:read", "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/events/{event_id}/";

    /// Adds an environment to those whose events are looked at.
    texts environment;
    /// Asks for the event as text for a language model too.
    one llm_format: LlmFormat = "llmFormat";
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

impl From<EventSelector> for String {
    fn from(selector: EventSelector) -> Self {
        selector.as_str().to_owned()
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
        self.client.call(GetOrganizationIssueEvent::new(
            &self.organization,
            &self.issue,
            event.into(),
        ))
    }

    /// Gets the issue's newest event.
    pub fn latest_event(&self) -> Call<GetOrganizationIssueEvent> {
        self.event(EventSelector::Latest)
    }
}
