use super::EventHandle;
use crate::call::Call;
use crate::model::Attachment;
use crate::operation::operation;

operation! {
    /// Lists the files that are attached to an event.
    ///
    /// Source: [List an Event's Attachments](https://docs.sentry.io/api/events/list-an-events-attachments/).
    ListProjectEventAttachments(organization, project, event)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/events/{event_id}/attachments/"
        -> pages of Attachment;
    scopes "project:read", "project:write", "project:admin";

    /// Keeps the files with this text in their name, or screenshots with `is:screenshot`.
    text query;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl EventHandle {
    /// Lists the files that are attached to the event.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let event = acme.issue("SHOP-ANDROID-3D").latest_event().await?;
    /// let event = acme.project("shop-android").event(event.event_id);
    /// let screenshots = event.attachments().query("is:screenshot").await?;
    /// assert_eq!(screenshots[0].mimetype.as_deref(), Some("image/png"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn attachments(&self) -> Call<ListProjectEventAttachments> {
        self.client.call(ListProjectEventAttachments::new(
            &self.organization,
            &self.project,
            &self.event,
        ))
    }
}
