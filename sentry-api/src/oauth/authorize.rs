//! Signing in with a browser that comes back with a code.

use std::borrow::Cow;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use url::Url;
use url::form_urlencoded::{self, Serializer};

use super::random::unguessable;
use super::{Grant, OAuth};
use crate::clock::Clock;
use crate::error::{Error, ErrorKind};

/// A sign-in that a browser is to bring back, with the secrets that tie both together: PKCE's
/// verifier and the `state`.
///
/// Source: [OAuth](https://docs.sentry.io/api/guides/oauth/).
pub struct Authorization {
    oauth: OAuth,
    url: String,
    redirect_uri: String,
    state: SecretString,
    verifier: SecretString,
}

impl OAuth {
    /// Begins to sign in with a browser, which Sentry sends to `redirect_uri` in the end; the
    /// application is registered with that one.
    ///
    /// [`LoopbackRedirect`](super::LoopbackRedirect) takes the browser back on this machine.
    /// Nothing is sent.
    ///
    /// ```
    /// # use sentry_api::transport::{Exchange, Replay};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_api::Client::builder().transport(Replay::new([])).build()?;
    /// let oauth = client.oauth("the application's client id");
    /// let authorization = oauth.authorize("https://app.example.com/callback", &["org:read"])?;
    /// assert!(authorization.url().starts_with("https://sentry.io/oauth/authorize/?"));
    ///
    /// // What a web application is asked for when the browser comes back.
    /// let wrong = "https://app.example.com/callback?code=c0&state=another";
    /// assert!(authorization.redeem(wrong).await.is_err());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Fails when `redirect_uri` is no address and when the system gives no random numbers.
    pub fn authorize(&self, redirect_uri: &str, scopes: &[&str]) -> Result<Authorization, Error> {
        if Url::parse(redirect_uri).is_err() {
            return Err(Error::invalid("the redirect URI is no address"));
        }
        let (state, verifier) = (unguessable()?, unguessable()?);
        let challenge = Sha256::digest(verifier.expose_secret());
        let mut query = Serializer::new(String::new());
        query
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.client_id)
            .append_pair("redirect_uri", redirect_uri);
        if !scopes.is_empty() {
            query.append_pair("scope", &scopes.join(" "));
        }
        query
            .append_pair("state", state.expose_secret())
            .append_pair("code_challenge", &URL_SAFE_NO_PAD.encode(challenge))
            .append_pair("code_challenge_method", "S256");
        Ok(Authorization {
            oauth: self.clone(),
            url: self.server.authorization(&query.finish()),
            redirect_uri: redirect_uri.to_owned(),
            state,
            verifier,
        })
    }
}

impl Authorization {
    /// The address that the person opens in a browser.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What the address has as `state` with which the browser comes back, to tell several
    /// sign-ins apart.
    #[must_use]
    pub fn state(&self) -> &str {
        self.state.expose_secret()
    }

    /// Takes the grant for the address, or its query alone, with which the browser came back.
    ///
    /// # Errors
    ///
    /// Fails when the address belongs to another sign-in, when the person declined (the code
    /// `access_denied`) and as [`ErrorKind`] tells.
    pub async fn redeem(&self, redirected: &str) -> Result<Grant, Error> {
        let query = redirected
            .split_once('?')
            .map_or(redirected, |(_, query)| query);
        let answer = Redirected::read(query);
        if !self.expects(&answer) {
            return Err(Error::new(ErrorKind::Unauthorized)
                .with_problem("the browser came back from another sign-in; begin anew"));
        }
        let code = match (answer.code, answer.error) {
            (Some(code), None) => SecretString::from(code.into_owned()),
            (_, error) => return Err(declined(error.as_deref())),
        };
        let form = self
            .oauth
            .form("authorization_code")
            .with("redirect_uri", &self.redirect_uri)
            .with_secret("code", &code)
            .with_secret("code_verifier", &self.verifier);
        self.oauth.redeem(form).await
    }

    /// Whether a browser that came back belongs to this sign-in.
    pub(super) fn expects(&self, answer: &Redirected<'_>) -> bool {
        answer.state.as_deref() == Some(self.state.expose_secret())
    }

    pub(super) fn clock(&self) -> &dyn Clock {
        &*self.oauth.client.0.clock
    }

    pub(super) fn redirect_uri(&self) -> &str {
        &self.redirect_uri
    }
}

/// What the address says with which a browser came back.
#[derive(Default)]
pub(super) struct Redirected<'a> {
    pub(super) state: Option<Cow<'a, str>>,
    pub(super) code: Option<Cow<'a, str>>,
    pub(super) error: Option<Cow<'a, str>>,
}

impl<'a> Redirected<'a> {
    /// Reads a query. What it says twice it does not say.
    pub(super) fn read(query: &'a str) -> Self {
        let query = query.split_once('#').map_or(query, |(query, _)| query);
        let one = |name: &str| {
            let mut values = form_urlencoded::parse(query.as_bytes())
                .filter(|(key, _)| key == name)
                .map(|(_, value)| value);
            values.next().filter(|_| values.next().is_none())
        };
        Self {
            state: one("state"),
            code: one("code"),
            error: one("error"),
        }
    }
}

/// What Sentry sent in the place of a code.
fn declined(code: Option<&str>) -> Error {
    let problem = match code {
        Some("access_denied") => "signing in was declined",
        Some("invalid_scope") => "the application asks for scopes that it cannot have",
        Some(_) => "Sentry did not take the application's request",
        None => "the browser came back without a code",
    };
    let error = Error::new(ErrorKind::Unauthorized).with_problem(problem);
    match code {
        Some(code) => error.with_code(code).presentable(str::to_owned),
        None => error,
    }
}

impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorization")
            .field("redirect_uri", &self.redirect_uri)
            .finish_non_exhaustive()
    }
}
