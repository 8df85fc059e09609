//! Bodies of requests and answers: bytes that are there, or a stream of them.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures::stream::{self, BoxStream, Stream, StreamExt};

use super::TransportError;

/// The body of a request: nothing, bytes, or a stream that is sent as it comes.
pub struct RequestBody(Content);

enum Content {
    Bytes(Bytes),
    Stream(BoxStream<'static, Result<Bytes, TransportError>>),
}

impl RequestBody {
    /// A body without a byte.
    #[must_use]
    pub fn empty() -> Self {
        Self::from(Bytes::new())
    }

    /// A body that is read while it is sent, for uploads; such a request is never retried.
    pub fn stream(
        content: impl Stream<Item = Result<Bytes, TransportError>> + Send + 'static,
    ) -> Self {
        Self(Content::Stream(content.boxed()))
    }

    /// The bytes of the body, or `None` for a stream.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Content::Bytes(bytes) => Some(bytes),
            Content::Stream(_) => None,
        }
    }

    /// A second body with the same bytes, or `None` for a stream, which exists only once.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        self.as_bytes().cloned().map(Self::from)
    }

    /// The body as a stream, whatever it was made from.
    #[must_use]
    pub fn into_stream(self) -> BodyStream {
        match self.0 {
            Content::Bytes(bytes) => BodyStream::from(bytes),
            Content::Stream(inner) => BodyStream(inner),
        }
    }
}

impl From<Bytes> for RequestBody {
    fn from(bytes: Bytes) -> Self {
        Self(Content::Bytes(bytes))
    }
}

impl fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Content::Bytes(bytes) => write!(f, "RequestBody({} bytes)", bytes.len()),
            Content::Stream(_) => f.write_str("RequestBody(stream)"),
        }
    }
}

/// The body of an answer, read piece by piece.
pub struct BodyStream(BoxStream<'static, Result<Bytes, TransportError>>);

impl BodyStream {
    /// A body from a stream of pieces.
    pub fn new(
        content: impl Stream<Item = Result<Bytes, TransportError>> + Send + 'static,
    ) -> Self {
        Self(content.boxed())
    }

    /// Reads the whole body, or gives `None` when it is longer than `limit` bytes.
    ///
    /// # Errors
    ///
    /// Fails when the connection breaks before the end.
    pub async fn collect(mut self, limit: usize) -> Result<Option<Bytes>, TransportError> {
        let Some(first) = self.next().await.transpose()? else {
            return Ok(Some(Bytes::new()));
        };
        let Some(second) = self.next().await.transpose()? else {
            return Ok((first.len() <= limit).then_some(first));
        };
        let mut whole = BytesMut::from(first);
        whole.extend_from_slice(&second);
        while whole.len() <= limit {
            match self.next().await.transpose()? {
                Some(piece) => whole.extend_from_slice(&piece),
                None => return Ok(Some(whole.freeze())),
            }
        }
        Ok(None)
    }
}

impl<T: Into<Bytes>> From<T> for BodyStream {
    fn from(bytes: T) -> Self {
        let bytes = bytes.into();
        Self::new(stream::iter((!bytes.is_empty()).then_some(Ok(bytes))))
    }
}

impl Stream for BodyStream {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_next_unpin(cx)
    }
}

impl fmt::Debug for BodyStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BodyStream")
    }
}
