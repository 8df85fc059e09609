use super::{CombinedRule, CombinedRuleType};
use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::operation::operation;

operation! {
    /// Lists the rules of all kinds of an organization.
    ListOrganizationCombinedRules(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/combined-rules/" -> pages of CombinedRule;
    scopes "alerts:read", "org:admin", "org:read", "org:write";

    /// Keeps the rules whose name has this in it.
    text name;
    /// Adds a kind to those that are listed.
    many alert_type: CombinedRuleType = "alertType";
    /// Adds a project, by its id, to those whose rules are listed.
    texts project;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the organization's rules of all kinds.
    ///
    /// ```
    /// use sentry_api::endpoints::CombinedRuleType;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let rules = client.organization("acme").combined_rules().alert_type(CombinedRuleType::Rule).await?;
    /// assert_eq!(rules[0].name.as_deref(), Some("Urgent issues to Platform"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn combined_rules(&self) -> Call<ListOrganizationCombinedRules> {
        self.client
            .call(ListOrganizationCombinedRules::new(&self.organization))
    }
}
