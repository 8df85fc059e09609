use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::Issue;
use crate::operation::operation;
use crate::wire::open_enum;

operation! {
    /// Searches the issues of an organization.
    ///
    /// Source: [List an Organization's Issues](https://docs.sentry.io/api/events/list-an-organizations-issues/).
    ListOrganizationIssues(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/issues/" -> pages of Issue;
    scopes "event:read", "event:write", "event:admin";
    within period;

    /// Keeps the issues that match a search.
    text query;
    /// Adds a project, by its slug or id, to those that are searched; `-1` stands for all.
    texts project;
    /// Adds an environment to those that are searched.
    texts environment;
    /// Sets the order.
    one sort: IssueSort;
    /// Sets how many there are on a page, at most 100.
    one limit: u32;
    /// Asks for more of each issue.
    many expand: IssueExpand;
    /// Asks for less of each issue.
    many collapse: IssueCollapse;
    /// Sets the period of the counts over time: `24h`, `14d`, `auto`, or nothing for none.
    text group_stats_period = "groupStatsPeriod";
    /// Tells whether a query that is a short id finds that issue alone.
    bit short_id_lookup = "shortIdLookup";
    /// Takes query and order from a view that was saved.
    text view_id = "viewId";
}

open_enum! {
    /// The order of a list of issues.
    IssueSort {
        /// The issue with the newest event first.
        Date = "date",
        /// The newest issue first.
        New = "new",
        /// The most frequent first.
        Freq = "freq",
        /// The one that touched the most users first.
        User = "user",
        /// By how recent and how frequent it is.
        Trends = "trends",
        /// The one that came into the inbox last first.
        Inbox = "inbox",
        /// As Sentry thinks best.
        Recommended = "recommended",
    }

    /// What each issue of a list brings along when it is asked for.
    IssueExpand {
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
        /// How many sessions its project had.
        Sessions = "sessions",
    }

    /// What a list of issues leaves out, to be faster.
    IssueCollapse {
        /// All but the id.
        Base = "base",
        /// Counts within the filter.
        Filtered = "filtered",
        /// Counts over all time, and with them `count`, `userCount`, `firstSeen` and `lastSeen`.
        Lifetime = "lifetime",
        /// Counts over time.
        Stats = "stats",
        /// Whether errors were caught.
        Unhandled = "unhandled",
    }
}

impl OrganizationHandle {
    /// Searches the organization's issues.
    ///
    /// Without a query Sentry answers the unresolved issues; an empty one asks for all.
    ///
    /// ```
    /// use sentry_api::endpoints::IssueSort;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let page = client
    ///     .organization("acme")
    ///     .issues()
    ///     .query("is:unresolved level:error")
    ///     .sort(IssueSort::Freq)
    ///     .limit(5)
    ///     .page()
    ///     .await?;
    /// assert_eq!(page.items.len(), 5);
    /// assert!(page.next.is_some());
    /// # Ok(())
    /// # }
    /// ```
    pub fn issues(&self) -> Call<ListOrganizationIssues> {
        self.client
            .call(ListOrganizationIssues::new(&self.organization))
    }
}
