use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};

use super::IssueHandle;
use crate::call::Call;
use crate::model::Activity;
use crate::operation::operation;

operation! {
    /// Lists what happened to an issue, the newest first; undocumented.
    ListOrganizationIssueActivities(organization, issue)
    GET "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/activities/"
        -> Activities;
    scopes "event:read", "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/activities/";
}

/// What happened to an issue.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Activities {
    /// The newest first.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub activity: Vec<Activity>,
}

impl IssueHandle {
    /// Lists what happened to the issue, the newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let issue = client.organization("acme").issue("SHOP-API-1F");
    /// issue.update().resolve().await?;
    /// let newest = issue.activities().await?.activity.remove(0);
    /// assert_eq!(newest.kind.as_deref(), Some("set_resolved"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn activities(&self) -> Call<ListOrganizationIssueActivities> {
        self.client.call(ListOrganizationIssueActivities::new(
            &self.organization,
            &self.issue,
        ))
    }
}
