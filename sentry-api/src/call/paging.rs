//! Page after page of a list.

use std::panic::resume_unwind;

use futures::stream::{self, Stream, StreamExt, TryStreamExt};
use tokio::runtime::Handle;
use tokio::task::JoinSet;
use tracing::Instrument;

use super::Call;
use super::circle::Circle;
use crate::endpoint::Paginated;
use crate::error::{Error, ErrorKind};
use crate::page::{Cursor, Page};

/// The longest cursor that is followed, in bytes; Sentry's have some twenty.
const LONGEST_CURSOR: usize = 4096;

/// Which pages a call goes through.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Paging {
    max_pages: Option<usize>,
    backwards: bool,
}

impl<E: Paginated> Call<E> {
    /// Begins at this cursor instead of the first page.
    pub fn cursor(self, cursor: Cursor) -> Self {
        self.with(|endpoint| endpoint.set_cursor(cursor))
    }

    /// Ends [`pages`](Self::pages) and [`stream`](Self::stream) after this many pages.
    ///
    /// The [`next`](Page::next) of the last page tells whether there are more, and where.
    pub fn max_pages(mut self, pages: usize) -> Self {
        self.paging.max_pages = Some(pages);
        self
    }

    /// Goes from the cursor towards the beginning of the list, by [`Page::previous`], as to
    /// see what has come since the cursor was stored; what is on a page keeps its order.
    pub fn backwards(mut self) -> Self {
        self.paging.backwards = true;
        self
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
    /// The second page is fetched when it is asked for. From then on one page more than was
    /// asked for is fetched ahead, on a task of the tokio runtime that the stream is polled
    /// on; elsewhere none is. Dropping the stream ends that request too. The stream ends
    /// with its first error, which comes after all pages before it.
    ///
    /// To go on later, store [`Page::next`] once the page is done with, and give it to
    /// [`cursor`](Self::cursor). A cursor stands between two pages: who stops in the middle
    /// of one goes on where that page began, at the `next` of the page before, and meets its
    /// first things again.
    ///
    /// ```
    /// use futures::TryStreamExt;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let issues = client.organization("acme").issues().limit(2).max_pages(3);
    /// let pages: Vec<_> = issues.pages().try_collect().await?;
    /// assert_eq!(pages.len(), 3);
    /// let rest = pages.last().and_then(|page| page.next.clone());
    /// assert!(rest.is_some());
    /// # Ok(())
    /// # }
    /// ```
    pub fn pages(self) -> impl Stream<Item = Result<Page<E::Item>, Error>> + Send
    where
        E: Clone,
    {
        let walk = (self.paging.max_pages != Some(0)).then(|| Walk::new(self));
        stream::try_unfold(walk, |walk| async {
            let Some(mut walk) = walk else {
                return Ok(None);
            };
            let page = walk.page().await?;
            let rest = walk.after(&page);
            Ok(Some((page, rest)))
        })
    }

    /// Fetches the things of all pages, one by one, as [`pages`](Self::pages) does.
    ///
    /// ```
    /// use futures::TryStreamExt;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let issues = client.organization("acme").issues().limit(5).stream();
    /// let issues: Vec<_> = issues.try_collect().await?;
    /// assert!(issues.len() > 5);
    /// # Ok(())
    /// # }
    /// ```
    pub fn stream(self) -> impl Stream<Item = Result<E::Item, Error>> + Send
    where
        E: Clone,
    {
        self.pages()
            .map_ok(|page| stream::iter(page.items).map(Ok))
            .try_flatten()
    }
}

/// A walk through a list, standing before the page that `call` asks for.
struct Walk<E: Paginated> {
    call: Call<E>,
    given: usize,
    circle: Circle,
    /// Why the list cannot be followed to the page.
    dead_end: Option<&'static str>,
    /// The page, while it is fetched ahead; dropping the set ends that.
    ahead: JoinSet<Result<Page<E::Item>, Error>>,
}

impl<E: Paginated + Clone> Walk<E> {
    fn new(call: Call<E>) -> Self {
        Self {
            call,
            given: 0,
            circle: Circle::new(),
            dead_end: None,
            ahead: JoinSet::new(),
        }
    }

    async fn page(&mut self) -> Result<Page<E::Item>, Error> {
        if let Some(problem) = self.dead_end {
            return Err(Error::new(ErrorKind::Decode).with_problem(problem));
        }
        match self.ahead.join_next().await {
            Some(Ok(outcome)) => outcome,
            Some(Err(end)) if end.is_panic() => resume_unwind(end.into_panic()),
            // Nothing is fetched ahead, or the runtime that did it has ended.
            Some(Err(_)) | None => self.call.clone().page().await,
        }
    }

    /// The walk before the page that follows `page`, if there is one to go to.
    fn after(mut self, page: &Page<E::Item>) -> Option<Self> {
        let paging = self.call.paging;
        let next = if paging.backwards {
            page.previous.clone()?
        } else {
            page.next.clone()?
        };
        self.given += 1;
        if paging.max_pages.is_some_and(|max| self.given >= max) {
            return None;
        }
        self.dead_end = if next.as_str().len() > LONGEST_CURSOR {
            Some("the cursor of the next page is too long to be sent")
        } else if self.circle.closes(&next) {
            Some("the list leads back to a page that was read before")
        } else {
            None
        };
        self.call = self.call.cursor(next);
        // A caller that has asked for two pages is likely to ask for the third.
        if self.given > 1 && self.dead_end.is_none() {
            self.fetch_ahead();
        }
        Some(self)
    }

    /// Begins to fetch the page, on a task since what nobody polls makes no progress.
    fn fetch_ahead(&mut self) {
        if let Ok(runtime) = Handle::try_current() {
            let page = self.call.clone().page().in_current_span();
            self.ahead.spawn_on(page, &runtime);
        }
    }
}
