use super::AttachmentHandle;
use crate::call::Call;
use crate::model::Attachment;
use crate::operation::operation;

operation! {
    /// Gets what is known of a file that is attached to an event.
    ///
    /// Source: [Retrieve an Event Attachment](https://docs.sentry.io/api/events/retrieve-an-event-attachment/).
    GetProjectEventAttachment(organization, project, event, attachment)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/events/{event_id}/attachments/{attachment_id}/"
        -> Attachment;
    scopes "project:read", "project:write", "project:admin";
}

impl AttachmentHandle {
    /// Gets what is known of the file.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let event = acme.issue("SHOP-ANDROID-3D").latest_event().await?;
    /// let event = acme.project("shop-android").event(event.event_id);
    /// let listed = event.attachments().await?.remove(0);
    /// assert_eq!(event.attachment(&listed.id).get().await?, listed);
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetProjectEventAttachment> {
        self.client.call(GetProjectEventAttachment::new(
            &self.organization,
            &self.project,
            &self.event,
            &self.attachment,
        ))
    }
}
