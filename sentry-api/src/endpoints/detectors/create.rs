use serde_json::Value;

use super::arguments::{Group, arguments};
use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::model::{Detector, DetectorConfig, DetectorType};
use crate::operation::operation;
use crate::wire::Numeric;

operation! {
    /// Makes a detector for a project.
    ///
    /// Source: [Create a Monitor for a Project](https://docs.sentry.io/api/monitors/create-a-monitor-for-a-project/).
    CreateOrganizationProjectDetector(organization, project; name: String, kind: DetectorType = "type")
    POST "/api/0/organizations/{organization_id_or_slug}/projects/{project_id_or_slug}/detectors/"
        -> Detector;
    scopes "alerts:write", "project:admin", "project:write";

    /// The workflows that hear of its issues.
    own workflow_ids: Vec<Numeric>;
    /// What it looks at.
    own data_sources: Vec<Value>;
    /// Sets how it compares.
    one config: DetectorConfig;
    /// When it opens an issue and when it resolves it.
    own condition_group: Group;
    /// Gives it to somebody: `user:ID` or `team:ID`.
    text owner;
    /// Says something in the issues that it opens.
    text description;
    /// Turns it on or off.
    one enabled: bool;
}

arguments!(CreateOrganizationProjectDetector);

impl ProjectHandle {
    /// Makes a detector with this name that looks for this.
    ///
    /// ```
    /// use sentry_api::model::{
    ///     Condition, ConditionGroup, DetectorConfig, DetectorPriority, DetectorType, LogicType,
    ///     MetricQuery,
    /// };
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let conditions = ConditionGroup::new(LogicType::Any)
    ///     .condition(Condition::above(100.0, DetectorPriority::High))
    ///     .condition(Condition::resolved_at_most(100.0));
    /// let detector = client
    ///     .organization("acme")
    ///     .project("shop-api")
    ///     .create_detector("Errors of the checkout", DetectorType::MetricIssue)
    ///     .data_source(MetricQuery::errors("count()").query("transaction:/checkout").time_window(900))
    ///     .config(DetectorConfig::fixed())
    ///     .condition_group(conditions)
    ///     .owner("team:812")
    ///     .await?;
    /// assert_eq!(detector.condition_group.map(|group| group.conditions.len()), Some(2));
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_detector(
        &self,
        name: impl Into<String>,
        kind: DetectorType,
    ) -> Call<CreateOrganizationProjectDetector> {
        self.client.call(CreateOrganizationProjectDetector::new(
            &self.organization,
            &self.project,
            name.into(),
            kind,
        ))
    }
}
