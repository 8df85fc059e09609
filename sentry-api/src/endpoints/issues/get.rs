use http::Method;
use serde::Serialize;

use super::{IssueCollapse, IssueHandle, older_issue};
use crate::call::Call;
use crate::endpoint::{Endpoint, OlderRoute};
use crate::model::Issue;
use crate::wire::open_enum;

/// Gets one issue.
///
/// Source: [Retrieve an Issue](https://docs.sentry.io/api/events/retrieve-an-issue/).
#[derive(Debug, Clone, Default, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationIssue {
    #[serde(skip)]
    organization: String,
    #[serde(skip)]
    issue: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    environment: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    expand: Vec<IssueExpand>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    collapse: Vec<IssueCollapse>,
}

open_enum! {
    /// What an issue brings along when it is asked for.
    IssueExpand {
        /// Why it is in the inbox.
        Inbox = "inbox",
        /// Issues of other systems that it is linked with.
        IntegrationIssues = "integrationIssues",
        /// Whether its latest event has attachments.
        LatestEventHasAttachments = "latestEventHasAttachments",
        /// Who is suspected to own it.
        Owners = "owners",
        /// Issues of applications that it is linked with.
        SentryAppIssues = "sentryAppIssues",
        /// How many sessions its project had.
        Sessions = "sessions",
    }
}

impl Endpoint for GetOrganizationIssue {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/";
    const SCOPES: &'static [&'static str] = &["event:read", "event:write", "event:admin"];
    type Output = Issue;

    fn path_values(&self) -> Vec<&str> {
        vec![&self.organization, &self.issue]
    }

    fn older_route(&self) -> Option<OlderRoute<'_>> {
        Some(older_issue(&self.organization, &self.issue))
    }
}

impl IssueHandle {
    /// Gets the issue.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let short_id = client.organization("acme").issues().limit(1).await?.remove(0).short_id.unwrap_or_default();
    /// let issue = client.organization("acme").issue(&short_id).get().await?;
    /// assert_eq!(issue.short_id, Some(short_id));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganizationIssue> {
        let endpoint = GetOrganizationIssue {
            organization: self.organization.clone(),
            issue: self.issue.clone(),
            ..GetOrganizationIssue::default()
        };
        Call::new(&self.client, endpoint)
    }
}

impl Call<GetOrganizationIssue> {
    /// Adds an environment to those whose events are counted.
    pub fn environment(self, name: impl Into<String>) -> Self {
        self.with(|call| call.environment.push(name.into()))
    }

    /// Asks for more.
    pub fn expand(self, expand: IssueExpand) -> Self {
        self.with(|call| call.expand.push(expand))
    }

    /// Asks for less.
    pub fn collapse(self, collapse: IssueCollapse) -> Self {
        self.with(|call| call.collapse.push(collapse))
    }
}
