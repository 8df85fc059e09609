//! What became of each issue, and how an answer tells it.

use std::fmt::Write as _;

use sentry_api::model::Issue;
use serde::Serialize;
use serde_with::skip_serializing_none;

use super::wish::Change;
use crate::answer::{Answer, Section};
use crate::args::quoted;
use crate::scope::Scope;
use crate::untrusted::{Line, Untrusted};
use crate::view::plural;
use crate::{ErrorCode, ToolError};

/// The search that found the issues.
#[derive(Debug, Serialize)]
pub(super) struct Search {
    /// Clean.
    pub(super) query: String,
    #[serde(skip)]
    pub(super) shown: String,
    #[serde(flatten)]
    pub(super) scope: Scope,
}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Outcome {
    pub(super) organization: String,
    #[serde(flatten)]
    pub(super) search: Option<Search>,
    pub(super) dry_run: bool,
    pub(super) issues: Vec<IssueOutcome>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) notes: Vec<String>,
}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct IssueOutcome {
    id: Untrusted,
    short_id: Option<Untrusted>,
    title: Option<Untrusted>,
    /// What differed, and was sent unless it was a dry run.
    pub(super) changes: Vec<Change>,
    pub(super) updated: bool,
    /// The write failed in a way that leaves open whether it was done.
    #[serde(rename = "outcomeUnknown", skip_serializing_if = "std::ops::Not::not")]
    pub(super) unknown: bool,
    /// Fields that the server left as they were, without a word.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) not_taken: Vec<&'static str>,
    error: Option<ErrorCode>,
    #[serde(skip)]
    pub(super) failure: Option<ToolError>,
}

impl Outcome {
    pub(super) fn show(&self) -> Result<Answer, ToolError> {
        let mut section = Section::new("issues", "give fewer issues");
        for issue in &self.issues {
            issue.add_to(&mut section);
        }
        let mut answer = Answer::new(self)?.head(self.head()).section(section);
        for note in &self.notes {
            answer = answer.tail(format!("Note: {note}"));
        }
        let steps = self.next_steps();
        for (code, step) in &steps {
            answer = answer.tail(match steps.as_slice() {
                [_] => format!("Next: {step}"),
                _ => format!("Next after {code}: {step}"),
            });
        }
        let failed = self.issues.iter().any(|issue| issue.failure.is_some());
        Ok(if failed { answer.failed() } else { answer })
    }

    /// What to do about each sort of failure, once.
    fn next_steps(&self) -> Vec<(ErrorCode, &str)> {
        let mut steps = Vec::new();
        for failure in self
            .issues
            .iter()
            .filter_map(|issue| issue.failure.as_ref())
        {
            let step = failure.next_step().map(|step| (failure.code(), step));
            steps.extend(step.filter(|step| !steps.contains(step)));
        }
        steps
    }

    fn head(&self) -> String {
        let number = |matches: fn(&IssueOutcome) -> bool| {
            self.issues.iter().filter(|issue| matches(issue)).count() as u64
        };
        let differing = number(|issue| !issue.changes.is_empty());
        let failed = number(|issue| issue.failure.is_some());
        let in_part = number(|issue| !issue.not_taken.is_empty());
        let place = match &self.search {
            Some(Search { shown, scope, .. }) => {
                format!(" ({shown} in {}{scope})", quoted(&self.organization))
            }
            None => format!(" in {}", quoted(&self.organization)),
        };
        if differing == 0 {
            let issues = self.issues.len() as u64;
            let are = if issues == 1 { "is" } else { "are" };
            return format!(
                "Nothing to change{place}: {} {are} so already.",
                plural(issues, "issue")
            );
        }
        let differing_issues = plural(differing, "issue");
        if self.dry_run {
            return format!("Nothing was sent (dry run). {differing_issues} would change{place}:");
        }
        if failed + in_part == 0 {
            return format!("{differing_issues} changed{place}:");
        }
        let changed = differing - failed - in_part;
        let mut head = format!("{changed} of {differing_issues} changed{place}");
        for (number, what) in [(in_part, "changed in part only"), (failed, "failed")] {
            if number > 0 {
                // Writing to a String cannot fail.
                let _ = write!(head, ", {number} {what}");
            }
        }
        head.push(':');
        head
    }
}

impl IssueOutcome {
    /// An issue that differs in these fields, before anything is sent.
    pub(super) fn of(issue: &Issue, changes: Vec<Change>) -> Self {
        Self {
            id: issue.id.as_str().into(),
            short_id: issue.short_id.as_deref().map(Untrusted::new),
            title: issue.title.as_deref().map(Untrusted::new),
            changes,
            updated: false,
            unknown: false,
            not_taken: Vec::new(),
            error: None,
            failure: None,
        }
    }

    pub(super) fn fail(&mut self, failure: ToolError) {
        self.error = Some(failure.code());
        self.failure = Some(failure);
    }

    fn add_to(&self, section: &mut Section) {
        let mut line = Line::new().text(self.short_id.as_ref().unwrap_or(&self.id), 60);
        if let Some(title) = &self.title {
            line = line.words(' ').text(title, 60);
        }
        if let Some(failure) = &self.failure {
            let state = if self.unknown {
                " (failed, perhaps changed)"
            } else {
                " (failed, not changed)"
            };
            section.push_entry([line.words(state), failure.line()]);
            return;
        }
        let mut entry = vec![if self.changes.is_empty() {
            line.words(" (unchanged)")
        } else {
            line
        }];
        entry.extend(self.changes.iter().map(Change::line));
        if !self.not_taken.is_empty() {
            entry.push(
                Line::new()
                    .words("  the server did not apply: ")
                    .words(self.not_taken.join(", ")),
            );
        }
        section.push_entry(entry);
    }
}
