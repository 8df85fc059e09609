//! Failures of the API, in the words of tools.

use sentry_api::{Error, ErrorKind};

use super::{ErrorCode, Subject, ToolError};

impl ToolError {
    /// Says what a failure of the API means for a call, and what to do.
    ///
    /// What `sentry-api` says of it itself joins the message; the server's words stay
    /// apart, for the fence.
    pub(crate) fn from_api(error: &Error, subject: Subject<'_>) -> Self {
        let said = match error.kind() {
            ErrorKind::NotFound => subject.not_found(),
            ErrorKind::BadRequest => bad_request(error, subject),
            ErrorKind::Unauthorized | ErrorKind::Forbidden | ErrorKind::RateLimited => {
                refused(error, subject)
            }
            ErrorKind::Timeout | ErrorKind::Unavailable | ErrorKind::Tls => unavailable(error),
            ErrorKind::Unsupported | ErrorKind::Redirected => elsewhere(error, subject),
            ErrorKind::InvalidRequest => invalid_request(subject),
            kind => unreadable(kind),
        };
        let said = match error.problem() {
            Some(problem) => said.because(problem),
            None => said,
        };
        let said = match (
            subject.is_write() && may_have_been_done(error),
            error.kind(),
        ) {
            (false, _) => said,
            (true, ErrorKind::Unsupported) => {
                let more = said.next_step().unwrap_or_default();
                let hint = format!("{MAY_BE_DONE} {more}");
                said.hint(hint)
            }
            (true, _) => said.hint(MAY_BE_DONE),
        };
        said.status(error.status().map(|status| status.as_u16()))
            .retry_after(error.retry_after())
            .detail(error.detail().unwrap_or_default())
    }
}

/// The next step after a write of which nobody knows whether it was done.
pub(crate) const MAY_BE_DONE: &str =
    "The change may have been made: look with get_issue before you call again.";

/// Whether a request that failed so can have had its effect.
pub(crate) fn may_have_been_done(error: &Error) -> bool {
    let is_open = match error.kind() {
        ErrorKind::Timeout | ErrorKind::Unavailable | ErrorKind::Decode | ErrorKind::TooLarge => {
            true
        }
        // A web page in the place of the answer, which may be a proxy's.
        ErrorKind::Unsupported => error.status().is_some_and(|status| status.is_success()),
        _ => false,
    };
    is_open && !error.is_unsent()
}

fn bad_request(error: &Error, subject: Subject<'_>) -> ToolError {
    let names = |words: &[&str]| {
        error.detail().is_some_and(|detail| {
            let detail = detail.to_ascii_lowercase();
            words.iter().any(|word| detail.contains(word))
        })
    };
    match subject {
        Subject::Search { .. } if names(&["query", "search"]) => {
            ToolError::new(ErrorCode::InvalidQuery, "Sentry refused the search query.")
                .hint("Correct the query as Sentry says below, and search again.")
        }
        Subject::Update { .. } if names(&["assignedto", "actor", "assignee"]) => ToolError::new(
            ErrorCode::InvalidArgument,
            "Sentry knows no such assignee in this organization.",
        )
        .hint(
            "In `assigned_to` give an e-mail, a user name, user:ID, #team or team:ID, not a person's \
             displayed name; get_issue shows the form of an assignee.",
        ),
        _ => ToolError::new(
            ErrorCode::InvalidArgument,
            "Sentry refused a value of this call.",
        )
        .hint("Correct the argument that Sentry names below, and call again."),
    }
}

