//! What signing in leaves.

use std::fmt;
use std::time::{Duration, SystemTime};

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::error::{Error, ErrorKind};
use crate::model::{OrganizationId, UserId};
use crate::token::Token;
use crate::wire::{Number, Time};

/// An access token with what renews it and what is known of both.
///
/// Nothing of it but the time of its end is in its `Debug`.
#[derive(Clone)]
pub struct Grant {
    pub(super) access_token: SecretString,
    pub(super) refresh_token: Option<SecretString>,
    expires_at: Option<OffsetDateTime>,
    scopes: Vec<String>,
    organization_id: Option<OrganizationId>,
    user: Option<GrantUser>,
}

/// The person who signed in.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GrantUser {
    /// The id.
    pub id: Option<UserId>,
    /// The name to show.
    pub name: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
}

/// A grant as servers send it and as it is stored.
#[serde_as]
#[derive(Serialize, Deserialize)]
pub(super) struct GrantJson {
    access_token: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<String>,
    token_type: Option<String>,
    #[serde_as(as = "Option<Number>")]
    #[serde(default, skip_serializing)]
    expires_in: Option<u64>,
    #[serde_as(as = "Time")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expires_at: Option<OffsetDateTime>,
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    scope: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization_id: Option<OrganizationId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<GrantUser>,
}

impl GrantJson {
    pub(super) fn from_value(value: &Value) -> serde_json::Result<Self> {
        Self::deserialize(value)
    }
}

impl Grant {
    /// A grant from a server's answer at the time `now`.
    pub(super) fn read(json: GrantJson, now: SystemTime) -> Result<Self, Error> {
        let kind = json.token_type.as_deref().unwrap_or("bearer");
        if !kind.eq_ignore_ascii_case("bearer") || json.access_token.is_empty() {
            return Err(Error::new(ErrorKind::Decode)
                .with_problem("the server granted no token that a client can carry"));
        }
        // The clocks need not agree: the time that is left says more than the end.
        let left = json.expires_in.map(Duration::from_secs);
        let end =
            left.and_then(|left| OffsetDateTime::from(now).checked_add(left.try_into().ok()?));
        Ok(Self {
            access_token: SecretString::from(json.access_token),
            refresh_token: json
                .refresh_token
                .filter(|token| !token.is_empty())
                .map(SecretString::from),
            expires_at: end.or(json.expires_at),
            scopes: json.scope.split_whitespace().map(str::to_owned).collect(),
            organization_id: json.organization_id,
            user: json.user,
        })
    }

    /// A grant of an access token that ends and what renews it.
    pub(super) fn new(
        access_token: String,
        refresh_token: Option<String>,
        expires_at: Option<OffsetDateTime>,
    ) -> Self {
        Self {
            access_token: SecretString::from(access_token),
            refresh_token: refresh_token.map(SecretString::from),
            expires_at,
            scopes: Vec::new(),
            organization_id: None,
            user: None,
        }
    }

    /// Takes from `previous` what a renewal does not tell again.
    pub(super) fn following(mut self, previous: &Self) -> Self {
        self.refresh_token = self
            .refresh_token
            .or_else(|| previous.refresh_token.clone());
        self.user = self.user.or_else(|| previous.user.clone());
        if self.scopes.is_empty() {
            self.scopes.clone_from(&previous.scopes);
        }
        self
    }

    /// Reads what [`expose_json`](Self::expose_json) wrote, or what a token endpoint answered.
    ///
    /// # Errors
    ///
    /// Fails when the text is no grant.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let json = serde_json::from_str(text).map_err(|_| {
            Error::new(ErrorKind::Decode).with_problem("the text is no grant in JSON")
        })?;
        Self::read(json, SystemTime::now())
    }

    /// Writes the grant with its secrets, for a store of your own.
    ///
    /// # Errors
    ///
    /// Fails when the time of its end has no place in a calendar.
    pub fn expose_json(&self) -> Result<String, Error> {
        serde_json::to_string(&self.json()).map_err(|_| {
            Error::new(ErrorKind::InvalidRequest).with_problem("the grant makes no JSON")
        })
    }

    pub(super) fn json(&self) -> GrantJson {
        let expose = |secret: &SecretString| secret.expose_secret().to_owned();
        GrantJson {
            access_token: expose(&self.access_token),
            refresh_token: self.refresh_token.as_ref().map(expose),
            token_type: Some("bearer".to_owned()),
            expires_in: None,
            expires_at: self.expires_at,
            scope: self.scopes.join(" "),
            organization_id: self.organization_id.clone(),
            user: self.user.clone(),
        }
    }

    /// Whether both have the same access token.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.access_token.expose_secret() == other.access_token.expose_secret()
    }

    /// The access token.
    #[must_use]
    pub fn token(&self) -> Token {
        let token = Token::new(self.access_token.expose_secret());
        let end = self.expires_at.and_then(|end| {
            let seconds = u64::try_from(end.unix_timestamp()).unwrap_or_default();
            SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
        });
        match end {
            Some(end) => token.with_expires_at(end),
            None => token,
        }
    }

    /// The moment at which the access token ends, where it is known.
    #[must_use]
    pub fn expires_at(&self) -> Option<OffsetDateTime> {
        self.expires_at
    }

    /// Whether the grant can be renewed.
    #[must_use]
    pub fn has_refresh_token(&self) -> bool {
        self.refresh_token.is_some()
    }

    /// The scopes that were granted, which may be fewer than were asked for.
    #[must_use]
    pub fn scopes(&self) -> &[String] {
        &self.scopes
    }

    /// The one organization to which the grant is bound, if it is.
    #[must_use]
    pub fn organization_id(&self) -> Option<&OrganizationId> {
        self.organization_id.as_ref()
    }

    /// The person who signed in, where the server tells.
    #[must_use]
    pub fn user(&self) -> Option<&GrantUser> {
        self.user.as_ref()
    }
}

impl fmt::Debug for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Grant")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}
