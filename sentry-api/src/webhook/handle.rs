//! The answer to a webhook, for whatever serves HTTP.

use std::time::SystemTime;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Response, StatusCode};

use super::{Webhook, WebhookError, WebhookVerifier};

impl WebhookVerifier {
    /// Answers a webhook: hands it to `accept` and says 202, or refuses it with the status and
    /// the text of the [`WebhookError`].
    ///
    /// Sentry waits one second. `accept` therefore cannot wait itself: it starts a task, or
    /// puts the webhook into a queue whose other end takes its time.
    ///
    /// ```
    /// use std::time::SystemTime;
    ///
    /// use http::HeaderMap;
    /// use sentry_api::webhook::{Webhook, WebhookVerifier};
    /// use tokio::sync::mpsc;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let verifier = WebhookVerifier::new("client secret");
    /// let (queue, mut waiting) = mpsc::channel::<Webhook>(100);
    /// tokio::spawn(async move {
    ///     while let Some(webhook) = waiting.recv().await {
    ///         println!("{}.{}", webhook.resource, webhook.action);
    ///     }
    /// });
    ///
    /// // In the handler of any server, with the headers and the body of a POST:
    /// # let (headers, body) = (HeaderMap::new(), b"{}");
    /// let answer = verifier.handle(&headers, body, SystemTime::now(), |webhook| {
    ///     if queue.try_send(webhook).is_err() {
    ///         eprintln!("a webhook was lost: the queue is full");
    ///     }
    /// });
    /// assert_eq!(answer.status(), 401, "this one was not signed");
    /// # }
    /// ```
    pub fn handle(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: SystemTime,
        accept: impl FnOnce(Webhook),
    ) -> Response<Bytes> {
        match self.verify(headers, body, now) {
            Ok(webhook) => {
                accept(webhook);
                let mut answer = Response::new(Bytes::new());
                *answer.status_mut() = StatusCode::ACCEPTED;
                answer
            }
            Err(error) => error.response(),
        }
    }
}

impl WebhookError {
    /// The answer that refuses the request: the status, and why in one line.
    #[must_use]
    pub fn response(self) -> Response<Bytes> {
        let mut answer = Response::new(Bytes::from(self.to_string()));
        *answer.status_mut() = self.status();
        let plain = HeaderValue::from_static("text/plain; charset=utf-8");
        answer.headers_mut().insert(CONTENT_TYPE, plain);
        answer
    }
}
