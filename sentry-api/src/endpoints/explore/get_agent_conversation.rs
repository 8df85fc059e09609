use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use serde_with::{DefaultOnNull, serde_as};

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::operation::operation;

operation! {
    /// Gets the spans of a conversation with a language model.
    GetOrganizationAgentConversation(organization, conversation)
    GET "/api/0/organizations/{organization_id_or_slug}/agents/conversations/{conversation_id}/"
        -> pages of Map<String, Value>, in spans of AgentConversationDetails;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Adds a project, by its slug or id, to those that are looked at; `-1` stands for all.
    texts project;
    /// Sets how many spans there are on a page, at most 100.
    one per_page: u32;
}

/// A page of the spans of a conversation with a language model.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AgentConversationDetails {
    /// What it is about.
    pub title: Option<String>,
    /// The spans with their attributes, such as `gen_ai.operation.type`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub spans: Vec<Map<String, Value>>,
}

impl OrganizationHandle {
    /// Gets the spans of a conversation with a language model by its id.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let newest = acme.agent_conversations().await?.remove(0);
    /// let conversation = acme.agent_conversation(newest.conversation_id).await?;
    /// assert!(!conversation.spans.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    pub fn agent_conversation(
        &self,
        conversation: impl Into<String>,
    ) -> Call<GetOrganizationAgentConversation> {
        self.client.call(GetOrganizationAgentConversation::new(
            &self.organization,
            conversation,
        ))
    }
}