fn refused(error: &Error, subject: Subject<'_>) -> ToolError {
    match error.kind() {
        ErrorKind::Unauthorized => {
            ToolError::new(ErrorCode::AuthFailed, "Sentry does not accept the token.").hint(
                "The user has to put a valid token into SENTRY_AUTH_TOKEN and restart this server; it may have \
                 expired, been revoked, belong to another server, or need single sign-on.",
            )
        }
        ErrorKind::Forbidden => {
            let scopes = error.required_scopes();
            let hint = if scopes.is_empty() {
                match subject {
                    Subject::Token => "The user has to make a token of someone who may, or with more scopes, \
                                       and restart this server with it."
                        .to_owned(),
                    _ => "Use a token of someone who may, or with more scopes; whoami lists those of this one."
                        .to_owned(),
                }
            } else {
                format!(
                    "It takes a token with one of these scopes: {}. A token that has one cannot see the \
                     organization or project that is named.",
                    scopes.join(", ")
                )
            };
            ToolError::new(ErrorCode::Forbidden, "The token may not do this.").hint(hint)
        }
        _ => ToolError::new(ErrorCode::RateLimited, "Sentry takes no more requests for now.").hint(
            match error.retry_after() {
                Some(wait) => {
                    format!("Wait {} s, then call again.", wait.as_secs_f64().ceil().max(1.0))
                }
                None => "Wait a minute, then call again.".to_owned(),
            },
        ),
    }
}

fn unavailable(error: &Error) -> ToolError {
    let new = |message: &str| ToolError::new(ErrorCode::Unavailable, message);
    if error.is_unsent() {
        return new("No connection to the server could be made, so nothing was sent.").hint(
            "Check SENTRY_URL, and HTTPS_PROXY and NO_PROXY where there is a proxy: `sentry-mcp doctor` names \
             the cause. If they are right, the server or the network is down: call again in a \
             while.",
        );
    }
    match (error.kind(), error.status()) {
        (ErrorKind::Timeout, _) => new("Sentry did not answer in time.").hint(
            "Call again, ask for less (a smaller limit, a shorter period), or allow more time with --timeout.",
        ),
        (_, Some(status)) => new(&format!("Sentry failed, with status {}.", status.as_u16())).hint(
            "Call again in a while: the failure is the server's own, or that of a proxy before it.",
        ),
        (_, None) => new("The connection broke before the answer was whole.")
            .hint("Call again. If it persists, `sentry-mcp doctor` checks the server's URL and the network."),
    }
}

/// The server lacks the route, or is not where the URL says.
fn elsewhere(error: &Error, subject: Subject<'_>) -> ToolError {
    if error.kind() == ErrorKind::Redirected {
        return ToolError::new(ErrorCode::ApiError, "The request ended in a redirect.")
            .hint("Set SENTRY_URL to the address where the server itself answers.");
    }
    let said = ToolError::new(
        ErrorCode::Unsupported,
        "This server does not answer as Sentry does.",
    );
    if subject.is_short_id() {
        return said.hint(
            "Check SENTRY_URL first, with `sentry-mcp doctor`. Servers that speak a part of Sentry's API know \
             issues by their numeric id alone: take it from search_issues.",
        );
    }
    said.hint(
        "Check SENTRY_URL first, with `sentry-mcp doctor`: it may name another server, or a path too much. \
         The server may also be too old, or lack this part of Sentry's API.",
    )
}

fn invalid_request(subject: Subject<'_>) -> ToolError {
    let hint = match subject {
        Subject::Search { .. } => "Shorten or correct the query, the project or the environment.",
        Subject::Issue { .. } | Subject::Update { .. } => {
            "Correct the issue, the organization or the environment."
        }
        Subject::Organization(_) => "Correct the organization or the cursor.",
        Subject::Token | Subject::Organizations => "Correct the cursor, or the server's URL.",
    };
    ToolError::new(
        ErrorCode::InvalidArgument,
        "The request cannot be made, so nothing was sent.",
    )
    .hint(hint)
}

fn unreadable(kind: ErrorKind) -> ToolError {
    let new = |message: &str| ToolError::new(ErrorCode::ApiError, message);
    match kind {
        ErrorKind::Decode => new("Sentry's answer cannot be read.").hint(
            "Check that the URL is that of a Sentry server; the server may also be of another version.",
        ),
        ErrorKind::TooLarge => new("Sentry's answer is too large.")
            .hint("Ask for less: a smaller limit or a shorter period."),
        _ => new("Sentry answered with an error.")
            .hint("Call again; if it persists, what Sentry says below may tell why."),
    }
}
