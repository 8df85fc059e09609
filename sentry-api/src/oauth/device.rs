//! Signing in on another device: a program shows a code, a person enters it in a browser.

use std::fmt;
use std::time::Duration;

use secrecy::SecretString;
use serde::Deserialize;
use serde_with::serde_as;
use url::Url;

use super::{Grant, OAuth};
use crate::error::{Error, ErrorKind};
use crate::wire::Number;

const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:device_code";
/// How long to wait between questions where the server does not say; by RFC 8628.
const INTERVAL: Duration = Duration::from_secs(5);
/// How long to wait at least.
const SHORTEST: Duration = Duration::from_secs(1);
/// How much longer after `slow_down`; by RFC 8628.
const SLOWER: Duration = Duration::from_secs(5);
/// How long a code holds where the server does not say.
const LIFETIME: Duration = Duration::from_secs(600);

/// A code that waits to be confirmed in a browser.
///
/// Source: [OAuth](https://docs.sentry.io/api/guides/oauth/).
pub struct DeviceAuthorization {
    oauth: OAuth,
    device_code: SecretString,
    user_code: String,
    verification_uri: String,
    verification_uri_complete: Option<String>,
    expires_in: Duration,
    interval: Duration,
    /// The clock's time at which the code ends.
    end: Duration,
    /// The clock's time before which the server is not asked.
    next: Duration,
}

/// How a code stands.
#[derive(Debug)]
pub enum DevicePoll {
    /// Nobody has confirmed it yet.
    Pending,
    /// It was confirmed.
    Granted(Grant),
}

#[serde_as]
#[derive(Deserialize)]
struct Started {
    device_code: String,
    user_code: String,
    verification_uri: String,
    verification_uri_complete: Option<String>,
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    expires_in: Option<u64>,
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    interval: Option<u64>,
}

impl OAuth {
    /// Begins to sign in with a code that a person enters in a browser.
    ///
    /// The example of this [module](super) goes through all of it.
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`] tells; with the code `invalid_client` for an unknown application
    /// and `invalid_scope` for unknown scopes; as [`Decode`](ErrorKind::Decode) when the code
    /// cannot be confirmed, since it ends too soon or its page is none.
    pub async fn device(&self, scopes: &[&str]) -> Result<DeviceAuthorization, Error> {
        let mut form = self.client_form();
        if !scopes.is_empty() {
            form = form.with("scope", scopes.join(" "));
        }
        let started: Started = form.post(&self.client, self.server.device()).await?;
        let seconds =
            |seconds: Option<u64>, otherwise| seconds.map_or(otherwise, Duration::from_secs);
        let (expires_in, interval) = (
            seconds(started.expires_in, LIFETIME),
            seconds(started.interval, INTERVAL).max(SHORTEST),
        );
        if interval >= expires_in {
            return Err(refuse(
                "the code ends before the server may be asked for it",
            ));
        }
        let now = self.client.0.clock.elapsed();
        let complete = started.verification_uri_complete;
        Ok(DeviceAuthorization {
            oauth: self.clone(),
            device_code: SecretString::from(started.device_code),
            user_code: visible(started.user_code)?,
            verification_uri: web_page(&started.verification_uri)?,
            verification_uri_complete: complete.as_deref().map(web_page).transpose()?,
            expires_in,
            interval,
            end: now.saturating_add(expires_in),
            next: now.saturating_add(interval),
        })
    }
}

impl DeviceAuthorization {
    /// The code that the person enters, such as `BCDF-GHJK`.
    #[must_use]
    pub fn user_code(&self) -> &str {
        &self.user_code
    }

    /// The address of the page where it is entered.
    #[must_use]
    pub fn verification_uri(&self) -> &str {
        &self.verification_uri
    }

    /// The address of the page with the code in it, to be opened or shown as a QR code.
    #[must_use]
    pub fn verification_uri_complete(&self) -> Option<&str> {
        self.verification_uri_complete.as_deref()
    }

    /// How long the code held when it was made.
    #[must_use]
    pub fn expires_in(&self) -> Duration {
        self.expires_in
    }

    /// How long to wait between two questions; the server can make it longer.
    #[must_use]
    pub fn interval(&self) -> Duration {
        self.interval
    }

    /// Asks once whether the code was confirmed, when the server's interval has passed since
    /// the last question, however that one ended.
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`] tells; with the code `access_denied` when the person declined
    /// and `expired_token` when the time is over.
    pub async fn poll(&mut self) -> Result<DevicePoll, Error> {
        let clock = &self.oauth.client.0.clock;
        let now = clock.elapsed();
        if now.max(self.next) >= self.end {
            return Err(expired());
        }
        let wait = self.next.saturating_sub(now);
        if !wait.is_zero() {
            clock.sleep(wait).await;
        }
        // Before the answer, which this call may be dropped waiting for.
        self.rest(Duration::ZERO);
        let form = self
            .oauth
            .form(GRANT_TYPE)
            .with_secret("device_code", &self.device_code);
        let answer = self.oauth.redeem(form).await;
        let error = answer.as_ref().err();
        let (code, asked) = (
            error.and_then(Error::code),
            error.and_then(Error::retry_after),
        );
        let is_pending = matches!(code, Some("slow_down" | "authorization_pending"));
        if code == Some("slow_down") {
            self.interval = self.interval.saturating_add(SLOWER);
        }
        self.rest(asked.unwrap_or_default());
        if is_pending {
            return Ok(DevicePoll::Pending);
        }
        answer.map(DevicePoll::Granted)
    }

    /// Waits until the code is confirmed, over failures that pass.
    ///
    /// # Errors
    ///
    /// Fails as [`poll`](Self::poll).
    pub async fn wait(mut self) -> Result<Grant, Error> {
        loop {
            match self.poll().await {
                Ok(DevicePoll::Granted(grant)) => return Ok(grant),
                Ok(DevicePoll::Pending) => {}
                Err(error) if error.is_transient() => {
                    tracing::debug!(kind = ?error.kind(), "asking again later");
                    self.interval = self.interval.saturating_add(SLOWER);
                    self.rest(error.retry_after().unwrap_or_default());
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Asks no more for the interval, or for as long as the server asked.
    fn rest(&mut self, asked: Duration) {
        let now = self.oauth.client.0.clock.elapsed();
        self.next = now.saturating_add(self.interval.max(asked));
    }
}

fn expired() -> Error {
    Error::new(ErrorKind::Unauthorized)
        .with_code("expired_token")
        .with_problem("the code was not confirmed in time; begin anew")
}

/// A code that a terminal can show.
fn visible(code: String) -> Result<String, Error> {
    if code.is_empty() || code.len() > 100 || !code.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(refuse("the code is nothing that a person can enter"));
    }
    Ok(code)
}

/// An address that a browser may be sent to, whatever a server would like it to open.
fn web_page(address: &str) -> Result<String, Error> {
    let url = Url::parse(address).map_err(|_| refuse("the page to open has no address"))?;
    let names_somebody = !url.username().is_empty() || url.password().is_some();
    if !matches!(url.scheme(), "https" | "http") || names_somebody {
        return Err(refuse("the page to open is no web page"));
    }
    Ok(url.into())
}

fn refuse(problem: &str) -> Error {
    Error::new(ErrorKind::Decode).with_problem(problem)
}

// Who knows a code can use what it is confirmed for.
impl fmt::Debug for DeviceAuthorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeviceAuthorization")
            .field("expires_in", &self.expires_in)
            .field("interval", &self.interval)
            .finish_non_exhaustive()
    }
}
