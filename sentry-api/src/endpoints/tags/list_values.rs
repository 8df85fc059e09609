use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::TagValue;
use crate::operation::operation;

operation! {
    /// Lists the values that a tag has in an organization's events; undocumented.
    ListOrganizationTagValues(organization, key)
    GET "/api/0/organizations/{organization_id_or_slug}/tags/{key}/values/" -> pages of TagValue;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Keeps the values with this text in them.
    text query;
    /// Adds a project, by its id, to those whose events are looked at; `-1` stands for all.
    texts project;
    /// Adds an environment to those whose events are looked at.
    texts environment;
    /// Sets the order: `-last_seen` or `-count`.
    text sort;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the values that a tag has in the organization's events.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let values = client.organization("acme").tag_values("environment").query("prod").await?;
    /// assert_eq!(values[0].value.as_deref(), Some("production"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn tag_values(&self, key: impl Into<String>) -> Call<ListOrganizationTagValues> {
        self.client
            .call(ListOrganizationTagValues::new(&self.organization, key))
    }
}
