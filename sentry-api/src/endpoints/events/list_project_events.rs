use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::model::Event;
use crate::operation::operation;

operation! {
    /// Lists the errors of a project, the newest first.
    ///
    /// They come in a short form, without their parts and contexts, unless `full` asks for all
    /// of them.
    ///
    /// Source: [List a Project's Error Events](https://docs.sentry.io/api/events/list-a-projects-error-events/).
    ListProjectEvents(organization, project)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/events/" -> pages of Event;
    scopes "project:read", "project:write", "project:admin";
    within period;

    /// Asks for whole events, with their stack traces.
    one full: bool;
    /// Mixes them, in an order that stays the same for the same arguments.
    one sample: bool;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl ProjectHandle {
    /// Lists the project's errors, the newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// let events = project.events().stats_period("24h").await?;
    /// assert!(events.iter().all(|event| event.kind() != Some("transaction")));
    /// # Ok(())
    /// # }
    /// ```
    pub fn events(&self) -> Call<ListProjectEvents> {
        self.client
            .call(ListProjectEvents::new(&self.organization, &self.project))
    }
}
