use serde::{Deserialize, Serialize};
use serde_with::serde_as;

use crate::call::Call;
use crate::endpoints::IssueHandle;
use crate::operation::operation;
use crate::wire::{Number, open_enum};

operation! {
    /// Lets Seer look for the cause of an issue, and for its fix where that is asked for.
    ///
    /// The answer comes when the run has begun, which can take two minutes; what becomes of
    /// it is the [state](crate::endpoints::GetOrganizationIssueAutofixState) of the issue.
    ///
    /// Source: [Start Seer Issue Fix](https://docs.sentry.io/api/seer/start-seer-issue-fix/).
    StartOrganizationIssueAutofix(organization, issue)
    POST "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/autofix/" -> AutofixRun;
    scopes "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/autofix/";
    takes 120 seconds;

    /// Sets what is done now.
    one step: AutofixGoal;
    /// Sets what is the last that is done; without it, the search for the cause.
    one stopping_point: AutofixGoal;
    /// Goes on with the run of this UUID.
    text sentry_run_id;
    /// Goes on with the run of this number, on servers that know no UUIDs of runs.
    one run_id: u64;
    /// Adds what Seer should know, at most 1,000 characters.
    text user_context;
    /// Sets the repository that gets a pull request, in the place of all that are concerned.
    text repo_name;
    /// Goes back to this block of the run, counted from zero, and drops what came after it.
    one insert_index: u32;
    /// Sets the integration of the coding agent to hand over to.
    one integration_id: u64;
    /// Sets the coding agent to hand over to, such as `github_copilot`.
    text provider;
    /// Tells what the run was begun from.
    text referrer;
    /// Tells whether Seer may run commands.
    one enable_bash_tools: bool;

    in query {
        /// The agent.
        own mode: String;
    }
}

open_enum! {
    /// What Seer does, each after the one before.
    AutofixGoal {
        /// It looks for the cause.
        RootCause = "root_cause",
        /// It plans a solution.
        Solution = "solution",
        /// It changes the code.
        CodeChanges = "code_changes",
        /// It opens pull requests.
        OpenPr = "open_pr",
        /// It changes pull requests that are open.
        PrIteration = "pr_iteration",
        /// It hands over to another coding agent.
        CodingAgentHandoff = "coding_agent_handoff",
    }
}

/// A run of Seer.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixRun {
    /// Its UUID, where the server knows one.
    pub sentry_run_id: Option<String>,
    /// Its number.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub run_id: Option<u64>,
}

impl IssueHandle {
    /// Lets Seer look for the cause of the issue, and for its fix where that is asked for.
    ///
    /// The call may take two minutes, or as long as the client allows where that is longer.
    ///
    /// ```
    /// use sentry_api::endpoints::AutofixGoal;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let issue = client.organization("acme").issue("SHOP-API-1F");
    /// issue.start_autofix().stopping_point(AutofixGoal::Solution).await?;
    /// let run = loop {
    ///     match issue.autofix().await?.autofix {
    ///         Some(run) if run.is_done() => break run,
    ///         // A program would wait some seconds here.
    ///         _ => {}
    ///     }
    /// };
    /// assert!(run.root_cause().is_some());
    /// assert!(run.solution().is_some());
    /// # Ok(())
    /// # }
    /// ```
    pub fn start_autofix(&self) -> Call<StartOrganizationIssueAutofix> {
        self.client.call(StartOrganizationIssueAutofix::new(
            &self.organization,
            &self.issue,
        ))
    }
}

impl Call<StartOrganizationIssueAutofix> {
    /// Goes on with a run instead of beginning one.
    pub fn continues(self, run: &AutofixRun) -> Self {
        match (&run.sentry_run_id, run.run_id) {
            (Some(id), _) => self.sentry_run_id(id),
            (None, Some(id)) => self.run_id(id),
            (None, None) => self,
        }
    }

    /// Chooses the agent by name, such as `explorer`, on servers that have several;
    /// undocumented.
    #[cfg(feature = "unstable")]
    pub fn mode(self, mode: impl Into<String>) -> Self {
        self.with(|call| call.mode = Some(mode.into()))
    }
}
