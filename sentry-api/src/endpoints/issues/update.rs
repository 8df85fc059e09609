use serde::Serialize;

use super::IssueHandle;
use crate::call::Call;
use crate::model::{Issue, Priority, Substatus};
use crate::operation::operation;
use crate::wire::open_enum;

operation! {
    /// Changes one issue; what is not set stays as it is.
    ///
    /// Source: [Update an Issue](https://docs.sentry.io/api/events/update-an-issue/).
    UpdateOrganizationIssue(organization, issue)
    PUT "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/" -> Issue;
    scopes "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/";

    /// Sets the status.
    one status: StatusChange;
    /// The conditions of the status, of which one call sets one kind.
    own status_details: Details = "statusDetails";
    /// Sets what is behind the status.
    one substatus: Substatus;
    /// Assigns the issue: `user:ID`, `team:ID`, a user name or an e-mail address.
    text assigned_to = "assignedTo";
    /// Sets how urgent it is.
    one priority: Priority;
    /// Marks it as looked at by the caller, or not.
    one has_seen: bool = "hasSeen";
    /// Marks it for the caller, or not.
    one is_bookmarked: bool = "isBookmarked";
    /// Tells the caller what happens to it, or not.
    one is_subscribed: bool = "isSubscribed";
    /// Shares it with the world, or not.
    one is_public: bool = "isPublic";
    /// Marks it as reviewed by the caller.
    one inbox: bool;
    /// Merges it with the others that the call is about.
    one merge: bool;
    /// Deletes it and drops its future events; stands alone and needs `event:admin`.
    one discard: bool;
}

/// The conditions of a status.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Details {
    #[serde(skip_serializing_if = "Option::is_none")]
    in_next_release: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_release: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_commit: Option<InCommit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ignore_duration: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ignore_count: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ignore_window: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ignore_user_count: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ignore_user_window: Option<u64>,
}

#[derive(Debug, Clone, Serialize)]
struct InCommit {
    commit: String,
    repository: String,
}

open_enum! {
    /// The status that an issue is given.
    StatusChange {
        /// Open again.
        Unresolved = "unresolved",
        /// Done with.
        Resolved = "resolved",
        /// Done with in the release after the newest one.
        ResolvedInNextRelease = "resolvedInNextRelease",
        /// Archived.
        Ignored = "ignored",
    }
}

impl IssueHandle {
    /// Changes the issue.
    ///
    /// ```
    /// use sentry_api::model::IssueStatus;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let id = client.organization("acme").issues().limit(1).await?.remove(0).id;
    /// let issue = client.organization("acme").issue(id);
    /// issue.update().resolve().has_seen(true).await?;
    /// assert_eq!(issue.get().await?.status, Some(IssueStatus::Resolved));
    /// # Ok(())
    /// # }
    /// ```
    pub fn update(&self) -> Call<UpdateOrganizationIssue> {
        self.client.call(UpdateOrganizationIssue::new(
            &self.organization,
            &self.issue,
        ))
    }
}

impl Call<UpdateOrganizationIssue> {
    /// Opens the issue again.
    pub fn unresolve(self) -> Self {
        self.status(StatusChange::Unresolved)
    }

    /// Resolves the issue.
    pub fn resolve(self) -> Self {
        self.status(StatusChange::Resolved)
    }

    /// Resolves the issue in the release after the newest one.
    pub fn resolve_in_next_release(self) -> Self {
        self.resolve()
            .details(|details| details.in_next_release = Some(true))
    }

    /// Resolves the issue in this release; `latest` stands for the newest one.
    pub fn resolve_in_release(self, version: impl Into<String>) -> Self {
        self.resolve()
            .details(|details| details.in_release = Some(version.into()))
    }

    /// Resolves the issue in this commit of a repository that Sentry knows by this name.
    pub fn resolve_in_commit(
        self,
        repository: impl Into<String>,
        commit: impl Into<String>,
    ) -> Self {
        self.resolve().details(|details| {
            details.in_commit = Some(InCommit {
                commit: commit.into(),
                repository: repository.into(),
            });
        })
    }

    /// Archives the issue until it is much more frequent.
    pub fn archive_until_escalating(self) -> Self {
        self.archive(Substatus::ArchivedUntilEscalating)
    }

    /// Archives the issue for good.
    pub fn archive_forever(self) -> Self {
        self.archive(Substatus::ArchivedForever)
    }

    /// Archives the issue for so many minutes.
    pub fn archive_for(self, minutes: u64) -> Self {
        self.archive(Substatus::ArchivedUntilConditionMet)
            .details(|details| details.ignore_duration = Some(minutes))
    }

    /// Archives the issue until so many more events came, within so many minutes if that
    /// is given, at most a week (10,080).
    pub fn archive_until_count(self, events: u64, window: Option<u64>) -> Self {
        self.archive(Substatus::ArchivedUntilConditionMet)
            .details(|details| {
                details.ignore_count = Some(events);
                details.ignore_window = window;
            })
    }

    /// Archives the issue until so many more users were touched, within so many minutes if
    /// that is given, at most a week (10,080).
    pub fn archive_until_users(self, users: u64, window: Option<u64>) -> Self {
        self.archive(Substatus::ArchivedUntilConditionMet)
            .details(|details| {
                details.ignore_user_count = Some(users);
                details.ignore_user_window = window;
            })
    }

    /// Takes the issue from whom it is assigned to.
    pub fn unassign(self) -> Self {
        self.assigned_to("")
    }

    fn archive(self, substatus: Substatus) -> Self {
        self.status(StatusChange::Ignored).substatus(substatus)
    }

    fn details(self, change: impl FnOnce(&mut Details)) -> Self {
        self.with(|call| change(call.status_details.get_or_insert_default()))
    }
}
