//! Why no answer came.

use std::error::Error as StdError;
use std::fmt;

/// Why a request got no whole answer.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// How far the exchange came, which decides whether it may be tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection could be made, so the server saw nothing of the request.
    Connect,
    /// No trusted connection could be made: a certificate that is expired, of another name
    /// or of an unknown authority, or no version of TLS in common. The server saw nothing of
    /// the request, and trying again will not help.
    Tls,
    /// The other end did not answer in time.
    Timeout,
    /// The connection broke after it was made; the server may have acted.
    Interrupted,
    /// The request could not be sent at all, and trying again will not help.
    Invalid,
}

impl TransportErrorKind {
    /// Whether the server certainly saw nothing of the request.
    pub(crate) fn is_unsent(self) -> bool {
        matches!(self, Self::Connect | Self::Tls | Self::Invalid)
    }
}

impl TransportError {
    /// An error of this kind with its cause.
    pub fn new(
        kind: TransportErrorKind,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self {
            kind,
            source: Some(source.into()),
        }
    }

    /// How far the exchange came.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl From<TransportErrorKind> for TransportError {
    fn from(kind: TransportErrorKind) -> Self {
        Self { kind, source: None }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "no connection could be made",
            TransportErrorKind::Tls => "no trusted connection could be made",
            TransportErrorKind::Timeout => "the server did not answer in time",
            TransportErrorKind::Interrupted => "the connection broke",
            TransportErrorKind::Invalid => "the request could not be sent",
        })
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}
