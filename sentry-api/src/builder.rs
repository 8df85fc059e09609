//! Settings of a client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{ACCEPT, AUTHORIZATION, HOST, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::base_url::BaseUrl;
use crate::client::{Client, Shared};
use crate::clock::{Clock, SystemClock};
use crate::credentials::{Binding, Credentials, TokenProvider};
use crate::error::Error;
use crate::exchange::routes::MissingRoutes;
use crate::rate_limit::Limiter;
use crate::region::Regions;
use crate::retry::RetryPolicy;
use crate::token::Token;
use crate::transport::Transport;

const DEFAULT_BASE_URL: &str = "https://sentry.io";
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);
const DEFAULT_MAX_BODY: usize = 16 * 1024 * 1024;
const DEFAULT_USER_AGENT: &str = concat!("sentry-api-rust/", env!("CARGO_PKG_VERSION"));

/// Settings of a [`Client`], begun with [`Client::builder`].
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    base_url: Option<BaseUrl>,
    trust_base_url: bool,
    token: Option<Token>,
    provider: Option<Arc<dyn TokenProvider>>,
    headers: HeaderMap,
    user_agent: Option<String>,
    timeout: Duration,
    max_body: usize,
    retry: RetryPolicy,
    rate_limiter: bool,
    clock: Option<Arc<dyn Clock>>,
    transport: Option<Arc<dyn Transport>>,
}

impl ClientBuilder {
    pub(crate) fn new() -> Self {
        Self {
            base_url: None,
            trust_base_url: false,
            token: None,
            provider: None,
            headers: HeaderMap::new(),
            user_agent: None,
            timeout: DEFAULT_TIMEOUT,
            max_body: DEFAULT_MAX_BODY,
            retry: RetryPolicy::default(),
            rate_limiter: true,
            clock: None,
            transport: None,
        }
    }

    /// Sets the server, `https://sentry.io` by default: see [`BaseUrl::parse`].
    ///
    /// # Errors
    ///
    /// Fails when the text is no address of a server.
    pub fn base_url(mut self, url: &str) -> Result<Self, Error> {
        self.base_url = Some(BaseUrl::parse(url)?);
        Ok(self)
    }

    /// Sends an organization token to the base URL although the token names another server,
    /// as when that one is reached by an internal name, or https where the base URL has http.
    pub fn trust_base_url(mut self) -> Self {
        self.trust_base_url = true;
        self
    }

    /// Sets the token, which is sent to the base URL's origin and, of sentry.io, to the
    /// organization's region, and nowhere else.
    pub fn token(mut self, token: Token) -> Self {
        self.token = Some(token);
        self.provider = None;
        self
    }

    /// Takes the tokens of a provider, in the place of one that is always the same.
    ///
    /// A call whose token the server refuses (401) is sent once more with another one,
    /// whatever its method, since nothing was done.
    pub fn token_provider(mut self, provider: impl TokenProvider + 'static) -> Self {
        self.provider = Some(Arc::new(provider));
        self.token = None;
        self
    }

    /// Sends one more header with every request; `User-Agent` and `Accept` replace the
    /// client's.
    ///
    /// # Errors
    ///
    /// Fails when HTTP cannot carry the name or the value, and for `Authorization` and
    /// `Host`, which are the client's own.
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, Error> {
        let name: HeaderName = name
            .parse()
            .map_err(|_| Error::invalid("a header's name has characters that HTTP forbids"))?;
        if name == AUTHORIZATION || name == HOST {
            return Err(Error::invalid("this header is the client's own"));
        }
        let mut value: HeaderValue = value
            .parse()
            .map_err(|_| Error::invalid("a header's value has characters that HTTP forbids"))?;
        value.set_sensitive(true);
        self.headers.append(name, value);
        Ok(self)
    }

