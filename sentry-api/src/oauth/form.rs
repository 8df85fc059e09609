//! The forms that OAuth endpoints take, with their secrets.

use bytes::Bytes;
use http::Method;
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use url::form_urlencoded::Serializer;

use crate::client::Client;
use crate::endpoint::Prepared;
use crate::error::{Error, ErrorKind};
use crate::token::scrub;

/// What is sent to an OAuth endpoint.
pub(super) struct Form {
    fields: Vec<(&'static str, String)>,
    secrets: Vec<(&'static str, SecretString)>,
}

impl Form {
    pub(super) fn new() -> Self {
        Self {
            fields: Vec::new(),
            secrets: Vec::new(),
        }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    pub(super) fn with_secret(mut self, name: &'static str, value: &SecretString) -> Self {
        self.secrets.push((name, value.clone()));
        self
    }

    /// Sends the form to `path` of the client's server.
    pub(super) async fn post<T: DeserializeOwned>(
        self,
        client: &Client,
        path: &str,
    ) -> Result<T, Error> {
        let prepared = Prepared {
            body: Some(self.encode()),
            content_type: "application/x-www-form-urlencoded",
            ..Prepared::new(Method::POST, path.to_owned(), path.to_owned())
        };
        let secrets = self.secrets;
        let clean = |text: &str| {
            let secrets = secrets.iter();
            secrets.fold(text.to_owned(), |text, (_, secret)| scrub(&text, secret))
        };
        let answer = client.execute_without_token(prepared, clean).await;
        answer.map(|answer| answer.value).map_err(sort)
    }

    fn encode(&self) -> Bytes {
        let mut text = Serializer::new(String::new());
        text.extend_pairs(&self.fields);
        for (name, secret) in &self.secrets {
            text.append_pair(name, secret.expose_secret());
        }
        Bytes::from(text.finish())
    }
}

/// Tells by OAuth's own code what is to be done, where the status only says that something is
/// wrong.
fn sort(error: Error) -> Error {
    let problem = match error.code() {
        Some("invalid_grant") => "what was given has ended, was used or withdrawn; sign in again",
        Some("expired_token") => "the code was not confirmed in time; begin anew",
        Some("access_denied") => "signing in was declined",
        Some("invalid_client" | "unauthorized_client" | "invalid_credentials") => {
            "the server does not know this application by its client id and secret"
        }
        _ => return error,
    };
    error
        .with_kind(ErrorKind::Unauthorized)
        .with_problem(problem)
}
