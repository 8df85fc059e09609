use serde::ser::Error as _;
use serde::{Deserialize, Serialize, Serializer};
use serde_with::{DefaultOnNull, serde_as};

use super::IssueSort;
use super::update::{IssueChange, IssueUpdate};
use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::{
    Actor, IssueId, IssueStatus, Priority, StatusDetails, SubscriptionDetails, Substatus,
};
use crate::operation::operation;

operation! {
    /// Changes many issues at once, a thousand at most; what is not set stays as it is.
    ///
    /// It answers what was asked for as Sentry understood it, and `None` when no issue was
    /// found; an issue out of reach is passed over in silence.
    ///
    /// Source: [Bulk Mutate an Organization's Issues](https://docs.sentry.io/api/events/bulk-mutate-an-organizations-issues/).
    UpdateOrganizationIssues(organization)
    PUT "/api/0/organizations/{organization_id_or_slug}/issues/" -> Option<IssuesUpdate>;
    scopes "event:write", "event:admin";
    shared change: IssueChange;

    in query {
        /// The issues by id.
        own ids: Ids = "id";
        /// Keeps to the issues that match a search; without one, and without ids, to the
        /// unresolved ones.
        text query;
        /// Adds a project, by its slug or id, to those that are searched; `-1` stands for all.
        texts project;
        /// Adds an environment to those that are searched.
        texts environment;
        /// Takes query and order from a view that was saved.
        text view_id = "viewId";
        /// Sets which issues of the search come first.
        one sort: IssueSort;
        /// Sets how many issues of the search are changed, at most 100.
        one limit: u32;
    }
}

/// Ids of which there must be one at least: without any, the server would change every issue
/// that it finds.
#[derive(Debug, Clone, Default)]
struct Ids(Vec<IssueId>);

impl Serialize for Ids {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        if self.0.is_empty() {
            return Err(S::Error::custom("the list of issues to change is empty"));
        }
        self.0.serialize(output)
    }
}

/// What an update of many issues set, as Sentry understood it.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IssuesUpdate {
    /// The status.
    pub status: Option<IssueStatus>,
    /// The conditions of the status.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub status_details: StatusDetails,
    /// What is behind the status.
    pub substatus: Option<Substatus>,
    /// Whom they are assigned to.
    pub assigned_to: Option<Actor>,
    /// How urgent they are.
    pub priority: Option<Priority>,
    /// Whether the caller looked at them.
    pub has_seen: Option<bool>,
    /// Whether the caller marked them.
    pub is_bookmarked: Option<bool>,
    /// Whether the caller hears of them.
    pub is_subscribed: Option<bool>,
    /// Why the caller hears of them.
    pub subscription_details: Option<SubscriptionDetails>,
    /// Whether they are shared with the world.
    pub is_public: Option<bool>,
    /// The id under which they are shared.
    pub share_id: Option<String>,
    /// Whether they wait for review.
    pub inbox: Option<bool>,
    /// Whether they were deleted.
    pub discard: Option<bool>,
    /// What was merged into what.
    pub merge: Option<Merge>,
}

/// What was merged into what.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Merge {
    /// The issue that has the events of all of them now.
    pub parent: IssueId,
    /// The issues that are gone.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub children: Vec<IssueId>,
}

impl IssueUpdate for UpdateOrganizationIssues {
    fn change(&mut self) -> &mut IssueChange {
        &mut self.change
    }
}

impl OrganizationHandle {
    /// Changes many issues at once: those with the given ids, or those that a search finds,
    /// of which only the status can be changed.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let found = acme.issues().query("is:regressed").await?;
    /// let ids = found.iter().map(|issue| &issue.id);
    /// let update = acme.update_issues().ids(ids).resolve().await?;
    /// assert!(update.is_some());
    /// assert!(acme.issues().query("is:regressed").await?.is_empty());
    ///
    /// // No issue is left that it could change.
    /// let again = acme.update_issues().query("is:regressed").resolve().await?;
    /// assert_eq!(again, None);
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_issues(&self) -> Call<UpdateOrganizationIssues> {
        self.client
            .call(UpdateOrganizationIssues::new(&self.organization))
    }
}

impl Call<UpdateOrganizationIssues> {
    /// Adds an issue by its numeric id.
    pub fn id(self, id: impl Into<IssueId>) -> Self {
        self.ids([id])
    }

    /// Adds issues by their numeric ids. With none at all nothing is sent and the call fails.
    pub fn ids<I: Into<IssueId>>(self, ids: impl IntoIterator<Item = I>) -> Self {
        self.with(|call| {
            let known = &mut call.ids.get_or_insert_default().0;
            known.extend(ids.into_iter().map(Into::into));
        })
    }
}
