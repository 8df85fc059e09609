use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::Workflow;
use crate::operation::operation;

operation! {
    /// Lists the workflows of an organization.
    ///
    /// Source: [Fetch Alerts](https://docs.sentry.io/api/monitors/fetch-alerts/).
    ListOrganizationWorkflows(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/workflows/" -> pages of Workflow;
    scopes "alerts:read", "org:admin", "org:read", "org:write";

    /// Sorts by `name`, `id`, `dateCreated`, `dateUpdated`, `connectedDetectors`, `actions` or
    /// `priorityDetector`, with `-` before it for the reverse.
    text sort_by = "sortBy";
    /// Keeps the workflows that match.
    text query;
    /// Adds a workflow, by its id, to those that are listed.
    texts id;
    /// Adds a project, by its slug or id, to those whose workflows are listed.
    texts project;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the organization's workflows.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let workflows = client.organization("acme").workflows().query("cron").await?;
    /// let minutes = workflows[0].config.as_ref().and_then(|config| config.frequency);
    /// assert_eq!(minutes, Some(60));
    /// # Ok(())
    /// # }
    /// ```
    pub fn workflows(&self) -> Call<ListOrganizationWorkflows> {
        self.client
            .call(ListOrganizationWorkflows::new(&self.organization))
    }
}
