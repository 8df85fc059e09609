//! Whether a request is Sentry's.

use std::time::{Duration, SystemTime};

use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

use super::{Resource, Webhook, WebhookError, headers, read};

const RESOURCE: &str = "Sentry-Hook-Resource";
const TIMESTAMP: &str = "Sentry-Hook-Timestamp";
const SIGNATURE: &str = "Sentry-Hook-Signature";
const REQUEST_ID: &str = "Request-ID";

/// The bytes of a SHA-256.
const TAG: usize = 32;
/// The longest body by default: Sentry keeps an event below 1 MiB, and adds to it.
const MAX_BODY: usize = 4 * 1024 * 1024;
/// How old or new a webhook may be by default.
const FRESHNESS: Duration = Duration::from_secs(5 * 60);

/// Tells what Sentry sent from what somebody else did.
///
/// It is cheap to share, and its `Debug` shows no secret.
#[derive(Debug, Clone)]
pub struct WebhookVerifier {
    secrets: Vec<SecretString>,
    freshness: Option<Duration>,
    max_body: usize,
}

impl WebhookVerifier {
    /// A verifier with the client secret of an integration, or the secret of a service hook.
    ///
    /// White space around the secret is not part of it. An empty secret is none: with it
    /// everything is refused, since everybody could sign with it.
    pub fn new(secret: impl Into<String>) -> Self {
        let verifier = Self {
            secrets: Vec::new(),
            freshness: Some(FRESHNESS),
            max_body: MAX_BODY,
        };
        verifier.or_secret(secret)
    }

    /// Takes what is signed with `secret` as well: the old one and the new one while a secret
    /// is being replaced.
    #[must_use]
    pub fn or_secret(mut self, secret: impl Into<String>) -> Self {
        let secret = secret.into();
        if !secret.trim().is_empty() {
            self.secrets.push(SecretString::from(secret.trim()));
        }
        self
    }

    /// How far the time of a webhook may lie before or after now; 5 minutes unless set, and
    /// `None` for any time.
    ///
    /// The time is not signed, so this keeps out what was held up, not who repeats a webhook
    /// on purpose.
    #[must_use]
    pub fn freshness(mut self, window: impl Into<Option<Duration>>) -> Self {
        self.freshness = window.into();
        self
    }

    /// The longest body that is taken, in bytes; 4 MiB unless set.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// Reads a webhook when it is Sentry's.
    ///
    /// `body` is the body as it came: JSON that was parsed and written again has another
    /// signature. `now` is [`SystemTime::now`], except in tests. Nothing of the body is looked
    /// at before the signature is known to be right, which takes the same time wherever it is
    /// wrong. It has to be in lower case, as Sentry writes it.
    ///
    /// # Errors
    ///
    /// The [`WebhookError`] names the check that failed.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    ///
    /// use http::HeaderMap;
    /// use sentry_api::webhook::{WebhookError, WebhookVerifier};
    ///
    /// let verifier = WebhookVerifier::new("client secret").freshness(Duration::from_secs(60));
    /// let error = verifier.verify(&HeaderMap::new(), b"{}", SystemTime::now()).unwrap_err();
    /// assert_eq!(error, WebhookError::Unsigned("Sentry-Hook-Signature"));
    /// assert_eq!(error.status(), 401);
    /// ```
    pub fn verify(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: SystemTime,
    ) -> Result<Webhook, WebhookError> {
        self.authenticate(headers, SIGNATURE, body)?;
        let timestamp = headers::moment(headers, TIMESTAMP, now, self.freshness)?;
        let resource = Resource::from(headers::text(headers, RESOURCE)?);
        let request_id = headers::text(headers, REQUEST_ID).ok().map(str::to_owned);
        let json = read::object(body)?;
        Ok(Webhook::read(resource, request_id, timestamp, json))
    }

    /// The signature that Sentry would send with `body`, for tests of a receiver.
    ///
    /// It is made with the first secret, and empty where there is none.
    #[must_use]
    pub fn sign(&self, body: &[u8]) -> String {
        let mac = self.secrets.first().and_then(|secret| mac(secret, body));
        let Some(mac) = mac else {
            return String::new();
        };
        let mut digits = [0; 2 * TAG];
        base16ct::lower::encode_str(&mac.finalize().into_bytes(), &mut digits)
            .map(str::to_owned)
            .unwrap_or_default()
    }

    pub(super) fn window(&self) -> Option<Duration> {
        self.freshness
    }

    /// Holds the header `name` against `body`. Every secret is tried, also after one fits.
    pub(super) fn authenticate(
        &self,
        headers: &HeaderMap,
        name: &'static str,
        body: &[u8],
    ) -> Result<(), WebhookError> {
        if self.secrets.is_empty() {
            return Err(WebhookError::NoSecret);
        }
        if body.len() > self.max_body {
            return Err(WebhookError::BodyTooLarge);
        }
        let digits = headers::one(headers, name).map_err(|error| match error {
            WebhookError::MissingHeader(name) => WebhookError::Unsigned(name),
            other => other,
        })?;
        let mut tag = [0; TAG];
        let tag = match base16ct::lower::decode(digits, &mut tag) {
            Ok(tag) if tag.len() == TAG => tag,
            _ => return Err(WebhookError::WrongSignature),
        };
        let fits = |secret| mac(secret, body).is_some_and(|mac| mac.verify_slice(tag).is_ok());
        match self.secrets.iter().map(fits).filter(|fits| *fits).count() {
            0 => Err(WebhookError::WrongSignature),
            _ => Ok(()),
        }
    }
}

/// HMAC-SHA256 takes a key of any length, so there always is one.
fn mac(secret: &SecretString, body: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::new_from_slice(secret.expose_secret().as_bytes()).ok()?;
    mac.update(body);
    Some(mac)
}
