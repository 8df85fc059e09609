use serde::{Deserialize, Serialize};

use super::ReleaseHandle;
use crate::call::Call;
use crate::model::Commit;
use crate::operation::operation;

operation! {
    /// Finds the release with commits before a release; undocumented.
    GetOrganizationReleasePreviousWithCommits(organization, version)
    GET "/api/0/organizations/{organization_id_or_slug}/releases/{version}/previous-with-commits/"
        -> PreviousRelease;
    scopes "org:ci", "project:read", "project:write", "project:admin", "project:releases";
}

/// The release with commits before a release; all is `None` where there is none.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct PreviousRelease {
    /// The version.
    pub version: Option<String>,
    /// The commit, branch or tag that it was built from.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// The newest commit that it brought, after which the next release begins.
    pub last_commit: Option<Commit>,
}

impl ReleaseHandle {
    /// Finds the release with commits before this one, whose last commit is where the commits
    /// of this one begin.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let release = client.organization("acme").release("shop-api@4.12.0");
    /// let previous = release.previous_with_commits().await?;
    /// assert_eq!(previous.version.as_deref(), Some("shop-api@4.11.2"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn previous_with_commits(&self) -> Call<GetOrganizationReleasePreviousWithCommits> {
        self.client
            .call(GetOrganizationReleasePreviousWithCommits::new(
                &self.organization,
                &self.release,
            ))
    }
}
