//! Requests to endpoints that have no type.

use std::future::IntoFuture;
use std::time::Duration;

use futures::future::{BoxFuture, FutureExt};
use http::Method;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::client::Client;
use crate::download::Download;
use crate::endpoint::{Prepared, encode_body, encode_query, with_query};
use crate::error::Error;
use crate::response::Response;

/// A request to any path of the server, with the token, retries and errors of every other.
#[must_use = "a request does nothing until it is awaited"]
#[derive(Debug)]
pub struct RawRequest {
    client: Client,
    prepared: Result<Prepared, Error>,
    timeout: Option<Duration>,
}

impl Client {
    /// Reaches an endpoint that has no type yet; `path` is encoded already and begins
    /// with `/api/0/`.
    ///
    /// ```
    /// use http::Method;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.raw(Method::GET, "/api/0/organizations/acme/").await?;
    /// assert_eq!(acme["slug"], "acme");
    /// # Ok(())
    /// # }
    /// ```
    pub fn raw(&self, method: Method, path: &str) -> RawRequest {
        RawRequest {
            client: self.clone(),
            prepared: prepare(method, path),
            timeout: None,
        }
    }
}

impl RawRequest {
    /// Adds to the query; lists become repeated keys.
    pub fn query(mut self, query: &(impl Serialize + ?Sized)) -> Self {
        self.prepared = self.prepared.and_then(|mut prepared| {
            let query = encode_query(query)?;
            prepared.path_and_query = with_query(prepared.path_and_query, &query);
            Ok(prepared)
        });
        self
    }

    /// Sets a JSON body.
    pub fn json(mut self, body: &(impl Serialize + ?Sized)) -> Self {
        self.prepared = self.prepared.and_then(|mut prepared| {
            prepared.body = Some(encode_body(body)?);
            Ok(prepared)
        });
        self
    }

    /// Bounds this request, with its waits and retries.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sends the request and gives the answer as a file, whatever it holds.
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`](crate::ErrorKind) tells.
    pub async fn download(self) -> Result<Download, Error> {
        let prepared = self.prepared?;
        self.client.download(prepared, &[], self.timeout).await
    }

    /// Sends the request and reads the answer as a `T`.
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`](crate::ErrorKind) tells.
    pub async fn send<T: DeserializeOwned>(self) -> Result<Response<T>, Error> {
        self.client.execute_raw(self.prepared?, self.timeout).await
    }
}

impl IntoFuture for RawRequest {
    type Output = Result<Value, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
            .map(|response| response.map(Response::into_value))
            .boxed()
    }
}

fn prepare(method: Method, path: &str) -> Result<Prepared, Error> {
    let is_plain = path
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#' | b'\\'));
    let dots = |segment: &str| {
        matches!(
            &*segment.to_ascii_lowercase().replace("%2e", "."),
            "." | ".."
        )
    };
    if !path.starts_with("/api/0/") || !is_plain || path.split('/').any(dots) {
        return Err(Error::invalid(
            "a raw path is encoded, begins with /api/0/ and has no query and no `..`",
        ));
    }
    Ok(Prepared::new(method, path.to_owned(), path.to_owned()))
}
