mod change;
mod discard;
mod settings;

pub use self::change::{IssueChange, StatusChange};
pub use self::discard::Discard;
use super::IssueHandle;
use crate::call::Call;
use crate::endpoint::Endpoint;
use crate::model::Issue;
use crate::operation::operation;

operation! {
    /// Changes one issue; what is not set stays as it is.
    ///
    /// Source: [Update an Issue](https://docs.sentry.io/api/events/update-an-issue/).
    UpdateOrganizationIssue(organization, issue)
    PUT "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/" -> Issue;
    scopes "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/";
    shared change: IssueChange;
}

/// An operation that changes issues: one, or many at once.
///
/// The setters of such a [`Call`] are the same for all of them.
pub trait IssueUpdate: Endpoint {
    /// What it changes.
    fn change(&mut self) -> &mut IssueChange;
}

impl IssueUpdate for UpdateOrganizationIssue {
    fn change(&mut self) -> &mut IssueChange {
        &mut self.change
    }
}

impl IssueHandle {
    /// Changes the issue.
    ///
    /// ```
    /// use sentry_api::model::{Assignee, IssueStatus};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let id = client.organization("acme").issues().limit(1).await?.remove(0).id;
    /// # let robin = client.root().await?.user.unwrap().id;
    /// let issue = client.organization("acme").issue(id);
    /// issue.update().resolve().assigned_to(Assignee::User(robin)).await?;
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
