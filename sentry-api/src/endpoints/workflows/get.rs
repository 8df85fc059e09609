use super::WorkflowHandle;
use crate::call::Call;
use crate::model::Workflow;
use crate::operation::operation;

operation! {
    /// Gets one workflow.
    ///
    /// Source: [Fetch an Alert](https://docs.sentry.io/api/monitors/fetch-an-alert/).
    GetOrganizationWorkflow(organization, workflow)
    GET "/api/0/organizations/{organization_id_or_slug}/workflows/{workflow_id}/" -> Workflow;
    scopes "alerts:read", "org:admin", "org:read", "org:write";
}

impl WorkflowHandle {
    /// Gets the workflow.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let id = acme.workflows().await?.remove(0).id;
    /// let workflow = acme.workflow(id).get().await?;
    /// assert_eq!(workflow.enabled, Some(true));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganizationWorkflow> {
        self.client.call(GetOrganizationWorkflow::new(
            &self.organization,
            &self.workflow,
        ))
    }
}
