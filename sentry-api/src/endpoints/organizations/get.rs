use http::Method;
use serde::Serialize;

use super::OrganizationHandle;
use crate::call::Call;
use crate::endpoint::Endpoint;
use crate::model::Organization;

/// Gets one organization.
///
/// Source: [Retrieve an Organization](https://docs.sentry.io/api/organizations/retrieve-an-organization/).
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct GetOrganization {
    #[serde(skip)]
    organization: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    detailed: Option<&'static str>,
}

impl Endpoint for GetOrganization {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/0/organizations/{organization_id_or_slug}/";
    const SCOPES: &'static [&'static str] = &["org:read", "org:write", "org:admin"];
    type Output = Organization;

    fn path_values(&self) -> Vec<&str> {
        vec![&self.organization]
    }
}

impl OrganizationHandle {
    /// Gets the organization.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme").get().await?;
    /// assert_eq!(acme.slug, "acme");
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganization> {
        let endpoint = GetOrganization {
            organization: self.organization.clone(),
            detailed: None,
        };
        Call::new(&self.client, endpoint)
    }
}

impl Call<GetOrganization> {
    /// Tells whether the projects and teams come along, which takes long in a large organization.
    pub fn detailed(self, detailed: bool) -> Self {
        self.with(|call| call.detailed = Some(if detailed { "1" } else { "0" }))
    }
}
