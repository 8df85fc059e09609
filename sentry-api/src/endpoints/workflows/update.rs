use super::WorkflowHandle;
use super::arguments::arguments;
use crate::call::Call;
use crate::endpoints::detectors::Group;
use crate::model::{ConditionGroup, Workflow, WorkflowConfig};
use crate::operation::operation;
use crate::wire::Numeric;

operation! {
    /// Changes a workflow.
    ///
    /// Source: [Update an Alert by ID](https://docs.sentry.io/api/monitors/update-an-alert-by-id/).
    UpdateOrganizationWorkflow(organization, workflow; name: String)
    PUT "/api/0/organizations/{organization_id_or_slug}/workflows/{workflow_id}/" -> Workflow;
    scopes "alerts:write", "org:admin", "org:write";

    /// Repeats its id.
    text id;
    /// Turns it on or off.
    one enabled: bool;
    /// The detectors that it hears of.
    own detector_ids: Vec<Numeric>;
    /// How often it may act.
    own config: WorkflowConfig;
    /// Looks at this environment alone.
    null_text environment;
    /// What sets it off.
    own triggers: Group;
    /// Adds what is done, with conditions of its own; what is not given anew is gone.
    many action_filter: ConditionGroup = "action_filters";
    /// Gives it to somebody: `user:ID` or `team:ID`.
    null_text owner;
}

arguments!(UpdateOrganizationWorkflow);

impl WorkflowHandle {
    /// Changes the workflow, whose name Sentry wants to be told in any case.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let acme = client.organization("acme");
    /// # let id = acme.workflows().await?.remove(0).id;
    /// let workflow = acme.workflow(id).update("Fewer mails").frequency(1440).await?;
    /// assert_eq!(workflow.name.as_deref(), Some("Fewer mails"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn update(&self, name: impl Into<String>) -> Call<UpdateOrganizationWorkflow> {
        self.client.call(UpdateOrganizationWorkflow::new(
            &self.organization,
            &self.workflow,
            name.into(),
        ))
    }
}
