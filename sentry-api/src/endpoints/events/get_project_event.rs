use super::EventHandle;
use crate::call::Call;
use crate::model::Event;
use crate::operation::operation;

operation! {
    /// Gets one event of a project.
    ///
    /// Source: [Retrieve an Event for a Project](https://docs.sentry.io/api/events/retrieve-an-event-for-a-project/).
    GetProjectEvent(organization, project, event)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/events/{event_id}/" -> Event;
    scopes "project:read", "project:write", "project:admin";

    /// Adds an environment to those of which the next and the previous event are named.
    texts environment;
}

impl EventHandle {
    /// Gets the event.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// let newest = project.events().await?.remove(0);
    /// let whole = project.event(&newest.event_id).get().await?;
    /// assert_eq!(whole.title, newest.title);
    /// assert!(!whole.entries.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetProjectEvent> {
        self.client.call(GetProjectEvent::new(
            &self.organization,
            &self.project,
            &self.event,
        ))
    }
}
