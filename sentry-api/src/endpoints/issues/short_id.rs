use http::Method;
use serde::{Deserialize, Serialize};

use super::IssueCollapse;
use crate::call::Call;
use crate::endpoint::Endpoint;
use crate::endpoints::OrganizationHandle;
use crate::model::{Issue, IssueId};

/// Finds the issue that a short id names.
///
/// Source: [Resolve a Short ID](https://docs.sentry.io/api/organizations/resolve-a-short-id/).
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct ResolveOrganizationShortId {
    #[serde(skip)]
    organization: String,
    #[serde(skip)]
    short_id: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    collapse: Vec<IssueCollapse>,
}

/// The issue that a short id names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ShortId {
    /// The organization's slug.
    pub organization_slug: Option<String>,
    /// The project's slug.
    pub project_slug: Option<String>,
    /// The numeric id of the issue.
    pub group_id: IssueId,
    /// The short id.
    pub short_id: Option<String>,
    /// The issue.
    pub group: Option<Issue>,
}

impl ResolveOrganizationShortId {
    pub(crate) fn new(organization: impl Into<String>, short_id: impl Into<String>) -> Self {
        Self {
            organization: organization.into(),
            short_id: short_id.into(),
            collapse: Vec::new(),
        }
    }
}

impl Endpoint for ResolveOrganizationShortId {
    const METHOD: Method = Method::GET;
    const PATH: &'static str =
        "/api/0/organizations/{organization_id_or_slug}/shortids/{issue_id}/";
    const SCOPES: &'static [&'static str] = &["event:read", "event:write", "event:admin"];
    type Output = ShortId;

    fn path_values(&self) -> Vec<&str> {
        vec![&self.organization, &self.short_id]
    }
}

impl OrganizationHandle {
    /// Finds the issue that a short id names.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let issue = client.organization("acme").issues().limit(1).await?.remove(0);
    /// # let short_id = issue.short_id.unwrap_or_default();
    /// let found = client.organization("acme").short_id(short_id).await?;
    /// assert_eq!(found.group_id, issue.id);
    /// # Ok(())
    /// # }
    /// ```
    pub fn short_id(&self, short_id: impl Into<String>) -> Call<ResolveOrganizationShortId> {
        let endpoint = ResolveOrganizationShortId::new(self.organization.clone(), short_id);
        Call::new(&self.client, endpoint)
    }
}

impl Call<ResolveOrganizationShortId> {
    /// Asks for less of the issue.
    pub fn collapse(self, collapse: IssueCollapse) -> Self {
        self.with(|call| call.collapse.push(collapse))
    }
}
