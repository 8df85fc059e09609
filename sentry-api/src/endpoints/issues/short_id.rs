use serde::{Deserialize, Serialize};

use super::IssueCollapse;
use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::{Issue, IssueId};
use crate::operation::operation;

operation! {
    /// Finds the issue that a short id names.
    ///
    /// Source: [Resolve a Short ID](https://docs.sentry.io/api/organizations/resolve-a-short-id/).
    ResolveOrganizationShortId(organization, short_id)
    GET "/api/0/organizations/{organization_id_or_slug}/shortids/{issue_id}/" -> ShortId;
    scopes "event:read", "event:write", "event:admin";

    /// Asks for less of the issue.
    many collapse: IssueCollapse;
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
        self.client.call(ResolveOrganizationShortId::new(
            &self.organization,
            short_id,
        ))
    }
}
