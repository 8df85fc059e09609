//! Tokens of a public integration for one of its installations.

use std::fmt;

use http::Method;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_with::serde_as;
use time::OffsetDateTime;

use super::Grant;
use crate::client::Client;
use crate::endpoint::{Prepared, encode_body};
use crate::error::{Error, ErrorKind};
use crate::path;
use crate::token::scrub;
use crate::wire::Time;

const PATH: &str = "/api/0/sentry-app-installations/{uuid}/authorizations/";

/// An installation of a public integration in an organization, whose tokens live for 8 hours.
///
/// Source: [Public integrations](https://docs.sentry.io/organization/integrations/integration-platform/public-integration/).
#[derive(Clone)]
pub struct Installation {
    pub(super) client: Client,
    pub(super) uuid: String,
    pub(super) client_id: String,
    client_secret: SecretString,
}

#[derive(Serialize)]
struct Authorize<'a> {
    grant_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<&'a str>,
    client_id: &'a str,
    client_secret: &'a str,
}

#[serde_as]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Authorized {
    token: String,
    refresh_token: Option<String>,
    #[serde_as(as = "Time")]
    #[serde(default)]
    expires_at: Option<OffsetDateTime>,
}

impl Client {
    /// Names an installation of a public integration, as its webhook `installation.created`
    /// does, with the integration's credentials; nothing is sent.
    pub fn installation(
        &self,
        uuid: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Installation {
        Installation {
            client: self.clone(),
            uuid: uuid.into(),
            client_id: client_id.into(),
            client_secret: SecretString::from(client_secret.into()),
        }
    }
}

impl Installation {
    /// Changes the code that came with the installation for its first grant.
    ///
    /// ```
    /// use sentry_api::Client;
    /// use sentry_api::oauth::GrantProvider;
    /// # use sentry_api::transport::{Exchange, Replay};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let path = "/api/0/sentry-app-installations/8f6c/authorizations/";
    /// # let answer = r#"{"token": "a0", "refreshToken": "r0", "expiresAt": "2030-01-01T08:00:00Z"}"#;
    /// # let exchange = Exchange::new(http::Method::POST, path).json(201, answer);
    /// # let client = Client::builder().transport(Replay::new([exchange])).build()?;
    /// let installation = client.installation("8f6c", "client id", "client secret");
    /// let grant = installation.authorize("the code").await?;
    ///
    /// let client = Client::builder()
    ///     .token_provider(GrantProvider::new(installation, grant))
    ///     .build()?;
    /// # let _ = client;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`] tells; a code that was used is
    /// [`Forbidden`](ErrorKind::Forbidden).
    pub async fn authorize(&self, code: &str) -> Result<Grant, Error> {
        let code = SecretString::from(code);
        self.send("authorization_code", &code).await
    }

    /// Gets the grant that follows on `grant`, which is used up by it.
    ///
    /// # Errors
    ///
    /// Fails as [`ErrorKind`] tells, and as [`Unauthorized`](ErrorKind::Unauthorized) when the
    /// grant has no refresh token.
    pub async fn refresh(&self, grant: &Grant) -> Result<Grant, Error> {
        let Some(refresh_token) = &grant.refresh_token else {
            return Err(Error::new(ErrorKind::Unauthorized)
                .with_problem("this grant has no refresh token; install the integration anew"));
        };
        let next = self.send("refresh_token", refresh_token).await?;
        Ok(next.following(grant))
    }

    async fn send(&self, grant_type: &'static str, secret: &SecretString) -> Result<Grant, Error> {
        let is_code = grant_type == "authorization_code";
        let given = secret.expose_secret();
        let authorize = Authorize {
            grant_type,
            code: is_code.then_some(given),
            refresh_token: (!is_code).then_some(given),
            client_id: &self.client_id,
            client_secret: self.client_secret.expose_secret(),
        };
        let path = path::fill(PATH, &[&self.uuid]).map_err(Error::path)?;
        let prepared = Prepared {
            body: Some(encode_body(&authorize)?),
            ..Prepared::new(Method::POST, PATH, path)
        };
        let clean = |text: &str| scrub(&scrub(text, secret), &self.client_secret);
        let answer = self.client.execute_without_token(prepared, clean).await?;
        let authorized: Authorized = answer.value;
        Ok(Grant::new(
            authorized.token,
            authorized.refresh_token,
            authorized.expires_at,
        ))
    }
}

impl fmt::Debug for Installation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Installation")
            .field("uuid", &self.uuid)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}
