//! Files, read piece by piece.

mod file_name;

use std::borrow::Cow;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures::future::{BoxFuture, FutureExt};
use futures::stream::{Stream, StreamExt, TryStreamExt};
use http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, Method, Response};

use crate::client::Client;
use crate::clock::Clock;
use crate::endpoint::Prepared;
use crate::error::{Error, ErrorKind};
use crate::transport::BodyStream;

/// A file whose content comes as a stream, so that it never is in memory as a whole.
///
/// The call's timeout bounds the wait for its beginning, and after that each pause between
/// two pieces, not the time that the whole takes. The stream ends with its first error; what
/// broke off is not asked for again. Dropping it ends the request.
///
/// ```
/// use futures::TryStreamExt;
/// use http::Method;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), sentry_api::Error> {
/// # let client = sentry_fixtures::Sandbox::new().client()?;
/// # let path = "/api/0/organizations/acme/projects/";
/// let mut file = client.raw(Method::GET, path).download().await?;
/// let mut written = Vec::new();
/// while let Some(piece) = file.try_next().await? {
///     written.extend_from_slice(&piece);
/// }
/// assert_eq!(file.content_type(), Some("application/json"));
/// assert!(!written.is_empty());
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is read until it is polled"]
pub struct Download {
    headers: HeaderMap,
    /// Gone after the end and after an error.
    body: Option<BodyStream>,
    call: (Method, Cow<'static, str>),
    max_length: u64,
    taken: u64,
    clock: Arc<dyn Clock>,
    longest_pause: Duration,
    pause: Option<BoxFuture<'static, ()>>,
}

impl Download {
    pub(crate) fn new(
        client: &Client,
        prepared: &Prepared,
        answer: Response<BodyStream>,
        longest_pause: Duration,
    ) -> Self {
        let (head, body) = answer.into_parts();
        Self {
            headers: head.headers,
            body: Some(body),
            call: (prepared.method.clone(), prepared.template.clone()),
            max_length: u64::MAX,
            taken: 0,
            clock: Arc::clone(&client.0.clock),
            longest_pause,
            pause: None,
        }
    }

    /// Fails with [`ErrorKind::TooLarge`] where the file is longer than so many bytes.
    pub fn max_length(mut self, bytes: u64) -> Self {
        self.max_length = bytes;
        self
    }

    /// The media type of the file, as the server says.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// The length in bytes, where the server told it and sends the file as it is.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.headers
            .get(CONTENT_LENGTH)?
            .to_str()
            .ok()?
            .parse()
            .ok()
    }

    /// The name of the file, reduced to one that stays in its directory on each system: without
    /// directories, control and invisible characters, and at most 255 bytes long.
    ///
    /// Whoever sent the event chose it: do not treat it as trusted.
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        let header = self.headers.get(CONTENT_DISPOSITION)?;
        file_name::read(&String::from_utf8_lossy(header.as_bytes()))
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Reads the rest of the file into memory.
    ///
    /// # Errors
    ///
    /// Fails with [`ErrorKind::TooLarge`] where the file is longer than `limit` bytes, and as
    /// the stream does.
    pub async fn collect(self, limit: usize) -> Result<Bytes, Error> {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        let most = self.max_length.min(limit);
        let mut file = self.max_length(most);
        let mut whole = BytesMut::new();
        while let Some(piece) = file.try_next().await? {
            whole.extend_from_slice(&piece);
        }
        Ok(whole.freeze())
    }

    fn take(&mut self, piece: Bytes) -> Result<Bytes, Error> {
        self.taken = self
            .taken
            .saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        if self.taken > self.max_length {
            let problem = format!("the file is longer than {} bytes", self.max_length);
            return Err(Error::new(ErrorKind::TooLarge).with_problem(problem));
        }
        Ok(piece)
    }

    /// Resolves when no piece has come for too long.
    fn poll_pause(&mut self, cx: &mut Context<'_>) -> Poll<Error> {
        let pause = self.pause.get_or_insert_with(|| {
            let (clock, longest) = (Arc::clone(&self.clock), self.longest_pause);
            async move { clock.sleep(longest).await }.boxed()
        });
        ready!(pause.poll_unpin(cx));
        let problem = "the rest of the file does not come";
        Poll::Ready(Error::new(ErrorKind::Timeout).with_problem(problem))
    }
}

impl Stream for Download {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        let Some(body) = &mut this.body else {
            return Poll::Ready(None);
        };
        let piece = match body.poll_next_unpin(cx) {
            Poll::Ready(None) if this.length().is_some_and(|length| this.taken < length) => {
                let problem = "the file ends before its length";
                Err(Error::new(ErrorKind::Unavailable).with_problem(problem))
            }
            Poll::Ready(None) => {
                this.body = None;
                return Poll::Ready(None);
            }
            Poll::Ready(Some(Ok(piece))) => {
                this.pause = None;
                this.take(piece)
            }
            Poll::Ready(Some(Err(error))) => Err(Error::transport(error)),
            Poll::Pending => Err(ready!(this.poll_pause(cx))),
        };
        if piece.is_err() {
            this.body = None;
        }
        let (method, template) = &this.call;
        let piece = piece.map_err(|error| error.in_call(method, template.clone(), &[]));
        Poll::Ready(Some(piece))
    }
}

// The headers can hold a session.
impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("content_type", &self.content_type())
            .field("length", &self.length())
            .finish_non_exhaustive()
    }
}
