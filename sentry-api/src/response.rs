//! An answer with what came around it.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::rate_limit::RateLimit;

/// What an operation answered, with the status, the headers and the raw body.
#[derive(Clone)]
pub struct Response<T> {
    pub(crate) value: T,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl<T> Response<T> {
    /// The answer itself.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The answer itself, without the rest.
    pub fn into_value(self) -> T {
        self.value
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// What the answer said about the limits of its endpoint.
    #[must_use]
    pub fn rate_limit(&self) -> RateLimit {
        RateLimit::read(&self.headers)
    }

    /// The body as it came, for the fields that have no place in the model.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

// The headers can hold a session, and the body what the model leaves out.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("value", &self.value)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}
