use super::{AlertRule, AlertRuleHandle};
use crate::call::Call;
use crate::operation::operation;

operation! {
    /// Gets one alert rule on a metric.
    GetOrganizationAlertRule(organization, alert_rule)
    GET "/api/0/organizations/{organization_id_or_slug}/alert-rules/{alert_rule_id}/" -> AlertRule;
    scopes "alerts:read", "org:admin", "org:read", "org:write";
}

impl AlertRuleHandle {
    /// Gets the rule.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let id = acme.alert_rules().await?.remove(0).id;
    /// let rule = acme.alert_rule(id).get().await?;
    /// assert_eq!(rule.aggregate.as_deref(), Some("count()"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganizationAlertRule> {
        self.client.call(GetOrganizationAlertRule::new(
            &self.organization,
            &self.alert_rule,
        ))
    }
}
