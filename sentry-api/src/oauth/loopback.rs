//! Where a browser comes back to a program on the same machine.

use std::collections::VecDeque;
use std::io;
use std::net::Ipv4Addr;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use futures::future::{self, BoxFuture, Either, FutureExt};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::authorize::Redirected;
use super::{Authorization, Grant};
use crate::error::{Error, ErrorKind};

/// How many connections are open at once: browsers open some that they do not use. Another one
/// takes the place of the oldest, since anyone on the machine can open connections.
const CONNECTIONS: usize = 64;
/// How long one connection may take.
const CONNECTION_TIME: Duration = Duration::from_secs(5);
/// How long to rest when the system gives no connection.
const PAUSE: Duration = Duration::from_millis(100);
/// Longest request that is read; its first line is all that counts.
const MAX_REQUEST: usize = 16 * 1024;

/// A port of this machine that takes a browser back after signing in.
///
/// Source: RFC 8252, which lets an application that is registered with
/// `http://127.0.0.1/callback` use any port.
///
/// ```
/// use std::time::Duration;
/// use sentry_api::oauth::LoopbackRedirect;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), sentry_api::Error> {
/// # let client = sentry_api::Client::builder().build()?;
/// let oauth = client.oauth("the application's client id");
/// let redirect = LoopbackRedirect::bind("/callback").await?;
/// let authorization = oauth.authorize(redirect.uri(), &["org:read"])?;
/// println!("Open {}", authorization.url());
/// let patience = Duration::from_secs(300);
/// # let patience = Duration::ZERO;
/// let grant = redirect.wait(authorization, patience).await;
/// # assert!(grant.is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct LoopbackRedirect {
    listener: TcpListener,
    path: String,
    uri: String,
}

/// What one connection wanted.
enum Visit {
    /// The browser of this sign-in, with its query.
    Back(String),
    /// Something else, such as an icon for the page.
    Other,
}

impl LoopbackRedirect {
    /// Opens a free port on 127.0.0.1 for redirects to `path`, which begins with a slash.
    ///
    /// # Errors
    ///
    /// Fails when the path is none or the system gives no port.
    pub async fn bind(path: &str) -> Result<Self, Error> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
        if !path.starts_with('/') || !path.bytes().all(is_plain) {
            return Err(Error::invalid("the redirect's path is no plain path"));
        }
        let no_port = |error: io::Error| {
            Error::invalid("this machine opens no port for the redirect").with_source(error)
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await;
        let listener = listener.map_err(no_port)?;
        let port = listener.local_addr().map_err(no_port)?.port();
        Ok(Self {
            listener,
            path: path.to_owned(),
            uri: format!("http://127.0.0.1:{port}{path}"),
        })
    }

    /// The redirect URI for [`OAuth::authorize`](super::OAuth::authorize).
    #[must_use]
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// Waits for the browser of `authorization`, closes the port and takes the grant.
    ///
    /// Whatever else calls on the port, such as a browser of an earlier sign-in, is told so
    /// and passed over.
    ///
    /// # Errors
    ///
    /// Fails as [`Timeout`](ErrorKind::Timeout) when no browser came within `timeout`, and as
    /// [`Authorization::redeem`].
    pub async fn wait(
        self,
        authorization: Authorization,
        timeout: Duration,
    ) -> Result<Grant, Error> {
        if authorization.redirect_uri() != self.uri {
            return Err(Error::invalid("the sign-in has another redirect URI"));
        }
        let browser = Box::pin(self.browser(&authorization));
        let query = match future::select(browser, authorization.clock().sleep(timeout)).await {
            Either::Left((query, _)) => query,
            Either::Right(((), _)) => {
                return Err(Error::new(ErrorKind::Timeout)
                    .with_problem("nobody finished signing in in time; begin anew"));
            }
        };
        drop(self);
        authorization.redeem(&query).await
    }

