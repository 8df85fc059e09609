use super::OrganizationHandle;
use crate::call::Call;
use crate::model::Environment;
use crate::operation::operation;
use crate::wire::open_enum;

operation! {
    /// Lists the environments of an organization.
    ///
    /// Source: [List an Organization's Environments](https://docs.sentry.io/api/environments/list-an-organizations-environments/).
    ListOrganizationEnvironments(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/environments/" -> Vec<Environment>;
    scopes "org:read", "org:write", "org:admin";

    /// Keeps the environments that can be seen, which it does otherwise, or those that cannot.
    one visibility: EnvironmentVisibility;
}

open_enum! {
    /// Whether environments are hidden.
    EnvironmentVisibility {
        /// All of them.
        All = "all",
        /// Those that are hidden.
        Hidden = "hidden",
        /// Those that are not.
        Visible = "visible",
    }
}

impl OrganizationHandle {
    /// Lists the organization's environments.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let environments = client.organization("acme").environments().await?;
    /// assert!(environments.iter().any(|own| own.name.as_deref() == Some("production")));
    /// # Ok(())
    /// # }
    /// ```
    pub fn environments(&self) -> Call<ListOrganizationEnvironments> {
        self.client
            .call(ListOrganizationEnvironments::new(&self.organization))
    }
}
