//! Why a request is not taken for Sentry's.

use std::fmt;

use http::StatusCode;

/// Why a webhook was refused.
///
/// It holds nothing of the request, so that it can be logged and shown to whoever sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebhookError {
    /// The verifier has no secret; an empty one is none.
    NoSecret,
    /// The body is longer than [`max_body`](super::WebhookVerifier::max_body).
    BodyTooLarge,
    /// The header with the signature is missing.
    Unsigned(&'static str),
    /// The signature is not the one of this body with any of the secrets.
    WrongSignature,
    /// Another header is missing.
    MissingHeader(&'static str),
    /// A header is there twice, so that it is not clear which one Sentry sent.
    RepeatedHeader(&'static str),
    /// A header holds something else than Sentry writes there.
    InvalidHeader(&'static str),
    /// It was sent longer ago than [`freshness`](super::WebhookVerifier::freshness) allows.
    TooOld,
    /// It was sent later than it is here, by more than
    /// [`freshness`](super::WebhookVerifier::freshness) allows.
    TooNew,
    /// The body is signed, but no JSON object.
    NotAnObject,
}

impl WebhookError {
    /// The status to answer with: 400, 401, 413, or 500 where the receiver lacks its secret.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::NoSecret => StatusCode::INTERNAL_SERVER_ERROR,
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unsigned(_) | Self::WrongSignature | Self::TooOld | Self::TooNew => {
                StatusCode::UNAUTHORIZED
            }
            Self::MissingHeader(_)
            | Self::RepeatedHeader(_)
            | Self::InvalidHeader(_)
            | Self::NotAnObject => StatusCode::BAD_REQUEST,
        }
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSecret => {
                f.write_str("the receiver has no secret; give it the one that Sentry shows")
            }
            Self::BodyTooLarge => f.write_str("the body is longer than the receiver takes"),
            Self::Unsigned(name) => {
                write!(f, "there is no {name}; Sentry signs what it sends")
            }
            Self::WrongSignature => f.write_str(
                "the signature does not fit; check the secret, and that the body is verified \
                 as it came",
            ),
            Self::MissingHeader(name) => write!(f, "there is no {name}, which Sentry sends"),
            Self::RepeatedHeader(name) => write!(f, "{name} is there more than once"),
            Self::InvalidHeader(name) => write!(f, "{name} cannot be read"),
            Self::TooOld => f.write_str("it was sent too long ago; check the receiver's clock"),
            Self::TooNew => f.write_str("it was sent in the future; check the receiver's clock"),
            Self::NotAnObject => f.write_str("the body is no JSON object"),
        }
    }
}

impl std::error::Error for WebhookError {}
