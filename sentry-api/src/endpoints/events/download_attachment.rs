use super::AttachmentHandle;
use crate::call::Call;
use crate::download::Download;
use crate::operation::operation;

operation! {
    /// Downloads a file that is attached to an event; what is known of it is answered on the
    /// same route by [`GetProjectEventAttachment`](super::GetProjectEventAttachment).
    ///
    /// Source: [Retrieve an Event Attachment](https://docs.sentry.io/api/events/retrieve-an-event-attachment/).
    DownloadProjectEventAttachment(organization, project, event, attachment; download: u8)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/events/{event_id}/attachments/{attachment_id}/"
        -> Download;
    scopes "project:read", "project:write", "project:admin";
}

impl AttachmentHandle {
    /// Gets the content of the file, as a stream.
    ///
    /// Whoever sent the event chose name, type and content.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let event = acme.issue("SHOP-ANDROID-3D").latest_event().await?;
    /// let event = acme.project("shop-android").event(event.event_id);
    /// let listed = event.attachments().query("logcat").await?.remove(0);
    ///
    /// let file = event.attachment(&listed.id).content().download().await?;
    /// assert_eq!(file.content_type(), Some("text/plain"));
    /// assert_eq!(file.length(), listed.size);
    /// let text = file.collect(1024 * 1024).await?;
    /// assert!(text.ends_with(b"\n"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn content(&self) -> Call<DownloadProjectEventAttachment> {
        self.client.call(DownloadProjectEventAttachment::new(
            &self.organization,
            &self.project,
            &self.event,
            &self.attachment,
            1,
        ))
    }
}
