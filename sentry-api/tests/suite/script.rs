//! A transport that plays a script and remembers what it was asked.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use futures::{StreamExt, stream};
use http::header::AUTHORIZATION;
use http::{HeaderValue, Method, StatusCode};
use sentry_api::transport::{
    BodyStream, RequestBody, Transport, TransportError, TransportErrorKind,
};
use sentry_api::{Client, Token};

pub(crate) const TOKEN: &str = "sntryu_canary0123456789abcdef";

/// What a script does with one request.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    Answer(u16, Vec<(&'static str, String)>, String),
    /// An answer whose connection breaks after its body.
    Broken(Box<Act>),
    /// An answer whose body does not come to its end.
    Stalled(Box<Act>),
    Fail(TransportErrorKind),
    /// An answer whose head takes so long.
    Late(Duration, Box<Act>),
    Hang,
}

/// One request as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) method: Method,
    pub(crate) url: String,
    pub(crate) body: String,
    /// The token behind `Bearer `.
    pub(crate) token: Option<String>,
    /// The names of all headers.
    pub(crate) headers: Vec<String>,
    pub(crate) at: Duration,
}

type Play = dyn Fn(usize, &Seen) -> Act + Send + Sync;

#[derive(Clone)]
pub(crate) struct Script {
    play: Arc<Play>,
    seen: Arc<Mutex<Vec<Seen>>>,
    started: tokio::time::Instant,
}

pub(crate) fn json(status: u16, body: impl Into<String>) -> Act {
    let headers = vec![("content-type", "application/json".to_owned())];
    Act::Answer(status, headers, body.into())
}

pub(crate) fn html(status: u16) -> Act {
    let headers = vec![("content-type", "text/html; charset=utf-8".to_owned())];
    Act::Answer(status, headers, "<!doctype html><p>Welcome".to_owned())
}

impl Act {
    pub(crate) fn body(mut self, text: String) -> Self {
        if let Self::Answer(_, _, body) = &mut self {
            *body = text;
        }
        self
    }

    pub(crate) fn breaks_off(self) -> Self {
        Self::Broken(Box::new(self))
    }

    pub(crate) fn stalls(self) -> Self {
        Self::Stalled(Box::new(self))
    }

    pub(crate) fn after(self, latency: Duration) -> Self {
        Self::Late(latency, Box::new(self))
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        if let Self::Answer(_, headers, _) = &mut self {
            headers.push((name, value.to_string()));
        }
        self
    }
}

impl Script {
    /// A script that decides from the number of the request, from 0, and the request.
    pub(crate) fn new(play: impl Fn(usize, &Seen) -> Act + Send + Sync + 'static) -> Self {
        Self {
            play: Arc::new(play),
            seen: Arc::default(),
            started: tokio::time::Instant::now(),
        }
    }

    /// A script of one act after the other, the last one for ever.
    pub(crate) fn acts(acts: impl IntoIterator<Item = Act>) -> Self {
        let acts: Vec<Act> = acts.into_iter().collect();
        Self::new(move |number, _| acts[number.min(acts.len() - 1)].clone())
    }

    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub(crate) fn builder(&self) -> sentry_api::ClientBuilder {
        Client::builder()
            .token(Token::new(TOKEN))
            .transport(self.clone())
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    pub(crate) fn count(&self) -> usize {
        self.seen.lock().unwrap().len()
    }
}

impl std::fmt::Debug for Script {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Script")
    }
}

#[async_trait]
impl Transport for Script {
    async fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<BodyStream>, TransportError> {
        let (head, body) = request.into_parts();
        let body = body.as_bytes().map(|bytes| bytes.to_vec());
        let token = head.headers.get(AUTHORIZATION).map(|value| {
            let text = value.to_str().unwrap();
            text.strip_prefix("Bearer ").unwrap().to_owned()
        });
        let seen = Seen {
            token,
            headers: head.headers.keys().map(ToString::to_string).collect(),
            method: head.method,
            url: head.uri.to_string(),
            body: String::from_utf8(body.unwrap_or_default()).unwrap(),
            at: self.started.elapsed(),
        };
        let number = {
            let mut all = self.seen.lock().unwrap();
            all.push(seen.clone());
            all.len() - 1
        };
        let mut act = (self.play)(number, &seen);
        if let Act::Late(latency, answer) = act {
            tokio::time::sleep(latency).await;
            act = *answer;
        }
        let (act, end) = match act {
            Act::Broken(act) => {
                let broken = Err(TransportErrorKind::Interrupted.into());
                (*act, stream::iter([broken]).boxed())
            }
            Act::Stalled(act) => (*act, stream::pending().boxed()),
            act => (act, stream::empty().boxed()),
        };
        match act {
            Act::Fail(kind) => Err(TransportError::new(kind, "as the script says")),
            Act::Answer(status, headers, body) => {
                let body = BodyStream::from(body).chain(end);
                let mut answer = http::Response::new(BodyStream::new(body));
                *answer.status_mut() = StatusCode::from_u16(status).unwrap();
                for (name, value) in headers {
                    let value = HeaderValue::from_bytes(value.as_bytes()).unwrap();
                    answer.headers_mut().insert(name, value);
                }
                Ok(answer)
            }
            Act::Hang | Act::Broken(_) | Act::Stalled(_) | Act::Late(..) => {
                std::future::pending().await
            }
        }
    }
}
