use http::StatusCode;
use time::OffsetDateTime;

use super::commits::HeadCommit;
use super::{NewCommit, ReleaseRef};
use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::error::Error;
use crate::model::{Release, ReleaseStatus};
use crate::operation::operation;

operation! {
    /// Makes a release known to Sentry, or adds to the one that it knows.
    ///
    /// Source: [Create a New Release for an Organization](https://docs.sentry.io/api/releases/create-a-new-release-for-an-organization/).
    CreateOrganizationRelease(organization; version: String, projects: Vec<String>)
    POST "/api/0/organizations/{organization_id_or_slug}/releases/" -> Option<Release>;
    scopes "org:ci", "project:write", "project:admin", "project:releases";

    /// Sets the commit, branch or tag that it was built from.
    text reference = "ref";
    /// Sets the address of its page elsewhere.
    text url;
    /// Sets when it went live.
    time date_released = "dateReleased";
    /// Adds a commit that it brings.
    many commit: NewCommit = "commits";
    /// Adds the newest commit of a repository, from which an integration finds the others.
    many refs: ReleaseRef;
    /// Sets whether it is open or archived.
    one status: ReleaseStatus;
    /// Sets who looks after it, by the user name.
    text owner;
    /// The old form of `refs`.
    own head_commits: Vec<HeadCommit> = "headCommits";
}

/// What came of creating a release.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "it is taken apart at once")]
pub enum CreatedRelease {
    /// The release is new.
    New(Release),
    /// Sentry knew the release, and added what was told; some servers do not show it.
    Known(Option<Release>),
}

impl OrganizationHandle {
    /// Makes a release of these projects, by their slugs, known to Sentry.
    ///
    /// A version that Sentry knows already is no error: the projects and commits are added to
    /// it. [`created`](Call::created) tells the two apart; awaiting the call gives the release.
    ///
    /// ```
    /// use sentry_api::endpoints::{CreatedRelease, NewCommit};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let commit = NewCommit::new("5f1c0de").repository("acme/shop").message("Round prices");
    /// let create = acme.create_release("shop-web@5.1.0", ["shop-web"]).commit(commit);
    /// assert!(matches!(create.clone().created().await?, CreatedRelease::New(_)));
    /// assert!(matches!(create.created().await?, CreatedRelease::Known(_)));
    ///
    /// let commits = acme.release("shop-web@5.1.0").commits().await?;
    /// assert_eq!(commits[0].message.as_deref(), Some("Round prices"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_release(
        &self,
        version: impl Into<String>,
        projects: impl IntoIterator<Item = impl Into<String>>,
    ) -> Call<CreateOrganizationRelease> {
        self.client.call(CreateOrganizationRelease::new(
            &self.organization,
            version.into(),
            projects.into_iter().map(Into::into).collect(),
        ))
    }
}

impl Call<CreateOrganizationRelease> {
    /// Makes it live now, by this computer's clock.
    pub fn released_now(self) -> Self {
        self.date_released(OffsetDateTime::now_utc())
    }

    /// Adds the newest commit of a repository in the old form, for old servers.
    pub fn head_commit(self, head: ReleaseRef) -> Self {
        self.with(|call| call.head_commits.get_or_insert_default().push(head.into()))
    }

    /// Sends the request, and tells whether the release is new (201) or was known (208).
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`](crate::ErrorKind) tells.
    pub async fn created(self) -> Result<CreatedRelease, Error> {
        let response = self.send().await?;
        let is_known = response.status() == StatusCode::ALREADY_REPORTED;
        Ok(match response.into_value() {
            Some(release) if !is_known => CreatedRelease::New(release),
            release => CreatedRelease::Known(release),
        })
    }
}
