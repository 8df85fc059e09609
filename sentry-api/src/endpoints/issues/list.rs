use http::Method;
use serde::Serialize;
use serde_with::serde_as;
use time::OffsetDateTime;

use super::IssueExpand;
use crate::call::Call;
use crate::endpoint::{Endpoint, Paginated};
use crate::endpoints::OrganizationHandle;
use crate::model::Issue;
use crate::page::Cursor;
use crate::wire::{Time, open_enum};

/// Searches the issues of an organization.
///
/// Source: [List an Organization's Issues](https://docs.sentry.io/api/events/list-an-organizations-issues/).
#[serde_as]
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListOrganizationIssues {
    #[serde(skip)]
    organization: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    project: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    environment: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stats_period: Option<String>,
    #[serde_as(as = "Time")]
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<OffsetDateTime>,
    #[serde_as(as = "Time")]
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<OffsetDateTime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sort: Option<IssueSort>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    expand: Vec<IssueExpand>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    collapse: Vec<IssueCollapse>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_stats_period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_id_lookup: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    view_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<Cursor>,
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

impl Endpoint for ListOrganizationIssues {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/0/organizations/{organization_id_or_slug}/issues/";
    const SCOPES: &'static [&'static str] = &["event:read", "event:write", "event:admin"];
    type Output = Vec<Issue>;

    fn path_values(&self) -> Vec<&str> {
        vec![&self.organization]
    }
}

impl Paginated for ListOrganizationIssues {
    type Item = Issue;

    fn items(output: Self::Output) -> Vec<Issue> {
        output
    }

    fn set_cursor(&mut self, cursor: Cursor) {
        self.cursor = Some(cursor);
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
        let endpoint = ListOrganizationIssues {
            organization: self.organization.clone(),
            ..ListOrganizationIssues::default()
        };
        Call::new(&self.client, endpoint)
    }
}

impl Call<ListOrganizationIssues> {
    /// Keeps the issues that match a search.
    pub fn query(self, query: impl Into<String>) -> Self {
        self.with(|call| call.query = Some(query.into()))
    }

    /// Adds a project, by its slug or id, to those that are searched; `-1` stands for all.
    pub fn project(self, id_or_slug: impl Into<String>) -> Self {
        self.with(|call| call.project.push(id_or_slug.into()))
    }

    /// Adds an environment to those that are searched.
    pub fn environment(self, name: impl Into<String>) -> Self {
        self.with(|call| call.environment.push(name.into()))
    }

    /// Looks at the newest events alone, such as those of the last `24h` or `14d`.
    pub fn stats_period(self, period: impl Into<String>) -> Self {
        self.with(|call| call.stats_period = Some(period.into()))
    }

    /// Looks at the events between two moments alone.
    pub fn between(self, start: OffsetDateTime, end: OffsetDateTime) -> Self {
        self.with(|call| {
            call.start = Some(start);
            call.end = Some(end);
        })
    }

    /// Sets the order.
    pub fn sort(self, sort: IssueSort) -> Self {
        self.with(|call| call.sort = Some(sort))
    }

    /// Sets how many there are on a page, at most 100.
    pub fn limit(self, limit: u32) -> Self {
        self.with(|call| call.limit = Some(limit))
    }

    /// Asks for more of each issue.
    pub fn expand(self, expand: IssueExpand) -> Self {
        self.with(|call| call.expand.push(expand))
    }

    /// Asks for less of each issue.
    pub fn collapse(self, collapse: IssueCollapse) -> Self {
        self.with(|call| call.collapse.push(collapse))
    }

    /// Sets the period of the counts over time: `24h`, `14d`, `auto`, or nothing for none.
    pub fn group_stats_period(self, period: impl Into<String>) -> Self {
        self.with(|call| call.group_stats_period = Some(period.into()))
    }

    /// Tells whether a query that is a short id finds that issue alone.
    pub fn short_id_lookup(self, lookup: bool) -> Self {
        self.with(|call| call.short_id_lookup = Some(if lookup { "1" } else { "0" }))
    }

    /// Takes query and order from a view that was saved.
    pub fn view_id(self, view: impl Into<String>) -> Self {
        self.with(|call| call.view_id = Some(view.into()))
    }
}
