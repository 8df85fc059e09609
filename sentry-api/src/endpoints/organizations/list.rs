use http::Method;
use serde::Serialize;

use crate::call::Call;
use crate::client::Client;
use crate::endpoint::{Endpoint, Paginated};
use crate::model::Organization;
use crate::page::Cursor;

/// Lists the organizations that the token can see.
///
/// Source: [List Your Organizations](https://docs.sentry.io/api/organizations/list-your-organizations/).
#[derive(Debug, Clone, Default, Serialize)]
#[non_exhaustive]
pub struct ListOrganizations {
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<String>,
    #[serde(rename = "sortBy", skip_serializing_if = "Option::is_none")]
    sort_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    per_page: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<Cursor>,
}

impl Endpoint for ListOrganizations {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/0/organizations/";
    const SCOPES: &'static [&'static str] = &["org:read", "org:write", "org:admin"];
    type Output = Vec<Organization>;

    fn path_values(&self) -> Vec<&str> {
        Vec::new()
    }
}

impl Paginated for ListOrganizations {
    type Item = Organization;

    fn items(output: Self::Output) -> Vec<Organization> {
        output
    }

    fn set_cursor(&mut self, cursor: Cursor) {
        self.cursor = Some(cursor);
    }
}

impl Client {
    /// Lists the organizations that the token can see.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let organizations = client.organizations().await?;
    /// assert_eq!(organizations[0].slug, "acme");
    /// # Ok(())
    /// # }
    /// ```
    pub fn organizations(&self) -> Call<ListOrganizations> {
        Call::new(self, ListOrganizations::default())
    }
}

impl Call<ListOrganizations> {
    /// Keeps the organizations that the caller owns.
    pub fn owner(self, owner: bool) -> Self {
        self.with(|call| call.owner = Some(owner))
    }

    /// Keeps the organizations that match, such as `slug:acme` or a part of the name.
    pub fn query(self, query: impl Into<String>) -> Self {
        self.with(|call| call.query = Some(query.into()))
    }

    /// Sorts by `members`, `projects`, `events`, or by date otherwise.
    pub fn sort_by(self, sort_by: impl Into<String>) -> Self {
        self.with(|call| call.sort_by = Some(sort_by.into()))
    }

    /// Sets how many there are on a page, at most 100.
    pub fn per_page(self, per_page: u32) -> Self {
        self.with(|call| call.per_page = Some(per_page))
    }
}
