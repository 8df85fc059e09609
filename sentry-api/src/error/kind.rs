//! The sorts of failures, and what to do about each.

/// What sort of failure an [`Error`](super::Error) is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request could not be made from what the caller gave; nothing was sent.
    InvalidRequest,
    /// 401: the token is missing, wrong, expired or barred; or there was none to be had.
    Unauthorized,
    /// 403: the token may not do this.
    Forbidden,
    /// 404: there is no such thing, or the token may not see it.
    NotFound,
    /// 400, 409, 413 or 422: Sentry refused what was asked.
    BadRequest,
    /// 429: too many requests, still after waiting once.
    RateLimited,
    /// 405, or a web page in the place of JSON: the server lacks this route.
    Unsupported,
    /// A redirect that is not followed: to another host, or of a write.
    Redirected,
    /// No answer came within the time of the call.
    Timeout,
    /// The server could not be reached, or failed (5xx), after retries.
    Unavailable,
    /// The server could not prove who it is, or speaks another TLS; nothing was sent.
    Tls,
    /// The file of the token store cannot be read or written, or others can read it.
    TokenStore,
    /// The answer is not what the operation returns.
    Decode,
    /// The answer is longer than the client takes.
    TooLarge,
    /// Any other status.
    Api,
}

impl ErrorKind {
    /// What the caller can do about it.
    pub(super) fn advice(self) -> &'static str {
        match self {
            Self::InvalidRequest => "check the arguments; nothing was sent",
            Self::Unauthorized => "check the token, or make a new one",
            Self::Forbidden => "use a token with one of the scopes that the operation needs",
            Self::NotFound => "check the names and ids, and that the token may see them",
            Self::BadRequest => "correct the request as the message says",
            Self::RateLimited => "wait before the next try",
            Self::Unsupported => {
                "this server has no such route; check the base URL and the server's version"
            }
            Self::Redirected => "set the base URL to where the server lives",
            Self::Timeout => "try again, or allow the call more time",
            Self::Unavailable => "try again later, and check the base URL and the network",
            Self::Tls => "check the server's certificate, or trust the authority that signed it",
            Self::TokenStore => "check the file of the token store",
            Self::Decode => "the server answered something else than the operation returns",
            Self::TooLarge => "ask for less, or raise the limit on the client",
            Self::Api => "see the status",
        }
    }
}
