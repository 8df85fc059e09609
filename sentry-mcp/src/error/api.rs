//! Failures of the API, in the words of tools.

use sentry_api::{Error, ErrorKind};

use super::{ErrorCode, ToolError};
use crate::args::quoted;

/// What a call to the API was about, which decides what to check when it is not found.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject<'a> {
    /// The token and its owner.
    Token,
    /// The organizations that the token sees.
    Organizations,
    /// Something in an organization.
    Organization(&'a str),
    /// A search for issues of an organization.
    Search(&'a str),
    /// An issue of an organization.
    Issue(&'a str, &'a str),
}

impl ToolError {
    /// Says what a failure of the API means for a call, and what to do.
    pub(crate) fn from_api(error: &Error, subject: Subject<'_>) -> Self {
        let said = match error.kind() {
            ErrorKind::NotFound => not_found(subject),
            ErrorKind::BadRequest => bad_request(error, subject),
            kind => general(kind, error),
        };
        said.status(error.status().map(|status| status.as_u16()))
            .retry_after(error.retry_after())
            .detail(error.detail().unwrap_or_default())
    }
}

fn not_found(subject: Subject<'_>) -> ToolError {
    match subject {
        Subject::Issue(organization, issue) => ToolError::new(
            ErrorCode::IssueNotFound,
            format!(
                "There is no issue {} in {}, or the token cannot see it.",
                quoted(issue),
                quoted(organization)
            ),
        )
        .hint(
            "Check the id and the organization; search_issues finds issues by what they say. A merged or \
             deleted issue is gone.",
        ),
        Subject::Organization(organization) | Subject::Search(organization) => ToolError::new(
            ErrorCode::NotFound,
            format!(
                "There is no organization {}, or the token cannot see it.",
                quoted(organization)
            ),
        )
        .hint("list_organizations names those that the token sees. Also check the project, where one is given."),
        Subject::Token | Subject::Organizations => {
            ToolError::new(ErrorCode::NotFound, "The server has no such page.")
                .hint("Check the server's URL: `sentry-mcp doctor`.")
        }
    }
}

fn bad_request(error: &Error, subject: Subject<'_>) -> ToolError {
    let about_query = error.detail().is_some_and(|detail| {
        let detail = detail.to_ascii_lowercase();
        detail.contains("query") || detail.contains("search")
    });
    if about_query && matches!(subject, Subject::Search(_)) {
        return ToolError::new(ErrorCode::InvalidQuery, "Sentry refused the search query.")
            .hint("Correct the query as Sentry says below, and search again.");
    }
    ToolError::new(
        ErrorCode::InvalidArgument,
        "Sentry refused a value of this call.",
    )
    .hint("Correct the argument that Sentry names below, and call again.")
}

fn general(kind: ErrorKind, error: &Error) -> ToolError {
    match kind {
        ErrorKind::Unauthorized => ToolError::new(ErrorCode::AuthFailed, "Sentry does not accept the token.")
            .hint(
                "The user has to put a valid token into SENTRY_AUTH_TOKEN and restart this server; it may have \
                 expired, been revoked, belong to another server, or need single sign-on.",
            ),
        ErrorKind::Forbidden => ToolError::new(ErrorCode::Forbidden, "The token may not do this.").hint(match error.required_scopes() {
            [] => "Use a token of someone who may, or with more scopes; whoami lists those of this one.".to_owned(),
            scopes => format!(
                    "It takes a token with one of these scopes: {}. A token that has one cannot see the \
                     organization or project that is named.",
                    scopes.join(", ")
                ),
        }),
        ErrorKind::RateLimited => ToolError::new(ErrorCode::RateLimited, "Sentry still refuses more requests after a wait.")
            .hint(match error.retry_after() {
                Some(wait) => format!("Wait {} s, then call again.", wait.as_secs_f64().ceil().max(1.0)),
                None => "Wait a minute, then call again.".to_owned(),
            }),
        ErrorKind::Unsupported => ToolError::new(ErrorCode::Unsupported, "This Sentry server cannot do this.")
            .hint("It may be too old, or its URL is not that of Sentry. With an issue's numeric id instead of its short id more servers can answer."),
        ErrorKind::Timeout => ToolError::new(ErrorCode::Unavailable, "Sentry did not answer in time.")
            .hint("Call again, ask for less (a smaller limit, a shorter period), or allow more time with --timeout."),
        ErrorKind::Unavailable => ToolError::new(ErrorCode::Unavailable, "Sentry cannot be reached, or fails.")
            .hint("Call again in a while. If it persists, `sentry-mcp doctor` checks the server's URL and the network."),
        ErrorKind::Redirected => ToolError::new(ErrorCode::ApiError, "The server sent the request elsewhere, which was not followed.")
            .hint("Set SENTRY_URL to the address where the server itself answers."),
        ErrorKind::InvalidRequest => ToolError::new(ErrorCode::InvalidArgument, "The request cannot be made, so nothing was sent.")
            .hint("Correct the arguments and call again."),
        ErrorKind::Decode => ToolError::new(ErrorCode::ApiError, "Sentry's answer cannot be read.")
            .hint("Check that the URL is that of a Sentry server; the server may also be of another version."),
        ErrorKind::TooLarge => ToolError::new(ErrorCode::ApiError, "Sentry's answer is too large.")
            .hint("Ask for less: a smaller limit or a shorter period."),
        _ => ToolError::new(ErrorCode::ApiError, "Sentry answered with an error.")
            .hint("Call again; if it persists, what Sentry says below may tell why."),
    }
}
