//! Signing in with OAuth 2, and tokens that renew themselves.
//!
//! [`Client::oauth`](crate::Client::oauth) names an application; [`OAuth::device`] and
//! [`OAuth::authorize`] lead a person through signing in, of which a [`Grant`] is left. A
//! [`GrantProvider`] gives its tokens to a client, renews them, and keeps them in a
//! [`TokenStore`].
//!
//! Source: [OAuth](https://docs.sentry.io/api/guides/oauth/).
//!
//! ```
//! use sentry_api::Client;
//! use sentry_api::oauth::GrantProvider;
//! # use sentry_api::transport::{Exchange, Replay};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), sentry_api::Error> {
//! # let device = r#"{"device_code": "d0", "user_code": "BCDF-GHJK", "expires_in": 600,
//! #     "interval": 1, "verification_uri": "https://sentry.io/oauth/device/"}"#;
//! # let grant = r#"{"access_token": "a0", "refresh_token": "r0", "expires_in": 2591999}"#;
//! # let replay = Replay::new([
//! #     Exchange::new(http::Method::POST, "/oauth/device/code/").json(200, device),
//! #     Exchange::new(http::Method::POST, "/oauth/token/").json(200, grant),
//! # ]);
//! let anonymous = Client::builder()
//! #   .transport(replay)
//!     .build()?;
//! let oauth = anonymous.oauth("the application's client id");
//!
//! let device = oauth.device(&["org:read", "event:read"]).await?;
//! println!("Open {} and enter {}", device.verification_uri(), device.user_code());
//! let grant = device.wait().await?;
//!
//! let client = Client::builder().token_provider(GrantProvider::new(oauth, grant)).build()?;
//! # let _ = client;
//! # Ok(())
//! # }
//! ```

mod authorize;
mod device;
mod form;
mod grant;
mod installation;
mod loopback;
mod provider;
mod random;
mod server;
mod store;

use std::fmt;

use secrecy::SecretString;
use serde::de::IgnoredAny;

pub use self::authorize::Authorization;
pub use self::device::{DeviceAuthorization, DevicePoll};
use self::form::Form;
pub use self::grant::{Grant, GrantUser};
pub use self::installation::Installation;
pub use self::loopback::LoopbackRedirect;
pub use self::provider::{GrantProvider, Issuer};
use self::server::Server;
pub use self::store::TokenStore;
use crate::client::Client;
use crate::error::{Error, ErrorKind};

/// An application that is registered with a Sentry server, by its client id.
///
/// What it sends goes to the client's server without the client's token.
#[derive(Clone)]
pub struct OAuth {
    client: Client,
    client_id: String,
    client_secret: Option<SecretString>,
    server: Server,
}

impl Client {
    /// Names an application of this server; nothing is sent.
    pub fn oauth(&self, client_id: impl Into<String>) -> OAuth {
        OAuth {
            client: self.clone(),
            client_id: client_id.into(),
            client_secret: None,
            server: Server::of(self.base_url()),
        }
    }
}

impl OAuth {
    /// Sets the client secret, which public applications have none of.
    #[must_use]
    pub fn client_secret(mut self, secret: impl Into<String>) -> Self {
        self.client_secret = Some(SecretString::from(secret.into()));
        self
    }

    /// The client id.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.client_id
    }

    /// Asks the server for the addresses of its OAuth endpoints, in the place of Sentry's own,
    /// which stay where it does not tell any.
    ///
    /// ```
    /// # use sentry_api::transport::{Exchange, Replay};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let exchange = Exchange::get("/.well-known/oauth-authorization-server").json(404, "");
    /// # let client = sentry_api::Client::builder().transport(Replay::new([exchange])).build()?;
    /// let oauth = client.oauth("the application's client id").discover().await?;
    /// # let _ = oauth;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`] tells, and as [`Redirected`](ErrorKind::Redirected) when an
    /// endpoint lies on another host, which would get the client secret.
    pub async fn discover(mut self) -> Result<Self, Error> {
        self.server = Server::discover(&self.client).await?;
        Ok(self)
    }

    /// Gets the grant that follows on `grant`, which is used up by it.
    ///
    /// ```
    /// use sentry_api::oauth::Grant;
    /// # use sentry_api::transport::{Exchange, Replay};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let exchange = Exchange::new(http::Method::POST, "/oauth/token/")
    /// #     .json(200, r#"{"access_token": "a1", "refresh_token": "r1", "expires_in": 2591999}"#);
    /// # let client = sentry_api::Client::builder().transport(Replay::new([exchange])).build()?;
    /// let grant = Grant::from_json(r#"{"access_token": "a0", "refresh_token": "r0"}"#)?;
    /// let grant = client.oauth("the application's client id").refresh(&grant).await?;
    /// assert!(grant.expires_at().is_some());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`] tells, and with the code `invalid_grant` when the grant has no
    /// refresh token or Sentry no longer takes it: then a person has to sign in again.
    pub async fn refresh(&self, grant: &Grant) -> Result<Grant, Error> {
        let Some(refresh_token) = &grant.refresh_token else {
            return Err(Error::new(ErrorKind::Unauthorized)
                .with_code("invalid_grant")
                .with_problem("this grant has no refresh token; sign in again"));
        };
        // A scope, even the same one, would be refused.
        let form = self
            .form("refresh_token")
            .with_secret("refresh_token", refresh_token);
        let next = self.redeem(form).await?;
        Ok(next.following(grant))
    }

    /// Withdraws a grant, with its access token and its refresh token.
    ///
    /// A token that the server does not know is no error.
    ///
    /// ```
    /// # use sentry_api::oauth::Grant;
    /// # use sentry_api::transport::{Exchange, Replay};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let exchange = Exchange::new(http::Method::POST, "/oauth/revoke/").json(200, "");
    /// # let client = sentry_api::Client::builder().transport(Replay::new([exchange])).build()?;
    /// # let grant = Grant::from_json(r#"{"access_token": "a0", "refresh_token": "r0"}"#)?;
    /// client.oauth("the application's client id").revoke(&grant).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`] tells; servers without this endpoint answer
    /// [`Unsupported`](ErrorKind::Unsupported).
    pub async fn revoke(&self, grant: &Grant) -> Result<(), Error> {
        let form = match &grant.refresh_token {
            Some(token) => self
                .client_form()
                .with_secret("token", token)
                .with("token_type_hint", "refresh_token"),
            None => self
                .client_form()
                .with_secret("token", &grant.access_token)
                .with("token_type_hint", "access_token"),
        };
        let url = self.server.revocation();
        form.post::<IgnoredAny>(&self.client, url).await.map(drop)
    }

    /// A form of this grant type that proves who the application is.
    fn form(&self, grant_type: &'static str) -> Form {
        self.client_form().with("grant_type", grant_type)
    }

    fn client_form(&self) -> Form {
        let form = Form::new().with("client_id", &self.client_id);
        match &self.client_secret {
            Some(secret) => form.with_secret("client_secret", secret),
            None => form,
        }
    }

    /// Changes what a form holds for a grant.
    async fn redeem(&self, form: Form) -> Result<Grant, Error> {
        let answer = form.post(&self.client, self.server.token()).await?;
        Grant::read(answer, self.client.0.clock.now())
    }
}

impl fmt::Debug for OAuth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OAuth")
            .field("base_url", self.client.base_url())
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}
