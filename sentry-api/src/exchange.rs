//! One exchange with the server: send, wait and repeat, follow, read, decode.

mod decode;
pub(crate) mod routes;
mod storage;
mod way;

use std::time::Duration;

use bytes::Bytes;
use futures::future::{self, Either};
use http::header::{AUTHORIZATION, CONTENT_TYPE, LOCATION};
use http::{HeaderMap, HeaderValue, Method, StatusCode, response};
use serde::de::DeserializeOwned;

use self::way::{Silence, Way};
use crate::client::Client;
use crate::download::Download;
use crate::endpoint::{Endpoint, Prepared};
use crate::error::{Error, ErrorKind, from_answer, plain};
use crate::rate_limit::TooLong;
use crate::response::Response;
use crate::retry::{Attempts, Failure};
use crate::transport::{BodyStream, RequestBody, TransportError, TransportErrorKind};

/// How many redirects within the server are followed.
const MAX_REDIRECTS: usize = 3;

/// How many bytes of an answer that is no success are read.
const MAX_FAILURE_BODY: usize = 1024 * 1024;
/// How long its end is waited for.
const FAILURE_BODY_TIME: Duration = Duration::from_secs(2);

/// An answer, whatever its status.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    /// The body of a success that is downloaded; the other one is empty then.
    unread: Option<BodyStream>,
}

/// Why there is no whole answer.
enum Broken {
    Transport(TransportError),
    TooLarge,
    Limited(TooLong),
    /// The place where the server keeps a file did not give it.
    Storage(Option<StatusCode>),
}

impl Client {
    /// Calls `endpoint` within `timeout`, or else the client's own or what the endpoint needs,
    /// whichever is longer.
    pub(crate) async fn execute<E: Endpoint<Output: DeserializeOwned>>(
        &self,
        endpoint: &E,
        timeout: Option<Duration>,
    ) -> Result<Response<E::Output>, Error> {
        let prepared = Prepared::of(endpoint)?;
        let needed = E::TIMEOUT.map(|needed| needed.max(self.0.timeout));
        let deadline = self.deadline(timeout.or(needed));
        let work = self.on_any_route(endpoint, &prepared, deadline);
        let scrub = |text: &str| self.0.credentials.scrub(text);
        self.by(deadline, &prepared, E::SCOPES, scrub, work).await
    }

    /// Sends a request that has no type.
    pub(crate) async fn execute_raw<T: DeserializeOwned>(
        &self,
        prepared: Prepared,
        timeout: Option<Duration>,
    ) -> Result<Response<T>, Error> {
        let deadline = self.deadline(timeout);
        let work = async { decode::exactly(self.exchange(&prepared, deadline).await?) };
        let scrub = |text: &str| self.0.credentials.scrub(text);
        self.by(deadline, &prepared, &[], scrub, work).await
    }

    /// Sends `prepared` and gives what the answer holds as a file.
    pub(crate) async fn download(
        &self,
        prepared: Prepared,
        scopes: &[&str],
        timeout: Option<Duration>,
    ) -> Result<Download, Error> {
        let prepared = prepared.downloaded();
        let deadline = self.deadline(timeout);
        let work = async { decode::file(self.exchange(&prepared, deadline).await?) };
        let scrub = |text: &str| self.0.credentials.scrub(text);
        let answer = self.by(deadline, &prepared, scopes, scrub, work).await?;
        let longest_pause = timeout.unwrap_or(self.0.timeout);
        Ok(Download::new(self, &prepared, answer, longest_pause))
    }

    /// Sends a request without the client's token, to the base URL alone; `scrub` takes the
    /// secrets of the request out of what an error shows.
    #[cfg(feature = "oauth")]
    pub(crate) async fn execute_without_token<T: DeserializeOwned>(
        &self,
        prepared: Prepared,
        scrub: impl Fn(&str) -> String,
    ) -> Result<Response<T>, Error> {
        let deadline = self.deadline(None);
        let work = async {
            let answer = self.exchange_on(Way::bare(), &prepared, deadline).await?;
            decode::model(answer)
        };
        self.by(deadline, &prepared, &[], scrub, work).await
    }

    fn deadline(&self, timeout: Option<Duration>) -> Duration {
        self.0
            .clock
            .elapsed()
            .saturating_add(timeout.unwrap_or(self.0.timeout))
    }

    fn left(&self, deadline: Duration) -> Duration {
        deadline.saturating_sub(self.0.clock.elapsed())
    }

