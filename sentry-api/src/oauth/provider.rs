//! A grant as the source of a client's tokens.

use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use tokio::sync::Mutex;

use super::{Grant, Installation, OAuth, TokenStore};
use crate::client::Client;
use crate::credentials::TokenProvider;
use crate::error::{Error, ErrorKind};
use crate::token::Token;

/// How long before its end a token is renewed.
const MARGIN: Duration = Duration::from_secs(60);

/// Gives a client the tokens of a grant, renews it, and keeps it in a store if there is one.
///
/// Several processes may share a store: one renews, the others take what it stored, and none
/// uses a refresh token that another has used up. A grant that cannot be written is used all
/// the same, with a warning in the log, and written when a token is next asked for.
///
/// A client lets a renewal come to its end. Who calls [`token`](TokenProvider::token) otherwise
/// awaits it to its end too: dropped while Sentry is asked, it may lose the sign-in.
#[derive(Debug)]
pub struct GrantProvider {
    issuer: Issuer,
    store: Option<TokenStore>,
    held: Mutex<Held>,
}

/// The newest grant.
#[derive(Debug)]
struct Held {
    grant: Grant,
    /// What the store held when the grant could not be written: its refresh token is spent.
    spent: Option<Grant>,
}

/// Who gave a grant and renews it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Issuer {
    /// The server, to an application.
    OAuth(OAuth),
    /// The server, to an integration for one installation.
    Installation(Installation),
}

impl GrantProvider {
    /// The tokens of a grant that an application or an installation was given.
    pub fn new(issuer: impl Into<Issuer>, grant: Grant) -> Self {
        Self {
            issuer: issuer.into(),
            store: None,
            held: Mutex::new(Held { grant, spent: None }),
        }
    }

    /// The tokens of the grant that `store` holds for this application or installation, or
    /// `None` when nobody has signed in yet.
    ///
    /// ```
    /// use sentry_api::Client;
    /// use sentry_api::oauth::{Grant, GrantProvider, TokenStore};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let folder = std::env::temp_dir().join(format!("sentry-api-{}", std::process::id()));
    /// # let path = folder.join("tokens.json");
    /// let store = TokenStore::new(&path);
    /// let oauth = Client::builder().build()?.oauth("the application's client id");
    /// let provider = match GrantProvider::stored(oauth.clone(), store.clone())? {
    ///     Some(provider) => provider,
    ///     None => {
    ///         // Where the person signs in.
    ///         let grant = Grant::from_json(r#"{"access_token": "a0"}"#)?;
    ///         GrantProvider::new(oauth, grant).store(store).await?
    ///     }
    /// };
    /// let client = Client::builder().token_provider(provider).build()?;
    /// # let _ = client;
    /// # std::fs::remove_dir_all(folder).ok();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Fails as [`TokenStore::load`].
    pub fn stored(issuer: impl Into<Issuer>, store: TokenStore) -> Result<Option<Self>, Error> {
        let issuer = issuer.into();
        let grant = store.load(issuer.client().base_url(), &issuer.key())?;
        Ok(grant.map(|grant| Self {
            store: Some(store),
            ..Self::new(issuer, grant)
        }))
    }

    /// Writes the grant to `store`, and each one that follows on it.
    ///
    /// # Errors
    ///
    /// Fails as [`TokenStore::save`].
    pub async fn store(mut self, store: TokenStore) -> Result<Self, Error> {
        let grant = self.grant().await;
        let server = self.issuer.client().base_url();
        store.save(server, &self.issuer.key(), &grant).await?;
        self.store = Some(store);
        Ok(self)
    }

    /// The grant as it is now.
    pub async fn grant(&self) -> Grant {
        self.held.lock().await.grant.clone()
    }

