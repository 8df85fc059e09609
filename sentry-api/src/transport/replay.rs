//! Recorded exchanges instead of a server.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, StatusCode};

use super::{BodyStream, RequestBody, Transport, TransportError, TransportErrorKind};

/// Answers requests from a list of exchanges, in order, and fails on any other request.
///
/// ```
/// use sentry_api::transport::{Exchange, Replay};
/// use sentry_api::{Client, Token};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), sentry_api::Error> {
/// let replay = Replay::new([Exchange::get("/api/0/organizations/acme/")
///     .json(200, r#"{"id": "1", "slug": "acme", "name": "Acme"}"#)]);
/// let client = Client::builder()
///     .token(Token::new("sntryu_example"))
///     .transport(replay)
///     .build()?;
///
/// let acme = client.organization("acme").get().await?;
/// assert_eq!(acme.name.as_deref(), Some("Acme"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Replay(Mutex<VecDeque<Exchange>>);

/// One request that is expected and its answer.
#[derive(Debug, Clone)]
pub struct Exchange {
    method: Method,
    path: String,
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
}

impl Replay {
    /// A transport that knows these exchanges and nothing else.
    pub fn new(exchanges: impl IntoIterator<Item = Exchange>) -> Self {
        Self(Mutex::new(exchanges.into_iter().collect()))
    }

    /// How many exchanges have not been asked for yet.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

impl Exchange {
    /// An exchange for a request with this method and this path, with its query if it
    /// has one; the answer is 200 without a body until it is set.
    pub fn new(method: Method, path_and_query: impl Into<String>) -> Self {
        Self {
            method,
            path: path_and_query.into(),
            status: StatusCode::OK,
            headers: Vec::new(),
            body: Bytes::new(),
        }
    }

    /// An exchange for a GET request.
    pub fn get(path_and_query: impl Into<String>) -> Self {
        Self::new(Method::GET, path_and_query)
    }

    /// Answers with this status and this JSON text.
    ///
    /// A status outside of 100 to 999 counts as 500.
    #[must_use]
    pub fn json(self, status: u16, body: impl Into<Bytes>) -> Self {
        self.body(status, "application/json", body)
    }

    /// Answers with this status, content type and body.
    #[must_use]
    pub fn body(mut self, status: u16, content_type: &str, body: impl Into<Bytes>) -> Self {
        self.status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        self.body = body.into();
        self.header("content-type", content_type)
    }

    /// Adds a header to the answer; a name or value that HTTP cannot carry is left out.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (name.parse(), value.parse()) {
            self.headers.push((name, value));
        }
        self
    }
}

#[async_trait]
impl Transport for Replay {
    async fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<BodyStream>, TransportError> {
        let path = request
            .uri()
            .path_and_query()
            .map_or("/", |path| path.as_str());
        let next = {
            let mut exchanges = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let place = exchanges
                .iter()
                .position(|known| known.method == request.method() && known.path == path);
            place.and_then(|place| exchanges.remove(place))
        };
        let Some(exchange) = next else {
            return Err(TransportError::new(
                TransportErrorKind::Invalid,
                format!("no exchange is recorded for {} {path}", request.method()),
            ));
        };
        let mut answer = http::Response::new(BodyStream::from(exchange.body));
        *answer.status_mut() = exchange.status;
        answer.headers_mut().extend(exchange.headers);
        Ok(answer)
    }
}
