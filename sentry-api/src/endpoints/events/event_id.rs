use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::{Event, EventId, IssueId};
use crate::operation::operation;

operation! {
    /// Finds the project and the issue of an event.
    ///
    /// Source: [Resolve an Event ID](https://docs.sentry.io/api/organizations/resolve-an-event-id/).
    ResolveOrganizationEventId(organization, event)
    GET "/api/0/organizations/{organization_id_or_slug}/eventids/{event_id}/" -> ResolvedEvent;
    scopes "org:read", "org:write", "org:admin";
}

/// An event with the place where it belongs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ResolvedEvent {
    /// The event's id.
    pub event_id: EventId,
    /// The organization's slug.
    pub organization_slug: Option<String>,
    /// The project's slug.
    pub project_slug: Option<String>,
    /// The numeric id of its issue; a transaction has none.
    pub group_id: Option<IssueId>,
    /// The event.
    pub event: Option<Event>,
}

impl OrganizationHandle {
    /// Finds the project and the issue of an event by its id, 32 hexadecimal digits.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let event = acme.issue("SHOP-API-1F").latest_event().await?;
    /// let found = acme.event_id(&event.event_id).await?;
    /// assert_eq!(found.project_slug.as_deref(), Some("shop-api"));
    /// assert_eq!(found.group_id, event.group_id);
    /// # Ok(())
    /// # }
    /// ```
    pub fn event_id(&self, event_id: impl Into<String>) -> Call<ResolveOrganizationEventId> {
        self.client.call(ResolveOrganizationEventId::new(
            &self.organization,
            event_id,
        ))
    }
}
