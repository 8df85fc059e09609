//! A server that says what a test has written.

use async_trait::async_trait;
use http::header::LINK;
use sentry_api::transport::{BodyStream, RequestBody, Transport, TransportError};
use sentry_api::{Client, Token};
use sentry_mcp::Server;
use serde_json::Value;

use crate::sandbox::{NOW, config};

/// Answers by the end of the path; the first that fits counts, and anything else is a 404.
#[derive(Debug)]
pub(crate) struct Scripted(Vec<(&'static str, Value, String)>);

impl Scripted {
    /// Answers as the end of a path, the body and the `Link` header.
    pub(crate) fn new<const N: usize>(answers: [(&'static str, Value, &str); N]) -> Self {
        Self(
            answers
                .map(|(path, body, link)| (path, body, link.to_owned()))
                .into(),
        )
    }

    pub(crate) fn server(self) -> Server {
        let client = Client::builder()
            .base_url("https://sandbox.sentry.invalid/")
            .unwrap()
            .token(Token::new("token-of-a-test"))
            .transport(self)
            .build()
            .unwrap();
        Server::builder(config([("SENTRY_ORG", "acme")]))
            .client(client)
            .now(|| NOW)
            .build()
    }
}

#[async_trait]
impl Transport for Scripted {
    async fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<BodyStream>, TransportError> {
        let path = request.uri().path();
        let found = self.0.iter().find(|(end, ..)| path.ends_with(end));
        let body = found.map_or_else(|| "{}".to_owned(), |(_, body, _)| body.to_string());
        let mut answer = http::Response::new(BodyStream::from(body));
        match found {
            None => *answer.status_mut() = http::StatusCode::NOT_FOUND,
            Some((.., link)) if !link.is_empty() => {
                answer.headers_mut().insert(LINK, link.parse().unwrap());
            }
            Some(_) => {}
        }
        Ok(answer)
    }
}
