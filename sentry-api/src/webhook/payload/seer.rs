use std::collections::BTreeMap;

use serde::Deserialize;
use serde_with::{DefaultOnNull, serde_as};

use crate::model::IssueId;
use crate::webhook::read::IdText;
use crate::wire::Number;

/// How far Seer came with an issue.
///
/// Source: [Seer](https://docs.sentry.io/integrations/integration-platform/webhooks/seer/).
#[serde_as]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct SeerPayload {
    /// The number of the run.
    #[serde_as(as = "Option<IdText>")]
    pub run_id: Option<String>,
    /// The UUID of the run.
    pub sentry_run_id: Option<String>,
    /// The issue.
    pub group_id: Option<IssueId>,
    /// The root cause, when it was found.
    pub root_cause: Option<RootCause>,
    /// The solution, when it was found.
    pub solution: Option<Solution>,
    /// The changes by repository, when the code was written; of older servers.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub changes: Vec<CodeChange>,
    /// The changed files by the name of their repository, when the code was written.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub code_changes: BTreeMap<String, Vec<FilePatch>>,
    /// The pull requests, when they were opened or changed.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub pull_requests: Vec<PullRequest>,
    /// How often the pull requests were changed.
    #[serde_as(as = "Option<Number>")]
    pub iteration_index: Option<u64>,
}

/// Why an issue happens.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct RootCause {
    /// The cause in a sentence.
    #[serde(alias = "one_line_description")]
    pub description: Option<String>,
    /// What leads to it, each the reason of the one before.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub five_whys: Vec<String>,
    /// How to make it happen.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub reproduction_steps: Vec<String>,
    /// The repository to change.
    pub relevant_repo: Option<String>,
    /// What happens until it fails; of older servers.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub steps: Vec<RootCauseStep>,
}

/// One thing that happens until it fails.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct RootCauseStep {
    /// What happens.
    pub title: Option<String>,
    /// Where and why, with code.
    pub code_snippet_and_analysis: Option<String>,
    /// What sort of step it is, such as `internal_code` or `human_action`.
    pub timeline_item_type: Option<String>,
    /// Whether it is the one to look at.
    pub is_most_important_event: Option<bool>,
}

/// How an issue can be solved.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Solution {
    /// The solution in a sentence.
    #[serde(alias = "one_line_summary")]
    pub description: Option<String>,
    /// What is to be done.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub steps: Vec<SolutionStep>,
}

/// One thing that is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct SolutionStep {
    /// What.
    pub title: Option<String>,
    /// What exactly.
    pub description: Option<String>,
}

/// The changes to one repository.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct CodeChange {
    /// The name of the repository.
    pub repo_name: Option<String>,
    /// The id of the repository where it lives.
    #[serde_as(as = "Option<IdText>")]
    pub repo_external_id: Option<String>,
    /// What is changed, as the title of a commit.
    pub title: Option<String>,
    /// What is changed.
    pub description: Option<String>,
    /// The changes.
    pub diff: Option<String>,
    /// The branch with the changes.
    pub branch_name: Option<String>,
}

/// The changes to one file.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct FilePatch {
    /// The file.
    pub path: Option<String>,
    /// What is done to it, as a letter such as `M`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The changes.
    pub diff: Option<String>,
    /// How many lines come.
    #[serde_as(as = "Option<Number>")]
    pub added: Option<u64>,
    /// How many lines go.
    #[serde_as(as = "Option<Number>")]
    pub removed: Option<u64>,
}

/// A pull request that Seer opened.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct PullRequest {
    /// The name of the repository.
    pub repo_name: Option<String>,
    /// Where the repository lives, such as `github`.
    pub provider: Option<String>,
    /// The pull request there.
    pub pull_request: Option<PullRequestReference>,
}

/// A pull request where its repository lives.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct PullRequestReference {
    /// The id.
    #[serde_as(as = "Option<IdText>")]
    pub pr_id: Option<String>,
    /// The number in its repository.
    #[serde_as(as = "Option<Number>")]
    pub pr_number: Option<u64>,
    /// The address of its page.
    pub pr_url: Option<String>,
}
