use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::endpoints::IssueHandle;
use crate::model::{Autofix, Formatted, LlmFormat};
use crate::operation::operation;

operation! {
    /// Tells what Seer found out about an issue so far.
    ///
    /// Source: [Retrieve Seer Issue Fix State](https://docs.sentry.io/api/seer/retrieve-seer-issue-fix-state/).
    GetOrganizationIssueAutofixState(organization, issue)
    GET "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/autofix/" -> AutofixState;
    scopes "event:read", "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/autofix/";

    /// Asks for the run as text for a language model too.
    one llm_format: LlmFormat = "llmFormat";
    /// The agent.
    own mode: String;
}

/// What Seer found out about an issue so far.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixState {
    /// The newest run; `None` where there was none.
    pub autofix: Option<Autofix>,
    /// The run as text for a language model, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formatted: Option<Formatted>,
}

impl IssueHandle {
    /// Tells what Seer found out about the issue so far.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let issue = client.organization("acme").issue("SHOP-API-1F");
    /// assert_eq!(issue.autofix().await?.autofix, None);
    /// issue.start_autofix().await?;
    /// assert!(issue.autofix().await?.autofix.is_some());
    /// # Ok(())
    /// # }
    /// ```
    pub fn autofix(&self) -> Call<GetOrganizationIssueAutofixState> {
        self.client.call(GetOrganizationIssueAutofixState::new(
            &self.organization,
            &self.issue,
        ))
    }
}

#[cfg(feature = "unstable")]
impl Call<GetOrganizationIssueAutofixState> {
    /// Chooses the agent by name, such as `explorer`, on servers that have several;
    /// undocumented.
    pub fn mode(self, mode: impl Into<String>) -> Self {
        self.with(|call| call.mode = Some(mode.into()))
    }
}
