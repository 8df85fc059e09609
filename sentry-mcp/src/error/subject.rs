//! What a call to the API was about.

use super::{ErrorCode, ToolError};
use crate::args::quoted;

/// What a call to the API was about, which decides what to check when it fails.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject<'a> {
    /// The token and its owner.
    Token,
    /// The organizations that the token sees.
    Organizations,
    /// Something in an organization.
    Organization(&'a str),
    /// A search for issues of an organization.
    Search {
        organization: &'a str,
        /// The projects and environments it was narrowed to.
        projects: &'a [&'a str],
        environments: &'a [String],
    },
    /// An issue of an organization, or an event of it.
    Issue {
        organization: &'a str,
        issue: &'a str,
        /// The environments it was narrowed to.
        environments: &'a [String],
    },
    /// A change of an issue.
    Update {
        organization: &'a str,
        issue: &'a str,
    },
}

impl Subject<'_> {
    /// Whether the call changes something.
    pub(super) fn is_write(&self) -> bool {
        matches!(self, Self::Update { .. })
    }

    /// Whether an issue was named as people do, which not every server understands.
    pub(super) fn is_short_id(&self) -> bool {
        match self {
            Self::Issue { issue, .. } | Self::Update { issue, .. } => {
                !issue.bytes().all(|byte| byte.is_ascii_digit())
            }
            _ => false,
        }
    }

    /// The words for a 404: Sentry gives it for an unknown environment or project too.
    pub(super) fn not_found(self) -> ToolError {
        match self {
            Self::Issue {
                organization,
                issue,
                environments,
            } => issue_not_found(organization, issue, environments),
            Self::Update {
                organization,
                issue,
            } => issue_not_found(organization, issue, &[]),
            Self::Search {
                organization,
                projects,
                environments,
            } if !(projects.is_empty() && environments.is_empty()) => {
                let projects: Vec<_> = projects.iter().map(|name| quoted(name)).collect();
                let environments = list(environments);
                let mut unknown = Vec::new();
                if !environments.is_empty() {
                    unknown.push(format!("environment {environments}"));
                }
                if !projects.is_empty() {
                    unknown.push(format!("project {}", projects.join(", ")));
                }
                unknown.push(format!("organization {}", quoted(organization)));
                ToolError::new(
                    ErrorCode::NotFound,
                    format!(
                        "One of these is not there, or the token cannot see it: {}.",
                        unknown.join("; ")
                    ),
                )
                .hint(
                    "Leave the environment or project out, or correct it: list_projects names the projects, \
                     list_organizations the organizations.",
                )
            }
            Self::Organization(organization) | Self::Search { organization, .. } => ToolError::new(
                ErrorCode::NotFound,
                format!(
                    "There is no organization {}, or the token cannot see it.",
                    quoted(organization)
                ),
            )
            .hint("list_organizations names those that the token sees."),
            Self::Token | Self::Organizations => {
                ToolError::new(ErrorCode::NotFound, "The server has no such page.")
                    .hint("Check the server's URL: `sentry-mcp doctor`.")
            }
        }
    }
}

fn issue_not_found(organization: &str, issue: &str, environments: &[String]) -> ToolError {
    let place = format!("issue {} in {}", quoted(issue), quoted(organization));
    if environments.is_empty() {
        return ToolError::new(
            ErrorCode::IssueNotFound,
            format!("There is no {place}, or the token cannot see it."),
        )
        .hint(
            "Check the id and the organization; search_issues finds issues by what they say. A deleted \
             issue is gone.",
        );
    }
    ToolError::new(
        ErrorCode::IssueNotFound,
        format!(
            "There is no environment {}, or no {place}, or the token cannot see it.",
            list(environments)
        ),
    )
    .hint("Leave `environment` out or correct it, then check the id and the organization.")
}

/// Names as a message repeats them.
pub(crate) fn list(names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| quoted(name)).collect();
    names.join(", ")
}