    /// Does the work of a call by its deadline; its error names the call and shows no secret.
    ///
    /// The work is large and goes to the heap here, before a future of the caller's holds it.
    fn by<T>(
        &self,
        deadline: Duration,
        prepared: &Prepared,
        scopes: &[&str],
        scrub: impl Fn(&str) -> String,
        work: impl Future<Output = Result<T, Error>>,
    ) -> impl Future<Output = Result<T, Error>> {
        let end = self.0.clock.sleep(self.left(deadline));
        let work = future::select(Box::pin(work), end);
        async move {
            let outcome = match work.await {
                Either::Left((outcome, _)) => outcome,
                Either::Right(((), _)) => Err(Error::new(ErrorKind::Timeout)),
            };
            outcome.map_err(|error| {
                let path = prepared.template.clone();
                error
                    .in_call(&prepared.method, path, scopes)
                    .presentable(scrub)
            })
        }
    }

    /// Sends `prepared`, again where that is safe, and gives a success or an error.
    async fn exchange(&self, prepared: &Prepared, deadline: Duration) -> Result<Answer, Error> {
        let way = Way::find(self, prepared).await?;
        self.exchange_on(way, prepared, deadline).await
    }

    async fn exchange_on(
        &self,
        mut way: Way,
        prepared: &Prepared,
        deadline: Duration,
    ) -> Result<Answer, Error> {
        let mut attempts = Attempts::new(&self.0.retry, &prepared.method);
        loop {
            let silence = Silence::of(&way, self, deadline);
            let outcome = self.follow(prepared, &way, deadline).await;
            silence.ends();
            let is_refused = matches!(&outcome, Ok(answer) if self.refuses_token(answer));
            if way.leaves_region(self, &prepared.method, &outcome)
                || (is_refused && way.renews_token(self).await?)
            {
                continue;
            }
            let failure = match &outcome {
                Ok(answer) if answer.status.is_success() => None,
                Ok(answer) => Some(Failure::Answer(answer.status, &answer.headers)),
                Err(Broken::Transport(error)) => Some(Failure::Transport(error.kind())),
                Err(Broken::TooLarge | Broken::Limited(_) | Broken::Storage(_)) => None,
            };
            let now = self.0.clock.now();
            let wait = failure.and_then(|why| attempts.next(&why, now, self.left(deadline)));
            let Some(wait) = wait else {
                return self.settle(outcome, prepared, &way);
            };
            tracing::debug!(method = %prepared.method, path = %prepared.template, ?wait, "again");
            self.0.clock.sleep(wait).await;
        }
    }

    fn settle(
        &self,
        outcome: Result<Answer, Broken>,
        prepared: &Prepared,
        way: &Way,
    ) -> Result<Answer, Error> {
        match outcome {
            Ok(answer) if answer.status.is_success() => {
                let path = &prepared.path_and_query;
                self.0.regions.learn_from_answer(path, &answer.body);
                Ok(answer)
            }
            Ok(answer) if answer.status.is_redirection() => {
                Err(self.redirected(&answer, &prepared.method, way))
            }
            Ok(answer) => Err(self.refused(&answer)),
            Err(Broken::Transport(error)) => Err(Error::transport(error)),
            Err(Broken::Limited(TooLong(wait))) => Err(Error::new(ErrorKind::RateLimited)
                .with_problem("the limit of this operation is used up, so that nothing was sent")
                .with_retry_after(wait)
                .unsent()),
            Err(Broken::Storage(status)) => Err(storage::refused(status)),
            Err(Broken::TooLarge) => Err(Error::new(ErrorKind::TooLarge).with_problem(format!(
                "the answer is longer than {} bytes",
                self.0.max_body
            ))),
        }
    }

    fn refused(&self, answer: &Answer) -> Error {
        let now = self.0.clock.now();
        from_answer(answer.status, &answer.headers, &answer.body, now)
    }

    /// Names the host that a redirect points to, and nothing else of it.
    fn redirected(&self, answer: &Answer, method: &Method, way: &Way) -> Error {
        let location = location(&answer.headers).unwrap_or_default();
        let base = way.host(self);
        let problem = match base.local(&base.join("/"), location) {
            Err(Some(host)) if host != base.host() => format!(
                "the server sends this call to another host, {}",
                plain(&host)
            ),
            Err(Some(_)) => "the server sends this call to another scheme or port".to_owned(),
            Err(None) => "the server sends this call nowhere".to_owned(),
            Ok(_) if method.is_safe() => "the server sends this call in a circle".to_owned(),
            Ok(_) => {
                "the server sends this write to another place, where it is not repeated".to_owned()
            }
        };
        self.refused(answer).with_problem(problem)
    }

