use super::AlertRule;
use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::operation::operation;

operation! {
    /// Lists the alert rules on metrics of an organization.
    ListOrganizationAlertRules(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/alert-rules/" -> pages of AlertRule;
    scopes "alerts:read", "org:admin", "org:read", "org:write";

    /// Adds a project, by its id, to those whose rules are listed.
    texts project;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the organization's alert rules on metrics.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let rules = client.organization("acme").alert_rules().await?;
    /// assert_eq!(rules[0].triggers[0].alert_threshold, Some(500.0));
    /// # Ok(())
    /// # }
    /// ```
    pub fn alert_rules(&self) -> Call<ListOrganizationAlertRules> {
        self.client
            .call(ListOrganizationAlertRules::new(&self.organization))
    }
}
