use crate::call::Call;
use crate::endpoints::IssueHandle;
use crate::model::Event;
use crate::operation::operation;

operation! {
    /// Lists the events of an issue, the newest first.
    ///
    /// They come in a short form, without their parts and contexts, unless `full` asks for all
    /// of them.
    ///
    /// Source: [List an Issue's Events](https://docs.sentry.io/api/events/list-an-issues-events/).
    ListOrganizationIssueEvents(organization, issue)
    GET "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/events/" -> pages of Event;
    scopes "event:read", "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/events/";
    within period;

    /// Keeps the events that match a search.
    text query;
    /// Adds an environment to those whose events are listed.
    texts environment;
    /// Asks for whole events, with their stack traces.
    one full: bool;
    /// Mixes them, in an order that stays the same for the same arguments.
    one sample: bool;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl IssueHandle {
    /// Lists the issue's events, the newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let issue = client.organization("acme").issue("SHOP-API-1F");
    /// let events = issue.events().query("environment:production").full(true).await?;
    /// assert_eq!(events[0].event_id, issue.latest_event().await?.event_id);
    /// assert!(events[0].exceptions().count() > 0);
    /// # Ok(())
    /// # }
    /// ```
    pub fn events(&self) -> Call<ListOrganizationIssueEvents> {
        self.client.call(ListOrganizationIssueEvents::new(
            &self.organization,
            &self.issue,
        ))
    }
}
