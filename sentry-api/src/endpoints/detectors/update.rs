use serde_json::Value;

use super::DetectorHandle;
use super::arguments::{Group, arguments};
use crate::call::Call;
use crate::model::{Detector, DetectorConfig, DetectorType};
use crate::operation::operation;
use crate::wire::Numeric;

operation! {
    /// Changes a detector; what is not set stays as it is.
    ///
    /// Source: [Update a Monitor by ID](https://docs.sentry.io/api/monitors/update-a-monitor-by-id/).
    UpdateOrganizationDetector(organization, detector; name: String, kind: DetectorType = "type")
    PUT "/api/0/organizations/{organization_id_or_slug}/detectors/{detector_id}/" -> Detector;
    scopes "alerts:write", "org:admin", "org:read", "org:write";

    /// The workflows that hear of its issues.
    own workflow_ids: Vec<Numeric>;
    /// What it looks at.
    own data_sources: Vec<Value>;
    /// Sets how it compares.
    one config: DetectorConfig;
    /// When it opens an issue and when it resolves it.
    own condition_group: Group;
    /// Gives it to somebody: `user:ID` or `team:ID`.
    null_text owner;
    /// Says something in the issues that it opens.
    null_text description;
    /// Turns it on or off.
    one enabled: bool;
}

arguments!(UpdateOrganizationDetector);

impl DetectorHandle {
    /// Changes the detector, whose name and kind Sentry wants to be told in any case.
    ///
    /// ```
    /// use sentry_api::model::DetectorType;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let acme = client.organization("acme");
    /// # let id = acme.detectors().query("type:metric_issue").await?.remove(0).id;
    /// let detector = acme.detector(id);
    /// let quiet = detector.update("Too many errors", DetectorType::MetricIssue).enabled(false).await?;
    /// assert_eq!((quiet.name.as_deref(), quiet.enabled), (Some("Too many errors"), Some(false)));
    /// # Ok(())
    /// # }
    /// ```
    pub fn update(
        &self,
        name: impl Into<String>,
        kind: DetectorType,
    ) -> Call<UpdateOrganizationDetector> {
        self.client.call(UpdateOrganizationDetector::new(
            &self.organization,
            &self.detector,
            name.into(),
            kind,
        ))
    }
}
