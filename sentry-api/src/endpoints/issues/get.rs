use super::IssueHandle;
use crate::call::Call;
use crate::model::Issue;
use crate::operation::operation;
use crate::wire::open_enum;

operation! {
    /// Gets one issue.
    ///
    /// Source: [Retrieve an Issue](https://docs.sentry.io/api/events/retrieve-an-issue/).
    GetOrganizationIssue(organization, issue)
    GET "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/" -> Issue;
    scopes "event:read", "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/";

    /// Adds an environment to those whose events are counted.
    texts environment;
    /// Asks for more.
    many expand: IssueDetailExpand;
    /// Asks for less.
    many collapse: IssueDetailCollapse;
}

open_enum! {
    /// What one issue brings along when it is asked for.
    IssueDetailExpand {
        /// How many events are expected.
        Forecast = "forecast",
        /// Why it is in the inbox.
        Inbox = "inbox",
        /// Issues of other systems that it is linked with.
        IntegrationIssues = "integrationIssues",
        /// Whether its latest event has attachments.
        LatestEventHasAttachments = "latestEventHasAttachments",
        /// Who is suspected to own it.
        Owners = "owners",
        /// Issues of applications that it is linked with.
        SentryAppIssues = "sentryAppIssues",
    }

    /// What one issue leaves out, to be faster.
    IssueDetailCollapse {
        /// The first and the last release.
        Release = "release",
        /// Counts over time.
        Stats = "stats",
        /// The tags with the values that are most frequent.
        Tags = "tags",
    }
}

impl IssueHandle {
    /// Gets the issue.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let short_id = client.organization("acme").issues().limit(1).await?.remove(0).short_id.unwrap_or_default();
    /// let issue = client.organization("acme").issue(&short_id).get().await?;
    /// assert_eq!(issue.short_id, Some(short_id));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganizationIssue> {
        self.client
            .call(GetOrganizationIssue::new(&self.organization, &self.issue))
    }
}