    /// The query with which the browser of this sign-in comes back.
    async fn browser(&self, authorization: &Authorization) -> String {
        // The oldest first.
        let mut visits = VecDeque::new();
        loop {
            // Those who are here go before: among many arrivals each is heard before it is old.
            let arrival = self.listener.accept();
            let connection = match future::select(pin!(next(&mut visits)), pin!(arrival)).await {
                Either::Left((Visit::Back(query), _)) => return query,
                Either::Left((Visit::Other, _)) => continue,
                Either::Right((connection, _)) => connection,
            };
            match connection {
                Ok((connection, _)) => {
                    if visits.len() >= CONNECTIONS {
                        visits.pop_front();
                    }
                    visits.push_back(self.bounded(connection, authorization).boxed());
                    // Only now the runtime sees what a new connection has to say.
                    tokio::task::yield_now().await;
                }
                // Out of files, perhaps: to ask again at once would not help.
                Err(_) => authorization.clock().sleep(PAUSE).await,
            }
        }
    }

    /// Takes one connection, for a short time: who says nothing is not the browser.
    async fn bounded(&self, connection: TcpStream, authorization: &Authorization) -> Visit {
        let visit = pin!(self.visit(connection, authorization));
        match future::select(visit, authorization.clock().sleep(CONNECTION_TIME)).await {
            Either::Left((visit, _)) => visit.unwrap_or(Visit::Other),
            Either::Right(_) => Visit::Other,
        }
    }

    /// Reads one request and answers it with a page.
    async fn visit(
        &self,
        mut connection: TcpStream,
        authorization: &Authorization,
    ) -> io::Result<Visit> {
        let request = read_head(&mut connection).await?;
        let (visit, page) = self.judge(&request, authorization);
        let written = async {
            connection.write_all(page.as_bytes()).await?;
            connection.shutdown().await
        }
        .await;
        match visit {
            // The code is here, whether the browser shows the page or not.
            Visit::Back(_) => Ok(visit),
            Visit::Other => written.map(|()| visit),
        }
    }

    fn judge(&self, request: &str, authorization: &Authorization) -> (Visit, String) {
        let mut words = request.lines().next().unwrap_or_default().split(' ');
        let (method, target) = (words.next(), words.next().unwrap_or_default());
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        if method != Some("GET") || path != self.path {
            return (
                Visit::Other,
                page("404 Not Found", "There is nothing here."),
            );
        }
        let answer = Redirected::read(query);
        if !authorization.expects(&answer) {
            let words = "This page belongs to another sign-in. Please begin anew.";
            return (Visit::Other, page("400 Bad Request", words));
        }
        let words = match answer.error {
            Some(_) => "Sentry did not sign you in. The program tells why.",
            None => "Sentry has sent you back. You can close this page and return to the program.",
        };
        (Visit::Back(query.to_owned()), page("200 OK", words))
    }
}

/// The next visit that ends; never, as long as there is none.
async fn next(visits: &mut VecDeque<BoxFuture<'_, Visit>>) -> Visit {
    future::poll_fn(|context| {
        for place in 0..visits.len() {
            let visit = visits.get_mut(place);
            if let Some(Poll::Ready(visit)) = visit.map(|visit| visit.poll_unpin(context)) {
                visits.remove(place);
                return Poll::Ready(visit);
            }
        }
        Poll::Pending
    })
    .await
}

/// Reads up to the empty line that ends the head of a request.
async fn read_head(connection: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        if head.len() >= MAX_REQUEST || connection.read_buf(&mut head).await? == 0 {
            return Err(io::ErrorKind::InvalidData.into());
        }
    }
    Ok(String::from_utf8_lossy(&head).into_owned())
}

fn page(status: &str, words: &str) -> String {
    let body = format!("<!doctype html><meta charset=utf-8><title>Sentry</title><p>{words}</p>\n");
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n\
         Content-Security-Policy: default-src 'none'\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}
