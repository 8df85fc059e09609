//! A call of an operation, ready to be awaited.

use std::collections::HashSet;
use std::future::IntoFuture;
use std::time::Duration;

use futures::future::{BoxFuture, FutureExt};
use futures::stream::{self, Stream, StreamExt, TryStreamExt};
use serde::de::DeserializeOwned;

use crate::client::Client;
use crate::endpoint::{Endpoint, Paginated};
use crate::error::{Error, ErrorKind};
use crate::page::{Cursor, Page};
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
}

impl<E: Endpoint> Call<E> {
    pub(crate) fn new(client: &Client, endpoint: E) -> Self {
        Self {
            client: client.clone(),
            endpoint,
            timeout: None,
        }
    }

    /// Bounds this call, with its waits and retries, in the place of the client's timeout.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
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
    /// Fails as [`ErrorKind`] tells.
    pub async fn send(self) -> Result<Response<E::Output>, Error> {
        self.client.execute(&self.endpoint, self.timeout).await
    }
}

impl<E: Paginated> Call<E> {
    /// Begins at this cursor instead of the first page.
    pub fn cursor(self, cursor: Cursor) -> Self {
        self.with(|endpoint| endpoint.set_cursor(cursor))
    }

    /// Fetches one page.
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`] tells.
    pub async fn page(self) -> Result<Page<E::Item>, Error> {
        let response = self.send().await?;
        Ok(Page::new(E::items(response.value), &response.headers))
    }

    /// Fetches page after page to the end of the list; the timeout is for each page.
    ///
    /// Store [`Page::next`] to go on from there later with [`cursor`](Self::cursor).
    pub fn pages(self) -> impl Stream<Item = Result<Page<E::Item>, Error>> + Send
    where
        E: Clone,
    {
        stream::try_unfold(Some((self, HashSet::new())), |state| async {
            let Some((call, mut known)) = state else {
                return Ok(None);
            };
            let page = call.clone().page().await?;
            let next = match page.next.clone() {
                // A list that leads back to itself would never end.
                Some(next) if !known.insert(next.clone()) => {
                    let circle = "the next page is one that was read before";
                    return Err(Error::new(ErrorKind::Decode).with_problem(circle));
                }
                Some(next) => Some((call.cursor(next), known)),
                None => None,
            };
            Ok(Some((page, next)))
        })
    }

    /// Fetches the things of all pages, one by one, a page at a time as they are used up.
    pub fn stream(self) -> impl Stream<Item = Result<E::Item, Error>> + Send
    where
        E: Clone,
    {
        self.pages()
            .map_ok(|page| stream::iter(page.items).map(Ok))
            .try_flatten()
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
