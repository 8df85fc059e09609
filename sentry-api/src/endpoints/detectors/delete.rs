use super::DetectorHandle;
use crate::call::Call;
use crate::no_content::NoContent;
use crate::operation::operation;

operation! {
    /// Deletes a detector.
    ///
    /// Source: [Delete a Monitor](https://docs.sentry.io/api/monitors/delete-a-monitor/).
    DeleteOrganizationDetector(organization, detector)
    DELETE "/api/0/organizations/{organization_id_or_slug}/detectors/{detector_id}/" -> NoContent;
    scopes "alerts:write", "org:admin", "org:read", "org:write";
}

impl DetectorHandle {
    /// Deletes the detector.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let detectors = acme.detectors().query("type:metric_issue").await?;
    /// acme.detector(&detectors[0].id).delete().await?;
    /// let left = acme.detectors().query("type:metric_issue").await?;
    /// assert_eq!(left.len(), detectors.len() - 1);
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete(&self) -> Call<DeleteOrganizationDetector> {
        self.client.call(DeleteOrganizationDetector::new(
            &self.organization,
            &self.detector,
        ))
    }
}
