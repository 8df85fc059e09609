//! Why a tool could not do what was asked, in words that say the next step.

mod api;
mod query;
mod subject;

use std::fmt;
use std::time::Duration;

use rmcp::ErrorData;
use rmcp::handler::server::tool::IntoCallToolResult;
use rmcp::model::{CallToolResponse, CallToolResult, ContentBlock};
use serde::Serialize;

pub(crate) use self::api::{MAY_BE_DONE, may_have_been_done};
pub(crate) use self::subject::{Subject, list};
use crate::untrusted::{Fence, Line, Tag, Untrusted};

/// What went wrong, as a program tells it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum ErrorCode {
    /// No token, or an organisation is needed and none is known.
    #[serde(rename = "SENTRY_NOT_CONFIGURED")]
    NotConfigured,
    /// Sentry does not accept the token (401).
    #[serde(rename = "SENTRY_AUTH_FAILED")]
    AuthFailed,
    /// The token may not do this (403).
    #[serde(rename = "SENTRY_FORBIDDEN")]
    Forbidden,
    /// Too many requests, here or at Sentry (429).
    #[serde(rename = "SENTRY_RATE_LIMITED")]
    RateLimited,
    /// There is no such issue, or the token cannot see it (404).
    #[serde(rename = "SENTRY_ISSUE_NOT_FOUND")]
    IssueNotFound,
    /// There is no such thing, or the token cannot see it (404).
    #[serde(rename = "SENTRY_NOT_FOUND")]
    NotFound,
    /// The search string is wrong.
    #[serde(rename = "SENTRY_INVALID_QUERY")]
    InvalidQuery,
    /// An argument is wrong, as found here or by Sentry (400, 422).
    #[serde(rename = "SENTRY_INVALID_ARGUMENT")]
    InvalidArgument,
    /// This Sentry server cannot do it.
    #[serde(rename = "SENTRY_UNSUPPORTED")]
    Unsupported,
    /// Sentry could not be reached, did not answer in time, or failed (5xx).
    #[serde(rename = "SENTRY_UNAVAILABLE")]
    Unavailable,
    /// Anything else.
    #[serde(rename = "SENTRY_API_ERROR")]
    ApiError,
}

impl ErrorCode {
    /// The code as it stands in every answer.
    ///
    /// ```
    /// use sentry_mcp::ErrorCode;
    ///
    /// assert_eq!(ErrorCode::InvalidQuery.as_str(), "SENTRY_INVALID_QUERY");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotConfigured => "SENTRY_NOT_CONFIGURED",
            Self::AuthFailed => "SENTRY_AUTH_FAILED",
            Self::Forbidden => "SENTRY_FORBIDDEN",
            Self::RateLimited => "SENTRY_RATE_LIMITED",
            Self::IssueNotFound => "SENTRY_ISSUE_NOT_FOUND",
            Self::NotFound => "SENTRY_NOT_FOUND",
            Self::InvalidQuery => "SENTRY_INVALID_QUERY",
            Self::InvalidArgument => "SENTRY_INVALID_ARGUMENT",
            Self::Unsupported => "SENTRY_UNSUPPORTED",
            Self::Unavailable => "SENTRY_UNAVAILABLE",
            Self::ApiError => "SENTRY_API_ERROR",
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The failure of a tool: a result that an agent reads, not an error of the protocol.
///
/// ```
/// use sentry_mcp::{ErrorCode, ToolError};
///
/// let error = ToolError::new(ErrorCode::Forbidden, "The token may not update issues.")
///     .hint("Use a token with the scope event:write.")
///     .status(403);
/// assert_eq!(
///     error.to_string(),
///     "SENTRY_FORBIDDEN: The token may not update issues.\n\
///      Next: Use a token with the scope event:write."
/// );
/// ```
#[derive(Debug, Clone)]
pub struct ToolError(Box<Inner>);

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Inner {
    code: ErrorCode,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_code: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u64>,
    /// The server's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<Untrusted>,
}

/// How much of the server's own words an answer shows, in characters.
const LONGEST_DETAIL: usize = 400;

impl ToolError {
    /// An error with a code and a sentence of our own words.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            code,
            message: message.into(),
            status_code: None,
            hint: None,
            retry_after: None,
            detail: None,
        }))
    }

    /// Says the next step.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// Adds the HTTP status that Sentry answered with.
    #[must_use]
    pub fn status(mut self, status: impl Into<Option<u16>>) -> Self {
        self.0.status_code = status.into();
        self
    }

    /// Adds how long to wait; parts of a second count as a whole one.
    #[must_use]
    pub fn retry_after(mut self, wait: impl Into<Option<Duration>>) -> Self {
        self.0.retry_after = wait
            .into()
            .map(|wait| wait.as_secs() + u64::from(wait.subsec_nanos() > 0));
        self
    }

    /// Adds the server's own words.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<Untrusted>) -> Self {
        let detail = detail.into().shortened(LONGEST_DETAIL);
        self.0.detail = (!detail.is_blank()).then_some(detail);
        self
    }

    /// Adds the reason to the message, in words that may stand outside a fence.
    pub(crate) fn because(mut self, reason: &str) -> Self {
        let message = self.0.message.trim_end_matches('.').to_owned();
        self.0.message = format!("{message}: {}.", reason.trim_end_matches('.'));
        self
    }

    /// Adds a sentence to the message.
    pub(crate) fn and(mut self, sentence: &str) -> Self {
        self.0.message = format!("{} {sentence}", self.0.message);
        self
    }

    /// The code and the message, for a note outside the fence.
    pub(crate) fn summary(&self) -> String {
        format!("{}: {}", self.0.code, self.0.message)
    }

    /// The next step, where there is one.
    #[must_use]
    pub fn next_step(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// The error as one line of an answer, without the next step.
    pub(crate) fn line(&self) -> Line {
        let line = Line::new().words(format_args!("  {}: {}", self.0.code, self.0.message));
        match &self.0.detail {
            Some(detail) => line.words(" Sentry: ").text(detail, LONGEST_DETAIL),
            None => line,
        }
    }

    /// What went wrong.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.0.code
    }
}

impl fmt::Display for ToolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.code, self.0.message)?;
        if let Some(hint) = &self.0.hint {
            write!(f, "\nNext: {hint}")?;
        }
        if let Some(detail) = &self.0.detail {
            let mut fence = Fence::new(Tag::random());
            fence.push(Line::new().words("Sentry: ").text(detail, LONGEST_DETAIL));
            write!(f, "\n{fence}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ToolError {}

impl IntoCallToolResult for ToolError {
    fn into_call_tool_result(self) -> Result<CallToolResponse, ErrorData> {
        let mut result = CallToolResult::error(vec![ContentBlock::text(self.to_string())]);
        result.structured_content = Some(serde_json::json!({"success": false, "error": self.0}));
        Ok(result.into())
    }
}
