//! The one error of this crate.

mod answer;
mod kind;

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{Method, StatusCode};

use crate::path::PathProblem;
use crate::transport::{TransportError, TransportErrorKind};

use self::answer::clean;
pub(crate) use self::answer::{from_answer, is_html};
pub use self::kind::ErrorKind;

/// Why a call failed, with the words of the server where it gave any.
///
/// `Display` tells the method, the path template, the status, Sentry's code and message
/// and what to do next; it never holds a token, a whole URL or a body.
///
/// ```
/// use sentry_api::{Client, ErrorKind};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), sentry_api::Error> {
/// let client = Client::builder().build()?;
/// let error = client.organization("..").get().await.unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::InvalidRequest);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Debug, Clone)]
pub(crate) struct Inner {
    kind: ErrorKind,
    call: Option<(Method, Cow<'static, str>)>,
    status: Option<StatusCode>,
    code: Option<String>,
    error_id: Option<String>,
    detail: Option<String>,
    problem: Option<String>,
    retry_after: Option<Duration>,
    scopes: Vec<String>,
    unsent: bool,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner {
            kind,
            call: None,
            status: None,
            code: None,
            error_id: None,
            detail: None,
            problem: None,
            retry_after: None,
            scopes: Vec::new(),
            unsent: false,
            source: None,
        }))
    }

    /// Says that there is no token to be had, and why; for a
    /// [`TokenProvider`](crate::TokenProvider).
    ///
    /// Both are shown to whoever sees the error, so they hold no secret.
    pub fn no_token(
        problem: impl Into<String>,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self::new(ErrorKind::Unauthorized)
            .with_problem(problem)
            .with_source(source)
    }

    pub(crate) fn invalid(problem: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidRequest).with_problem(problem)
    }

    pub(crate) fn invalid_base_url(why: &str) -> Self {
        Self::invalid(format!("the base URL {why}"))
    }

    pub(crate) fn path(problem: PathProblem) -> Self {
        Self::invalid(match problem {
            PathProblem::Segment => "a part of the path is empty, `.` or `..`",
            PathProblem::Template => "the path begins with no slash",
            PathProblem::Version => {
                "no release has a version with a slash, a backslash, a tab or a line break"
            }
            PathProblem::Arity => "the path takes another number of values",
        })
    }

    pub(crate) fn transport(error: TransportError) -> Self {
        let kind = match error.kind() {
            TransportErrorKind::Connect | TransportErrorKind::Interrupted => ErrorKind::Unavailable,
            TransportErrorKind::Timeout => ErrorKind::Timeout,
            TransportErrorKind::Tls => ErrorKind::Tls,
            TransportErrorKind::Invalid => ErrorKind::InvalidRequest,
        };
        Self::new(kind).with_source(error)
    }

    #[cfg(feature = "oauth")]
    pub(crate) fn with_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    #[cfg(feature = "oauth")]
    pub(crate) fn with_code(mut self, code: &str) -> Self {
        self.0.code = Some(code.to_owned());
        self
    }

    pub(crate) fn with_problem(mut self, problem: impl Into<String>) -> Self {
        self.0.problem = Some(problem.into());
        self
    }

    pub(crate) fn with_source(
        mut self,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        self.0.source = Some(Arc::from(source.into()));
        self
    }

    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        self.0.status = Some(status);
        self
    }

    pub(crate) fn with_retry_after(mut self, wait: Option<Duration>) -> Self {
        self.0.retry_after = wait;
        self
    }

    /// Says that the failure kept a call from being sent, or came after one that did nothing.
    pub(crate) fn unsent(mut self) -> Self {
        self.0.unsent = true;
        self
    }

    /// Makes what the server said fit to be shown: without the secrets that `scrub` takes out,
    /// should it have echoed one, without control characters, and cut. In this order: a token that is cut in two
    /// would not be found.
    pub(crate) fn presentable(mut self, scrub: impl Fn(&str) -> String) -> Self {
        let tidy = |text: String| clean(&scrub(&text));
        self.0.detail = self.0.detail.map(tidy);
        self.0.problem = self.0.problem.map(tidy);
        self.0.code = self.0.code.map(tidy);
        self.0.error_id = self.0.error_id.map(tidy);
        self.0.scopes = self.0.scopes.into_iter().map(tidy).collect();
        self
    }

    /// Names the call, unless it is known already, and what the call would have needed.
    pub(crate) fn in_call(
        mut self,
        method: &Method,
        path: Cow<'static, str>,
        scopes: &[&str],
    ) -> Self {
        if self.0.call.is_none() {
            self.0.call = Some((method.clone(), path));
        }
        if self.0.kind == ErrorKind::Forbidden && self.0.scopes.is_empty() {
            self.0.scopes = scopes.iter().map(|&scope| scope.to_owned()).collect();
        }
        self
    }

    /// What sort of failure this is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The HTTP status of the answer, if one came.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// Sentry's own machine code, such as `sso-required`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The id of the event in which the server itself recorded the failure, of a 500 answer;
    /// who runs the server can find it.
    #[must_use]
    pub fn error_id(&self) -> Option<&str> {
        self.0.error_id.as_deref()
    }

    /// What the server said, without control and invisible characters, and at most 500
    /// characters long.
    ///
    /// A server's words can repeat what somebody else wrote: do not treat them as trusted.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.0.detail.as_deref()
    }

    /// What this crate found wrong with the request or the answer, in its own words.
    ///
    /// Of what the server sent it holds at most the name of a host or the path of a field,
    /// reduced to letters, digits and `_.-[]:`.
    #[must_use]
    pub fn problem(&self) -> Option<&str> {
        self.0.problem.as_deref()
    }

    /// Whether nothing reached the server, so that a write was certainly not done.
    #[must_use]
    pub fn is_unsent(&self) -> bool {
        let transport = self.0.source.as_ref();
        let transport = transport.and_then(|source| source.downcast_ref::<TransportError>());
        self.0.unsent
            || self.kind() == ErrorKind::InvalidRequest
            || transport.is_some_and(|error| error.kind().is_unsent())
    }

    /// How long the server asks to wait before the next try, a year at most.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// The scopes of which any one would have allowed the call, for a
    /// [`Forbidden`](ErrorKind::Forbidden) one; the operation's own list where the server named none.
    #[must_use]
    pub fn required_scopes(&self) -> &[String] {
        &self.0.scopes
    }

    /// The method and the path template of the call that failed.
    #[must_use]
    pub fn call(&self) -> Option<(&Method, &str)> {
        self.0
            .call
            .as_ref()
            .map(|(method, path)| (method, path.as_ref()))
    }

    /// Whether the thing does not exist or cannot be seen.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.kind() == ErrorKind::NotFound
    }

    /// Whether the token is the reason (401 or 403).
    #[must_use]
    pub fn is_auth(&self) -> bool {
        matches!(self.kind(), ErrorKind::Unauthorized | ErrorKind::Forbidden)
    }

    /// Whether too many requests are the reason.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.kind() == ErrorKind::RateLimited
    }

    /// Whether the same call may succeed later.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(
            self.kind(),
            ErrorKind::RateLimited | ErrorKind::Timeout | ErrorKind::Unavailable
        )
    }
}

