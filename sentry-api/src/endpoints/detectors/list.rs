use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::Detector;
use crate::operation::operation;

operation! {
    /// Lists the detectors of an organization.
    ///
    /// Source: [Fetch an Organization's Monitors](https://docs.sentry.io/api/monitors/fetch-an-organizations-monitors/).
    ListOrganizationDetectors(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/detectors/" -> pages of Detector;
    scopes "alerts:read", "org:admin", "org:read", "org:write";

    /// Adds a project, by its slug or id, to those whose detectors are listed.
    texts project;
    /// Keeps the detectors that match, such as `type:metric_issue assignee:me`.
    text query;
    /// Sorts by `name`, `id`, `type`, `connectedWorkflows`, `latestGroup` or `openIssues`, with
    /// `-` before it for the reverse.
    text sort_by = "sortBy";
    /// Adds a detector, by its id, to those that are listed.
    texts id;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the organization's detectors.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let crons = client.organization("acme").detectors().query("type:monitor_check_in_failure").await?;
    /// let issue = crons[0].latest_group.as_ref().and_then(|issue| issue.short_id.as_deref());
    /// assert_eq!(issue, Some("MAIL-WORKER-1S"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn detectors(&self) -> Call<ListOrganizationDetectors> {
        self.client
            .call(ListOrganizationDetectors::new(&self.organization))
    }
}
