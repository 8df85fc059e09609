//! Credentials: what a token is, read from its shape alone.

mod scrub;

use std::fmt;
use std::time::SystemTime;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

pub(crate) use self::scrub::scrub;

/// A secret that identifies the caller to Sentry.
///
/// It has no `Display`, its `Debug` shows the kind alone, and its memory is wiped when it
/// is dropped. White space around the text is not part of it.
///
/// Source: [Auth tokens](https://docs.sentry.io/account/auth-tokens/).
///
/// ```
/// use sentry_api::{Token, TokenKind};
///
/// let token = Token::new("sntryu_0123456789abcdef");
/// assert_eq!(token.kind(), TokenKind::User);
/// assert_eq!(format!("{token:?}"), "Token(User)");
/// ```
#[derive(Clone)]
pub struct Token {
    secret: SecretString,
    kind: TokenKind,
    claims: Option<Claims>,
    expires_at: Option<SystemTime>,
}

/// Whom a token stands for, as its prefix says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// `sntryu_…`: a person, with the scopes chosen for the token.
    User,
    /// `sntrys_…`: an organization, mostly with the scope `org:ci` alone.
    Organization,
    /// `sntryi_…`: an internal integration.
    InternalIntegration,
    /// `sntrya_…`: a person through an application.
    UserApplication,
    /// No prefix: an older user token or one from OAuth.
    Unknown,
}

/// What an organization token says about itself; nobody signed it, so it is only a hint.
#[derive(Clone, Deserialize)]
struct Claims {
    org: Option<String>,
    url: Option<String>,
    region_url: Option<String>,
}

impl Token {
    /// A token from its text.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let text = text.trim();
        let kind = TokenKind::of(text);
        let claims = match kind {
            TokenKind::Organization => Claims::read(text),
            _ => None,
        };
        Self {
            secret: SecretString::from(text),
            kind,
            claims,
            expires_at: None,
        }
    }

    /// The token with the moment from which on Sentry refuses it; a
    /// [`TokenProvider`](crate::TokenProvider) is asked for another one a minute before.
    #[must_use]
    pub fn with_expires_at(mut self, moment: SystemTime) -> Self {
        self.expires_at = Some(moment);
        self
    }

    /// The moment from which on Sentry refuses the token, where it is known.
    #[must_use]
    pub fn expires_at(&self) -> Option<SystemTime> {
        self.expires_at
    }

    /// Whom the token stands for, as its prefix says.
    #[must_use]
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The slug of the organization that an organization token names.
    #[must_use]
    pub fn organization(&self) -> Option<&str> {
        self.claims.as_ref()?.org.as_deref()
    }

    /// The address of the Sentry that made an organization token.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.claims.as_ref()?.url.as_deref()
    }

    /// The address of the region that holds an organization token's organization.
    #[must_use]
    pub fn region_url(&self) -> Option<&str> {
        self.claims.as_ref()?.region_url.as_deref()
    }

    /// The value of the `Authorization` header, or `None` when HTTP cannot carry the text.
    pub(crate) fn authorization(&self) -> Option<HeaderValue> {
        let text = self.secret.expose_secret();
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        let mut value = HeaderValue::from_str(&format!("Bearer {text}")).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    /// The text of the token.
    #[cfg(feature = "oauth")]
    pub(crate) fn expose(&self) -> &str {
        self.secret.expose_secret()
    }

    /// `text` without the token, should a server have echoed it.
    pub(crate) fn scrub(&self, text: &str) -> String {
        scrub(text, &self.secret)
    }
}

impl TokenKind {
    fn of(text: &str) -> Self {
        let kinds = [
            ("sntryu_", Self::User),
            ("sntrys_", Self::Organization),
            ("sntryi_", Self::InternalIntegration),
            ("sntrya_", Self::UserApplication),
        ];
        kinds
            .into_iter()
            .find(|(prefix, _)| text.starts_with(prefix))
            .map_or(Self::Unknown, |(_, kind)| kind)
    }
}

impl Claims {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.strip_prefix("sntrys_")?.split('_');
        let (payload, _secret) = (parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        serde_json::from_slice(&STANDARD.decode(payload).ok()?).ok()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({:?})", self.kind)
    }
}