    /// Sends `prepared` and follows redirects of reads within the host that was asked, and of
    /// downloads also to where the server keeps its files.
    async fn follow(
        &self,
        prepared: &Prepared,
        way: &Way,
        deadline: Duration,
    ) -> Result<Answer, Broken> {
        let host = way.host(self);
        let mut url = host.join(&prepared.path_and_query);
        for _ in 0..MAX_REDIRECTS {
            let answer = self.send(prepared, &url, way, deadline).await?;
            if !(answer.status.is_redirection() && prepared.method.is_safe()) {
                return Ok(answer);
            }
            let target =
                location(&answer.headers).and_then(|location| host.local(&url, location).ok());
            match target {
                Some(target) => url = target.into(),
                None => match storage::of(prepared, &url, &answer.headers) {
                    Some(storage) => return self.fetch_from_storage(prepared, storage).await,
                    None => return Ok(answer),
                },
            }
        }
        self.send(prepared, &url, way, deadline).await
    }

    /// Sends `prepared` once, to a URL on the origin of the way's host, and reads the answer.
    async fn send(
        &self,
        prepared: &Prepared,
        url: &str,
        way: &Way,
        deadline: Duration,
    ) -> Result<Answer, Broken> {
        let request = self.request(prepared, url, way);
        let request = request.map_err(Broken::Transport)?;
        let started = self.0.clock.elapsed();
        let (head, body) = self.admitted(prepared, request, deadline).await?;
        let (body, unread) = if prepared.is_download && head.status.is_success() {
            (Bytes::new(), Some(body))
        } else {
            (self.body(head.status, body).await?, None)
        };
        tracing::debug!(
            method = %prepared.method,
            path = %prepared.template,
            status = head.status.as_u16(),
            bytes = body.len(),
            elapsed = ?self.0.clock.elapsed().saturating_sub(started),
            "answered"
        );
        Ok(Answer {
            status: head.status,
            headers: head.headers,
            body,
            unread,
        })
    }

    /// Sends `request` as soon as the limits of its operation allow. For Sentry a request is
    /// over when the head of its answer is there, and so it is for the limits.
    async fn admitted(
        &self,
        prepared: &Prepared,
        request: http::Request<RequestBody>,
        deadline: Duration,
    ) -> Result<(response::Parts, BodyStream), Broken> {
        let clock = self.0.clock.as_ref();
        let latest = clock.elapsed().saturating_add(self.0.retry.longest());
        let permit = self
            .0
            .limiter
            .admit(prepared, clock, latest.min(deadline))
            .await
            .map_err(Broken::Limited)?;
        let response = self.0.transport.send(request).await;
        let (head, body) = response.map_err(Broken::Transport)?.into_parts();
        self.0.limiter.learn(prepared, permit, &head.headers, clock);
        Ok((head, body))
    }

    /// Reads the body. The status of a failure tells enough: whatever happens to the words
    /// that come with it, it is that failure.
    async fn body(&self, status: StatusCode, body: BodyStream) -> Result<Bytes, Broken> {
        if status.is_success() {
            let body = body.collect(self.0.max_body).await;
            return body.map_err(Broken::Transport)?.ok_or(Broken::TooLarge);
        }
        let words = body.collect(self.0.max_body.min(MAX_FAILURE_BODY));
        let end = self.0.clock.sleep(FAILURE_BODY_TIME);
        match future::select(Box::pin(words), end).await {
            Either::Left((words, _)) => Ok(words.ok().flatten().unwrap_or_default()),
            Either::Right(((), _)) => Ok(Bytes::new()),
        }
    }

    fn request(
        &self,
        prepared: &Prepared,
        url: &str,
        way: &Way,
    ) -> Result<http::Request<RequestBody>, TransportError> {
        let body = prepared.body.clone();
        let mut request = http::Request::builder()
            .method(prepared.method.clone())
            .uri(url)
            .body(
                body.clone()
                    .map_or_else(RequestBody::empty, RequestBody::from),
            )
            .map_err(|error| TransportError::new(TransportErrorKind::Invalid, error))?;
        let headers = request.headers_mut();
        headers.clone_from(&self.0.headers);
        if let Some(bearer) = way.bearer() {
            headers.insert(AUTHORIZATION, bearer.header().clone());
        }
        if body.is_some() {
            headers.insert(
                CONTENT_TYPE,
                HeaderValue::from_static(prepared.content_type),
            );
        }
        Ok(request)
    }
}

fn location(headers: &HeaderMap) -> Option<&str> {
    headers.get(LOCATION)?.to_str().ok()
}
