//! Files that the server keeps elsewhere.

use bytes::Bytes;
use http::header::USER_AGENT;
use http::{HeaderMap, Method, Request, StatusCode, Uri};
use url::Url;

use super::{Answer, Broken, MAX_REDIRECTS, location};
use crate::client::Client;
use crate::endpoint::Prepared;
use crate::error::{Error, ErrorKind};
use crate::transport::{RequestBody, TransportError, TransportErrorKind};

/// Where a download goes on that was sent to another host, from `current`: never from https
/// to http, and never with a user name, which would be a password of somebody's.
pub(super) fn of(prepared: &Prepared, current: &str, headers: &HeaderMap) -> Option<Url> {
    let current = Url::parse(current).ok().filter(|_| prepared.is_download)?;
    let target = current.join(location(headers)?).ok()?;
    let is_as_safe = target.scheme() == "https" || target.scheme() == current.scheme();
    let is_plain = target.username().is_empty() && target.password().is_none();
    let is_sendable = target.as_str().parse::<Uri>().is_ok();
    (is_as_safe && is_plain && is_sendable && target.has_host()).then_some(target)
}

/// The error for a storage that answered with `status`, or sent the call on and on.
pub(super) fn refused(status: Option<StatusCode>) -> Error {
    let Some(status) = status else {
        let problem = "the storage of the file sends the call on and on";
        return Error::new(ErrorKind::Redirected).with_problem(problem);
    };
    let kind = match status.as_u16() {
        404 | 410 => ErrorKind::NotFound,
        500.. => ErrorKind::Unavailable,
        _ => ErrorKind::Api,
    };
    Error::new(kind)
        .with_status(status)
        .with_problem("the storage where the server keeps the file did not give it")
}

impl Client {
    /// Asks the storage for the file. Its address is permission enough: the token, and whatever
    /// headers the caller set for the server, stay here.
    pub(super) async fn fetch_from_storage(
        &self,
        prepared: &Prepared,
        mut url: Url,
    ) -> Result<Answer, Broken> {
        for _ in 0..MAX_REDIRECTS {
            let request = self.bare_request(&url).map_err(Broken::Transport)?;
            let response = self.0.transport.send(request).await;
            let (head, body) = response.map_err(Broken::Transport)?.into_parts();
            let next = of(prepared, url.as_str(), &head.headers);
            match next.filter(|_| head.status.is_redirection()) {
                Some(next) => url = next,
                None if head.status.is_success() => {
                    return Ok(Answer {
                        status: head.status,
                        headers: head.headers,
                        body: Bytes::new(),
                        unread: Some(body),
                    });
                }
                None => return Err(Broken::Storage(Some(head.status))),
            }
        }
        Err(Broken::Storage(None))
    }

    fn bare_request(&self, url: &Url) -> Result<Request<RequestBody>, TransportError> {
        let mut request = Request::builder().method(Method::GET).uri(url.as_str());
        if let Some(agent) = self.0.headers.get(USER_AGENT) {
            request = request.header(USER_AGENT, agent);
        }
        request
            .body(RequestBody::empty())
            .map_err(|error| TransportError::new(TransportErrorKind::Invalid, error))
    }
}
