use super::DetectorHandle;
use crate::call::Call;
use crate::model::Detector;
use crate::operation::operation;

operation! {
    /// Gets one detector.
    ///
    /// Source: [Fetch a Monitor](https://docs.sentry.io/api/monitors/fetch-a-monitor/).
    GetOrganizationDetector(organization, detector)
    GET "/api/0/organizations/{organization_id_or_slug}/detectors/{detector_id}/" -> Detector;
    scopes "alerts:read", "org:admin", "org:read", "org:write";
}

impl DetectorHandle {
    /// Gets the detector.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let id = acme.detectors().await?.remove(0).id;
    /// let detector = acme.detector(&id).get().await?;
    /// assert_eq!(detector.id, id);
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganizationDetector> {
        self.client.call(GetOrganizationDetector::new(
            &self.organization,
            &self.detector,
        ))
    }
}
