use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::TraceId;
use crate::operation::operation;
use crate::wire::{Number, Time, id};

id! {
    /// The id that an application gave a conversation with a language model.
    AgentConversationId;
}

operation! {
    /// Lists conversations with language models.
    ListOrganizationAgentConversations(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/agents/conversations/"
        -> pages of AgentConversation;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Keeps the conversations with spans that match a search.
    text query;
    /// Adds a project, by its slug or id, to those that are looked at; `-1` stands for all.
    texts project;
    /// Adds an environment to those that are looked at.
    texts environment;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

/// A conversation with a language model, in short.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AgentConversation {
    /// The id.
    #[serde(alias = "id")]
    pub conversation_id: AgentConversationId,
    /// What it is about.
    pub title: Option<String>,
    /// When it began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub start_timestamp: Option<OffsetDateTime>,
    /// When it ended.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub end_timestamp: Option<OffsetDateTime>,
    /// How long it took, in milliseconds.
    pub duration: Option<f64>,
    /// How many errors happened.
    #[serde_as(as = "Option<Number>")]
    pub errors: Option<u64>,
    /// How often a model was called.
    #[serde_as(as = "Option<Number>")]
    pub llm_calls: Option<u64>,
    /// How often a tool was called.
    #[serde_as(as = "Option<Number>")]
    pub tool_calls: Option<u64>,
    /// How many tokens were used.
    #[serde_as(as = "Option<Number>")]
    pub total_tokens: Option<u64>,
    /// What it cost, in US dollars.
    pub total_cost: Option<f64>,
    /// The traces that it is made of.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub trace_ids: Vec<TraceId>,
    /// The tools that were called.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub tool_names: Vec<String>,
    /// What was asked first.
    pub first_input: Option<String>,
    /// What was answered last.
    pub last_output: Option<String>,
}

impl OrganizationHandle {
    /// Lists the organization's conversations with language models.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let conversations = client.organization("acme").agent_conversations().await?;
    /// assert!(conversations.iter().any(|own| own.tool_calls > Some(0)));
    /// # Ok(())
    /// # }
    /// ```
    pub fn agent_conversations(&self) -> Call<ListOrganizationAgentConversations> {
        self.client
            .call(ListOrganizationAgentConversations::new(&self.organization))
    }
}
