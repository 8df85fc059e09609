//! What both generations found, in one form.

use serde_json::Value;

use super::{Autofix, AutofixArtifact, AutofixCause, AutofixStep, ExplainedStep};

/// Why an issue happens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RootCause {
    /// The cause in a sentence, in Markdown.
    pub description: String,
    /// How it came to that, each answer asking for the next one; of the newer generation alone.
    pub whys: Vec<String>,
    /// How it comes about, in order.
    pub reproduction: Vec<String>,
    /// The repositories that are concerned.
    pub repositories: Vec<String>,
}

/// How an issue can be solved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AutofixSolution {
    /// The solution in a sentence.
    pub summary: Option<String>,
    /// The plan, in order; empty where no solution was found.
    pub steps: Vec<SolutionStep>,
    /// Why it is this one, or why there is none.
    pub reason: Option<String>,
}

/// A step of a solution.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SolutionStep {
    /// The step in a few words.
    pub title: Option<String>,
    /// What is done, in Markdown.
    pub description: Option<String>,
}

/// A pull request that Seer opened, or tried to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AutofixPullRequest {
    /// The name of the repository.
    pub repository: Option<String>,
    /// Its number in the repository.
    pub number: Option<u64>,
    /// Its address; `None` while it is being made.
    pub url: Option<String>,
    /// Why it could not be made.
    pub error: Option<String>,
}

impl Autofix {
    /// The cause that was found last, whichever generation found it.
    #[must_use]
    pub fn root_cause(&self) -> Option<RootCause> {
        let of_step = || self.steps.iter().rev().find_map(|step| step.causes.first());
        self.artifact("root_cause")
            .and_then(|artifact| RootCause::of(artifact.data.as_ref()?))
            .or_else(|| of_step().map(RootCause::from))
    }

    /// The solution that was planned last, whichever generation planned it.
    #[must_use]
    pub fn solution(&self) -> Option<AutofixSolution> {
        let mut steps = self.steps.iter().rev();
        let of_step = steps.find(|step| step.key.as_deref() == Some("solution"));
        self.artifact("solution")
            .map(AutofixSolution::from)
            .or_else(|| of_step.map(AutofixSolution::from))
    }

    /// The pull requests, whichever generation opened them.
    #[must_use]
    pub fn pull_requests(&self) -> Vec<AutofixPullRequest> {
        let changes = self.steps.iter().flat_map(|step| &step.changes);
        let older = changes.filter_map(|change| {
            let own = change.pull_request.as_ref()?;
            Some(AutofixPullRequest {
                repository: change.repo_name.clone(),
                number: own.pr_number,
                url: own.pr_url.clone(),
                error: None,
            })
        });
        let newer = self.repo_pr_states.iter().map(|(name, state)| {
            let name = state.repo_name.as_ref().unwrap_or(name);
            AutofixPullRequest {
                repository: Some(name.clone()),
                number: state.pr_number,
                url: state.pr_url.clone(),
                error: state.pr_creation_error.clone(),
            }
        });
        older.chain(newer).collect()
    }

    /// The newest thing of this kind that a block or a step brought.
    fn artifact(&self, key: &str) -> Option<&AutofixArtifact> {
        let blocks = self.blocks.iter().flat_map(|block| &block.artifacts);
        let steps = self.steps.iter().flat_map(|step| &step.artifacts);
        let mut newest = steps.chain(blocks).collect::<Vec<_>>().into_iter().rev();
        newest.find(|artifact| artifact.key.as_deref() == Some(key))
    }
}

impl RootCause {
    fn of(data: &Value) -> Option<Self> {
        Some(Self {
            description: text(data, "one_line_description")?,
            whys: texts(data, "five_whys"),
            reproduction: texts(data, "reproduction_steps"),
            repositories: text(data, "relevant_repo").into_iter().collect(),
        })
    }
}

impl From<&AutofixCause> for RootCause {
    fn from(cause: &AutofixCause) -> Self {
        let steps = cause.root_cause_reproduction.iter();
        Self {
            description: cause.description.clone().unwrap_or_default(),
            whys: Vec::new(),
            reproduction: steps.filter_map(|step| step.title.clone()).collect(),
            repositories: cause.relevant_repos.clone(),
        }
    }
}

impl From<&AutofixArtifact> for AutofixSolution {
    fn from(artifact: &AutofixArtifact) -> Self {
        let data = artifact.data.as_ref();
        let steps = data.and_then(|data| data.get("steps")?.as_array());
        let steps = steps.into_iter().flatten().map(|step| SolutionStep {
            title: text(step, "title"),
            description: text(step, "description"),
        });
        Self {
            summary: data.and_then(|data| text(data, "one_line_summary")),
            steps: steps.collect(),
            reason: artifact.reason.clone(),
        }
    }
}

impl From<&AutofixStep> for AutofixSolution {
    fn from(step: &AutofixStep) -> Self {
        // Without a plan, the words are about why there is none.
        let (summary, reason) = if step.solution.is_empty() {
            (None, step.description.clone())
        } else {
            (step.description.clone(), None)
        };
        Self {
            summary,
            steps: step.solution.iter().map(SolutionStep::from).collect(),
            reason: reason.or_else(|| step.termination_reason.clone()),
        }
    }
}

impl From<&ExplainedStep> for SolutionStep {
    fn from(step: &ExplainedStep) -> Self {
        Self {
            title: step.title.clone(),
            description: step.code_snippet_and_analysis.clone(),
        }
    }
}

fn text(of: &Value, key: &str) -> Option<String> {
    of.get(key)?.as_str().map(str::to_owned)
}

fn texts(of: &Value, key: &str) -> Vec<String> {
    let list = of.get(key).and_then(Value::as_array);
    let texts = list.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}
