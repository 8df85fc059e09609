//! The setters that every update of issues has.

use super::change::{Details, InCommit};
use super::{Discard, IssueUpdate, StatusChange};
use crate::call::Call;
use crate::model::{Assignee, Priority, Substatus};

impl<E: IssueUpdate> Call<E> {
    /// Opens the issue again.
    pub fn unresolve(self) -> Self {
        self.status(StatusChange::Unresolved)
    }

    /// Resolves the issue.
    pub fn resolve(self) -> Self {
        self.status(StatusChange::Resolved)
    }

    /// Resolves the issue in the release after the newest one.
    ///
    /// Releases belong to a project: issues of several cannot be changed so at once.
    pub fn resolve_in_next_release(self) -> Self {
        self.resolve()
            .details(|details| details.in_next_release = Some(true))
    }

    /// Resolves the issue in this release; `latest` stands for the newest one.
    ///
    /// Releases belong to a project: issues of several cannot be changed so at once.
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

    /// Sets the status.
    pub fn status(self, status: StatusChange) -> Self {
        self.with(|call| call.change().status = Some(status))
    }

    /// Sets what is behind the status.
    pub fn substatus(self, substatus: Substatus) -> Self {
        self.with(|call| call.change().substatus = Some(substatus))
    }

    /// Assigns the issue.
    pub fn assigned_to(self, assignee: impl Into<Assignee>) -> Self {
        self.with(|call| call.change().assigned_to = Some(assignee.into()))
    }

    /// Takes the issue from whom it is assigned to.
    pub fn unassign(self) -> Self {
        self.assigned_to(Assignee::Nobody)
    }

    /// Sets how urgent it is.
    pub fn priority(self, priority: Priority) -> Self {
        self.with(|call| call.change().priority = Some(priority))
    }

    /// Marks it as looked at by the caller, or not.
    pub fn has_seen(self, has_seen: bool) -> Self {
        self.with(|call| call.change().has_seen = Some(has_seen))
    }

    /// Marks it for the caller, or not.
    pub fn is_bookmarked(self, is_bookmarked: bool) -> Self {
        self.with(|call| call.change().is_bookmarked = Some(is_bookmarked))
    }

    /// Tells the caller what happens to it, or not.
    pub fn is_subscribed(self, is_subscribed: bool) -> Self {
        self.with(|call| call.change().is_subscribed = Some(is_subscribed))
    }

    /// Shares it with the world, or not.
    pub fn is_public(self, is_public: bool) -> Self {
        self.with(|call| call.change().is_public = Some(is_public))
    }

    /// Marks it as reviewed by the caller (`false`) or as waiting for review (`true`).
    pub fn inbox(self, inbox: bool) -> Self {
        self.with(|call| call.change().inbox = Some(inbox))
    }

    /// Merges the issues that the call is about into the one that was seen first.
    ///
    /// It takes two at least, all of them errors of one project. The ids of the others lead to
    /// the one that is left from then on.
    pub fn merge(self) -> Self {
        self.with(|call| call.change().merge = Some(true))
    }

    /// Deletes the issue and drops the events that would come to it from now on.
    ///
    /// Sentry looks at nothing else of the change then and answers nothing. It needs the
    /// scope `event:admin`.
    pub fn discard(self) -> Call<Discard<E>> {
        self.map(Discard::new)
    }

    fn archive(self, substatus: Substatus) -> Self {
        self.status(StatusChange::Ignored).substatus(substatus)
    }

    fn details(self, change: impl FnOnce(&mut Details)) -> Self {
        self.with(|call| change(call.change().status_details.get_or_insert_default()))
    }
}
