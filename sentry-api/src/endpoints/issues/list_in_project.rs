use super::IssueSort;
use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::model::Issue;
use crate::operation::operation;

operation! {
    /// Searches the issues of a project; deprecated in favor of the organization's.
    ///
    /// Source: [List a Project's Issues](https://docs.sentry.io/api/events/list-a-projects-issues/).
    ListProjectIssues(organization, project)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/issues/" -> pages of Issue;
    scopes "event:read";

    /// Keeps the issues that match a search.
    text query;
    /// Sets the period of the counts over time: `24h`, `14d`, or nothing for none.
    text stats_period = "statsPeriod";
    /// Tells whether a query that is a short id finds that issue, whatever its project; servers
    /// that look for `1` pass over it.
    one short_id_lookup: bool = "shortIdLookup";
    /// Keeps the issues with these hashes, at most 100, in the place of a search.
    text hashes;
    /// Sets the order; [`IssueSort::Recommended`] is none of them here.
    one sort: IssueSort;
    /// Sets how many there are on a page, at most 100.
    one limit: u32;
}

impl ProjectHandle {
    /// Searches the project's issues, as older servers do it. The search of an
    /// [organization](crate::endpoints::OrganizationHandle::issues) with the project named
    /// can do more.
    ///
    /// Without a query Sentry answers the unresolved issues; an empty one asks for all.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// let issues = project.issues().query("is:unresolved level:error").limit(3).await?;
    /// assert_eq!(issues.len(), 3);
    /// # Ok(())
    /// # }
    /// ```
    pub fn issues(&self) -> Call<ListProjectIssues> {
        self.client
            .call(ListProjectIssues::new(&self.organization, &self.project))
    }
}