    /// Renews the grant, or takes what another process has stored since.
    async fn renew(&self, held: &mut Held) -> Result<(), Error> {
        let Some(store) = &self.store else {
            held.grant = self.issuer.refresh(&held.grant).await?;
            return Ok(());
        };
        let key = self.issuer.key();
        let server = self.issuer.client().base_url();
        // Held while Sentry is asked: two processes must not use the same refresh token.
        let locked = store.lock().await?;
        let Some(stored) = locked.load(server, &key)? else {
            return Err(Error::new(ErrorKind::Unauthorized)
                .with_problem("the token store no longer holds this sign-in; sign in again"));
        };
        let is_behind = held.is_ahead_of(&stored);
        if !is_behind && !stored.is(&held.grant) && !self.ends(&stored) {
            held.grant = stored;
            held.spent = None;
            return Ok(());
        }
        let last = if is_behind { &held.grant } else { &stored };
        held.grant = self.issuer.refresh(last).await?;
        // The token is good, whatever becomes of the file.
        match locked.save(server, &key, &held.grant) {
            Ok(()) => held.spent = None,
            Err(error) => {
                tracing::warn!(%error, "a renewed grant could not be stored");
                held.spent = Some(stored);
            }
        }
        Ok(())
    }

    /// Writes the grant that could not be written before, unless another one is stored now.
    async fn catch_up(&self, held: &mut Held) -> Result<(), Error> {
        let (Some(store), Some(_)) = (&self.store, &held.spent) else {
            return Ok(());
        };
        let key = self.issuer.key();
        let server = self.issuer.client().base_url();
        let locked = store.lock().await?;
        let stored = locked.load(server, &key)?;
        if stored.is_some_and(|stored| held.is_ahead_of(&stored)) {
            locked.save(server, &key, &held.grant)?;
        }
        held.spent = None;
        Ok(())
    }

    /// Whether the token of `grant` has ended or is about to.
    fn ends(&self, grant: &Grant) -> bool {
        self.ends_within(grant, MARGIN)
    }

    fn ends_within(&self, grant: &Grant, margin: Duration) -> bool {
        let now: SystemTime = self.issuer.client().0.clock.now();
        let end = grant.token().expires_at();
        end.is_some_and(|end| end.duration_since(now).unwrap_or_default() <= margin)
    }
}

#[async_trait]
impl TokenProvider for GrantProvider {
    async fn token(&self, refused: Option<&Token>) -> Result<Token, Error> {
        let mut held = self.held.lock().await;
        let token = held.grant.token();
        let is_refused = refused.is_some_and(|refused| refused.expose() == token.expose());
        let may_be_renewed = held.grant.has_refresh_token() || self.store.is_some();
        if (is_refused && may_be_renewed) || self.ends(&held.grant) {
            let renewed = self.renew(&mut held).await;
            // What nothing renews is used to its end.
            let is_needed = held.grant.has_refresh_token() || is_refused;
            if is_needed || self.ends_within(&held.grant, Duration::ZERO) {
                renewed?;
            }
        } else if let Err(error) = self.catch_up(&mut held).await {
            tracing::warn!(%error, "a renewed grant could still not be stored");
        }
        Ok(held.grant.token())
    }
}

impl Held {
    /// Whether the grant was renewed from `stored`, and only the writing failed.
    fn is_ahead_of(&self, stored: &Grant) -> bool {
        self.spent.as_ref().is_some_and(|spent| spent.is(stored))
    }
}

impl From<OAuth> for Issuer {
    fn from(oauth: OAuth) -> Self {
        Self::OAuth(oauth)
    }
}

impl From<Installation> for Issuer {
    fn from(installation: Installation) -> Self {
        Self::Installation(installation)
    }
}

impl Issuer {
    fn client(&self) -> &Client {
        match self {
            Self::OAuth(oauth) => &oauth.client,
            Self::Installation(installation) => &installation.client,
        }
    }

    /// The name in a store: the client id, and the installation where there is one.
    fn key(&self) -> String {
        match self {
            Self::OAuth(oauth) => oauth.client_id.clone(),
            Self::Installation(it) => format!("{}:{}", it.client_id, it.uuid),
        }
    }

    async fn refresh(&self, grant: &Grant) -> Result<Grant, Error> {
        match self {
            Self::OAuth(oauth) => oauth.refresh(grant).await,
            Self::Installation(installation) => installation.refresh(grant).await,
        }
    }
}