/// The name of a host or a field that a server chose, too plain to be anything else.
pub(crate) fn plain(name: &str) -> String {
    let plain = |c: &char| c.is_ascii_alphanumeric() || "_.-[]:".contains(*c);
    name.chars().filter(plain).take(100).collect()
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((method, path)) = &self.0.call {
            write!(f, "{method} {path}: ")?;
        }
        if let Some(status) = self.0.status {
            write!(f, "{status}: ")?;
        }
        if let Some(code) = &self.0.code {
            write!(f, "[{code}] ")?;
        }
        for text in [&self.0.problem, &self.0.detail].into_iter().flatten() {
            write!(f, "{}; ", text.trim_end_matches('.'))?;
        }
        f.write_str(self.0.kind.advice())?;
        if let Some(wait) = self.0.retry_after {
            write!(f, " ({} s)", wait.as_secs_f64().ceil())?;
        }
        if !self.0.scopes.is_empty() {
            write!(f, " ({})", self.0.scopes.join(", "))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("call", &self.0.call)
            .field("status", &self.0.status)
            .field("code", &self.0.code)
            .field("error_id", &self.0.error_id)
            .field("detail", &self.0.detail)
            .field("problem", &self.0.problem)
            .field("retry_after", &self.0.retry_after)
            .field("required_scopes", &self.0.scopes)
            .field("source", &self.0.source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}
