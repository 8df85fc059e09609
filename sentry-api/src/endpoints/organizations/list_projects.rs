use http::Method;
use serde::Serialize;

use super::OrganizationHandle;
use crate::call::Call;
use crate::endpoint::{Endpoint, Paginated};
use crate::model::Project;
use crate::page::Cursor;

/// Lists the projects of an organization.
///
/// Source: [List an Organization's Projects](https://docs.sentry.io/api/organizations/list-an-organizations-projects/).
#[derive(Debug, Clone, Default, Serialize)]
#[non_exhaustive]
pub struct ListOrganizationProjects {
    #[serde(skip)]
    organization: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    per_page: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<Cursor>,
}

impl Endpoint for ListOrganizationProjects {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/0/organizations/{organization_id_or_slug}/projects/";
    const SCOPES: &'static [&'static str] = &["org:read", "org:write", "org:admin"];
    type Output = Vec<Project>;

    fn path_values(&self) -> Vec<&str> {
        vec![&self.organization]
    }
}

impl Paginated for ListOrganizationProjects {
    type Item = Project;

    fn items(output: Self::Output) -> Vec<Project> {
        output
    }

    fn set_cursor(&mut self, cursor: Cursor) {
        self.cursor = Some(cursor);
    }
}

impl OrganizationHandle {
    /// Lists the organization's projects.
    ///
    /// ```
    /// use futures::TryStreamExt;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let projects: Vec<_> = client.organization("acme").projects().stream().try_collect().await?;
    /// assert_eq!(projects.len(), 5);
    /// # Ok(())
    /// # }
    /// ```
    pub fn projects(&self) -> Call<ListOrganizationProjects> {
        let endpoint = ListOrganizationProjects {
            organization: self.organization.clone(),
            ..ListOrganizationProjects::default()
        };
        Call::new(&self.client, endpoint)
    }
}

impl Call<ListOrganizationProjects> {
    /// Keeps the projects that match, such as `slug:shop-api` or a part of the name.
    pub fn query(self, query: impl Into<String>) -> Self {
        self.with(|call| call.query = Some(query.into()))
    }

    /// Sets how many there are on a page, at most 100.
    pub fn per_page(self, per_page: u32) -> Self {
        self.with(|call| call.per_page = Some(per_page))
    }
}
