//! What the first generation writes.

use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{AnyCase, AutofixArtifact, AutofixStatus};
use crate::wire::{Number, Time};

/// One step of the first generation, with whatever it brought.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixStep {
    /// The id.
    pub id: Option<String>,
    /// What is done, such as `root_cause_analysis`, `solution` or `changes`.
    pub key: Option<String>,
    /// What is done, in words.
    pub title: Option<String>,
    /// How far it is.
    #[serde_as(as = "Option<AnyCase>")]
    #[serde(default)]
    pub status: Option<AutofixStatus>,
    /// What it told on the way, the oldest first.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub progress: Vec<AutofixProgress>,
    /// What it says of its result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Why it ended without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub termination_reason: Option<String>,
    /// The causes that it found.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub causes: Vec<AutofixCause>,
    /// The plan of the solution.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub solution: Vec<ExplainedStep>,
    /// The changes of the code, by repository.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub changes: Vec<AutofixChange>,
    /// What it brought, in the form of the newer generation.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub artifacts: Vec<AutofixArtifact>,
}

/// Something that a step told on the way.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixProgress {
    /// When.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub timestamp: Option<OffsetDateTime>,
    /// What.
    pub message: Option<String>,
    /// How much it matters, such as `INFO`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
}

/// A cause of an issue.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixCause {
    /// The number within the step.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub id: Option<u64>,
    /// The cause in a sentence, in Markdown.
    pub description: Option<String>,
    /// The repositories that are concerned.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub relevant_repos: Vec<String>,
    /// How it comes about, in order.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub root_cause_reproduction: Vec<ExplainedStep>,
}

/// A step on the way to an error, or to its solution.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ExplainedStep {
    /// The step in a few words.
    pub title: Option<String>,
    /// What happens there, in Markdown.
    pub code_snippet_and_analysis: Option<String>,
    /// The file that it is about.
    pub relevant_code_file: Option<CodeReference>,
    /// Whether everything else follows from it.
    pub is_most_important_event: Option<bool>,
}

/// A file in a repository.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CodeReference {
    /// The path in the repository.
    pub file_path: Option<String>,
    /// The name of the repository.
    pub repo_name: Option<String>,
}

/// The changes of the code in one repository.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixChange {
    /// The name of the repository.
    pub repo_name: Option<String>,
    /// The title of the change.
    pub title: Option<String>,
    /// What it does.
    pub description: Option<String>,
    /// The change as a unified diff.
    pub diff_str: Option<String>,
    /// The branch that has it.
    pub branch_name: Option<String>,
    /// The pull request that has it.
    pub pull_request: Option<PullRequestReference>,
}

/// A pull request.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PullRequestReference {
    /// Its number in the repository.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub pr_number: Option<u64>,
    /// Its address.
    pub pr_url: Option<String>,
}