    /// Names the program in `User-Agent`.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = Some(name.into());
        self
    }

    /// Bounds each call with its waits and retries; 30 s by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Bounds the length of an answer, unpacked, in bytes; 16 MiB by default. A download is
    /// not bounded.
    ///
    /// The models take several times as much memory as the answer, and more than a hundred
    /// times where a server sends a list of things that are almost empty: they have room for
    /// all the fields that are absent.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// Sets when a request is sent again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Tells whether requests wait before a limit that earlier answers told, instead of being
    /// refused; they do by default.
    ///
    /// Each operation has its own limits: so many requests in a window of time, so many at
    /// once. A wait that would be longer than the time of the call, or than
    /// [`RetryPolicy::longest_wait`], fails at once. A window of more than a
    /// minute is not believed. Servers that tell no limits, such as self-hosted ones, are never
    /// waited for.
    pub fn rate_limiter(mut self, is_enabled: bool) -> Self {
        self.rate_limiter = is_enabled;
        self
    }

    /// Replaces the system's clock.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// Replaces the network.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Makes the client; nothing is sent and no connection made.
    ///
    /// # Errors
    ///
    /// Fails when HTTP cannot carry the token or the user agent, when an organization token
    /// names another server than the base URL (see [`trust_base_url`](Self::trust_base_url)),
    /// and when there is no transport because the feature `reqwest` is off.
    pub fn build(self) -> Result<Client, Error> {
        let base_url = match self.base_url {
            Some(url) => url,
            None => BaseUrl::parse(DEFAULT_BASE_URL)?,
        };
        let clock = self.clock.unwrap_or_else(|| Arc::new(SystemClock::new()));
        let regions = Arc::new(Regions::of(&base_url));
        let binding = Binding::new(base_url.clone(), Arc::clone(&regions), self.trust_base_url);
        let credentials = match (self.token, self.provider) {
            (Some(token), _) => Credentials::fixed(token, &binding)?,
            (None, Some(provider)) => Credentials::provided(provider, binding, Arc::clone(&clock)),
            (None, None) => Credentials::None,
        };
        if base_url.is_insecure() && !matches!(credentials, Credentials::None) {
            tracing::warn!(host = base_url.host(), "the token travels in the clear");
        }
        Ok(Client(Arc::new(Shared {
            base_url,
            credentials: Arc::new(credentials),
            regions,
            headers: headers(self.headers, self.user_agent)?,
            timeout: self.timeout,
            max_body: self.max_body,
            retry: self.retry,
            clock,
            transport: self.transport.map_or_else(default_transport, Ok)?,
            missing: MissingRoutes::default(),
            limiter: Arc::new(Limiter::new(self.rate_limiter)),
        })))
    }
}

fn headers(mut headers: HeaderMap, user_agent: Option<String>) -> Result<HeaderMap, Error> {
    if let Some(name) = user_agent {
        let agent = name
            .parse()
            .map_err(|_| Error::invalid("the user agent has characters that HTTP forbids"))?;
        headers.insert(USER_AGENT, agent);
    }
    headers
        .entry(USER_AGENT)
        .or_insert(HeaderValue::from_static(DEFAULT_USER_AGENT));
    headers
        .entry(ACCEPT)
        .or_insert(HeaderValue::from_static("application/json"));
    Ok(headers)
}

#[cfg(feature = "reqwest")]
#[allow(clippy::unnecessary_wraps, reason = "without reqwest it fails")]
fn default_transport() -> Result<Arc<dyn Transport>, Error> {
    Ok(Arc::new(crate::transport::ReqwestTransport::new()))
}

#[cfg(not(feature = "reqwest"))]
fn default_transport() -> Result<Arc<dyn Transport>, Error> {
    Err(Error::invalid(
        "there is no transport: give one, or enable the feature `reqwest`",
    ))
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("base_url", &self.base_url)
            .field("token", &self.token)
            .field("provider", &self.provider.as_ref().map(|_| "TokenProvider"))
            .finish_non_exhaustive()
    }
}
