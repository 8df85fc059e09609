use super::arguments::arguments;
use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::endpoints::detectors::Group;
use crate::model::{ConditionGroup, Workflow, WorkflowConfig};
use crate::operation::operation;
use crate::wire::Numeric;

operation! {
    /// Makes a workflow.
    ///
    /// Source: [Create an Alert for an Organization](https://docs.sentry.io/api/monitors/create-an-alert-for-an-organization/).
    CreateOrganizationWorkflow(organization; name: String)
    POST "/api/0/organizations/{organization_id_or_slug}/workflows/" -> Workflow;
    scopes "alerts:write", "org:admin", "org:write";

    /// Names the workflow that it takes the place of.
    text id;
    /// Turns it on or off.
    one enabled: bool;
    /// The detectors that it hears of.
    own detector_ids: Vec<Numeric>;
    /// How often it may act.
    own config: WorkflowConfig;
    /// Looks at this environment alone.
    text environment;
    /// What sets it off.
    own triggers: Group;
    /// Adds what is done, with conditions of its own.
    many action_filter: ConditionGroup = "action_filters";
    /// Gives it to somebody: `user:ID` or `team:ID`.
    text owner;
}

arguments!(CreateOrganizationWorkflow);

impl OrganizationHandle {
    /// Makes a workflow with this name.
    ///
    /// ```
    /// use sentry_api::model::{Action, Condition, ConditionGroup, LogicType};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let new_or_back = ConditionGroup::new(LogicType::AnyShort)
    ///     .condition(Condition::event("first_seen_event"))
    ///     .condition(Condition::event("regression_event"));
    /// let tell_platform = ConditionGroup::new(LogicType::All).action(Action::email_team("812"));
    /// let workflow = client
    ///     .organization("acme")
    ///     .create_workflow("New or back")
    ///     .triggers(new_or_back)
    ///     .action_filter(tell_platform)
    ///     .frequency(60)
    ///     .await?;
    /// assert_eq!(workflow.action_filters[0].actions[0].kind, "email");
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_workflow(&self, name: impl Into<String>) -> Call<CreateOrganizationWorkflow> {
        self.client.call(CreateOrganizationWorkflow::new(
            &self.organization,
            name.into(),
        ))
    }
}
