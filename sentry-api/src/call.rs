//! A call of an operation, ready to be awaited.

mod circle;
mod paging;

use std::future::IntoFuture;
use std::time::Duration;

use futures::future::{BoxFuture, FutureExt};
use serde::de::DeserializeOwned;

use self::paging::Paging;
use crate::client::Client;
use crate::download::Download;
use crate::endpoint::{Endpoint, Prepared};
use crate::error::Error;
use crate::rate_limit::RateLimit;
use crate::response::Response;

/// A call of the operation `E`: set its arguments, then await it.
///
/// `.await` gives the answer alone, [`send`](Self::send) all that came with it. Of a list
/// that is the first page; [`page`](Self::page) also tells where the next one begins, and
/// [`pages`](Self::pages) and [`stream`](Self::stream) go on to the end.
/// Dropping the future ends the request.
#[must_use = "a call does nothing until it is awaited or streamed"]
#[derive(Debug, Clone)]
pub struct Call<E> {
    client: Client,
    endpoint: E,
    timeout: Option<Duration>,
    paging: Paging,
}

impl<E: Endpoint> Call<E> {
    pub(crate) fn new(client: &Client, endpoint: E) -> Self {
        Self {
            client: client.clone(),
            endpoint,
            timeout: None,
            paging: Paging::default(),
        }
    }

    /// Bounds this call, with its waits and retries, in the place of the client's timeout.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// The limits that the newest answer of this operation told, whoever called it with
    /// this client.
    #[must_use]
    pub fn known_rate_limit(&self) -> RateLimit {
        self.client.0.limiter.told(&E::METHOD, E::PATH)
    }

    /// Makes it a call of another operation.
    pub(crate) fn map<F>(self, change: impl FnOnce(E) -> F) -> Call<F> {
        Call {
            client: self.client,
            endpoint: change(self.endpoint),
            timeout: self.timeout,
            paging: self.paging,
        }
    }

    /// Changes the arguments.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut E)) -> Self {
        change(&mut self.endpoint);
        self
    }
}

impl<E: Endpoint<Output: DeserializeOwned>> Call<E> {
    /// Sends the request and gives the answer with its status, headers and raw body.
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`](crate::ErrorKind) tells.
    pub async fn send(self) -> Result<Response<E::Output>, Error> {
        self.client.execute(&self.endpoint, self.timeout).await
    }
}

impl<E: Endpoint<Output = Download>> Call<E> {
    /// Sends the request and gives the file as soon as its beginning is there.
    ///
    /// ```
    /// use http::Method;
    /// use sentry_api::{Download, Endpoint};
    ///
    /// /// The projects of an organization, as the server writes them.
    /// #[derive(Debug, serde::Serialize)]
    /// struct ProjectsFile {}
    ///
    /// impl Endpoint for ProjectsFile {
    ///     const METHOD: Method = Method::GET;
    ///     const PATH: &'static str = "/api/0/organizations/{organization}/projects/";
    ///     const SCOPES: &'static [&'static str] = &["org:read"];
    ///     type Output = Download;
    ///
    ///     fn path_values(&self) -> Vec<&str> {
    ///         vec!["acme"]
    ///     }
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let file = client.call(ProjectsFile {}).download().await?;
    /// assert!(file.collect(1024 * 1024).await?.starts_with(b"["));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`](crate::ErrorKind) tells.
    pub async fn download(self) -> Result<Download, Error> {
        let prepared = Prepared::of(&self.endpoint)?;
        let client = &self.client;
        client.download(prepared, E::SCOPES, self.timeout).await
    }
}

impl<E: Endpoint<Output: DeserializeOwned>> IntoFuture for Call<E> {
    type Output = Result<E::Output, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
            .map(|response| response.map(Response::into_value))
            .boxed()
    }
}
