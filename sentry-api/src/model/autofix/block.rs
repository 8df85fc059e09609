//! What the newer generation writes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::wire::{Number, Time};

/// One block of the newer generation: what was said, and what it brought.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixBlock {
    /// The id.
    pub id: Option<String>,
    /// When.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub timestamp: Option<OffsetDateTime>,
    /// What was said.
    pub message: Option<AutofixMessage>,
    /// Whether it is not whole yet.
    pub loading: Option<bool>,
    /// What it brought.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub artifacts: Vec<AutofixArtifact>,
    /// What is to be done.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub todos: Vec<AutofixTodo>,
    /// The changes of the code so far, by file.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub merged_file_patches: Vec<AutofixPatch>,
}

/// What was said in a block.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixMessage {
    /// Who says it: `user`, `assistant` or `tool_use`.
    pub role: Option<String>,
    /// What is said, in Markdown.
    pub content: Option<String>,
    /// What belongs to it, such as the `step` that begins here.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub metadata: BTreeMap<String, Value>,
}

/// Something that a block brought.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixArtifact {
    /// What it is, such as `root_cause` or `solution`.
    pub key: Option<String>,
    /// The thing itself; `None` where none was found.
    pub data: Option<Value>,
    /// Why it is as it is.
    pub reason: Option<String>,
}

/// Something that is to be done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixTodo {
    /// What.
    pub content: Option<String>,
    /// How far it is: `pending`, `in_progress` or `completed`.
    pub status: Option<String>,
}

/// The change of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AutofixPatch {
    /// The name of the repository.
    pub repo_name: Option<String>,
    /// The change as a unified diff.
    pub diff: Option<String>,
    /// The file.
    pub patch: Option<PatchedFile>,
}

/// A file that was changed.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PatchedFile {
    /// The path in the repository.
    pub path: Option<String>,
    /// What was done to it, as a letter: `A`dded, `M`odified or `D`eleted.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// How many lines were added.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub added: Option<u64>,
    /// How many lines were taken away.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub removed: Option<u64>,
}

/// How far the pull request of a repository is.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PullRequestState {
    /// The name of the repository.
    pub repo_name: Option<String>,
    /// The branch that it is of.
    pub branch_name: Option<String>,
    /// Its number in the repository.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub pr_number: Option<u64>,
    /// Its address.
    pub pr_url: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// How far its making is: `creating`, `completed` or `error`.
    pub pr_creation_status: Option<String>,
    /// Why it could not be made.
    pub pr_creation_error: Option<String>,
}
