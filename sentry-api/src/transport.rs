//! The one seam between this crate and the network.
//!
//! A [`Transport`] takes a finished [`http::Request`] and gives back an
//! [`http::Response`]. Everything above it (credentials, retries, rate limits,
//! decoding) is the same whether the other end is sentry.io, a recorded exchange or a
//! sandbox in this process.

mod body;
mod error;
#[cfg(feature = "testing")]
mod replay;
#[cfg(feature = "reqwest")]
mod reqwest;

use std::fmt::Debug;

use async_trait::async_trait;

pub use self::body::{BodyStream, RequestBody};
pub use self::error::{TransportError, TransportErrorKind};
#[cfg(feature = "testing")]
pub use self::replay::{Exchange, Replay};
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;

/// Sends one HTTP request and gives the answer, whatever its status.
///
/// An implementation does not follow redirects, does not retry and does not look at
/// statuses: that is the client's part. Dropping the future must abandon the exchange.
///
/// ```
/// use sentry_api::transport::{BodyStream, RequestBody, Transport, TransportError};
///
/// /// Answers every request with an empty list.
/// #[derive(Debug)]
/// struct Nothing;
///
/// #[async_trait::async_trait]
/// impl Transport for Nothing {
///     async fn send(
///         &self,
///         _request: http::Request<RequestBody>,
///     ) -> Result<http::Response<BodyStream>, TransportError> {
///         Ok(http::Response::new(BodyStream::from("[]")))
///     }
/// }
/// ```
#[async_trait]
pub trait Transport: Debug + Send + Sync {
    /// Sends `request` and resolves when the head of the answer is there.
    ///
    /// # Errors
    ///
    /// Fails when no answer came; an answer with an error status is not a failure here.
    async fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<BodyStream>, TransportError>;
}
