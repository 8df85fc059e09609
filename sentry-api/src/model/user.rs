use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{Avatar, UserId};
use crate::wire::Time;

/// A person with an account.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct User {
    /// The id.
    pub id: UserId,
    /// The name to show.
    pub name: Option<String>,
    /// The name to log in with, often the e-mail address.
    pub username: Option<String>,
    /// The primary e-mail address.
    pub email: Option<String>,
    /// All e-mail addresses.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<UserEmail>,
    /// The picture that stands for the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar: Option<Avatar>,
    /// The address of the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar_url: Option<String>,
    /// Whether the account is in use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_active: Option<bool>,
    /// Whether the account is barred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_suspended: Option<bool>,
    /// Whether the account is kept by an identity provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_managed: Option<bool>,
    /// Whether the user may do everything on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_superuser: Option<bool>,
    /// Whether the user works for the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_staff: Option<bool>,
    /// Whether the user logs in with a password.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_password_auth: Option<bool>,
    /// Whether the user logs in with a second factor.
    #[serde(rename = "has2fa", skip_serializing_if = "Option::is_none")]
    pub has_2fa: Option<bool>,
    /// When the account was made.
    #[serde_as(as = "Time")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_joined: Option<OffsetDateTime>,
    /// When the user logged in last.
    #[serde_as(as = "Time")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_login: Option<OffsetDateTime>,
    /// When the user did something last.
    #[serde_as(as = "Time")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_active: Option<OffsetDateTime>,
}

/// An e-mail address of a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserEmail {
    /// The id.
    pub id: Option<String>,
    /// The address.
    pub email: Option<String>,
    /// Whether the user proved that it is theirs.
    pub is_verified: Option<bool>,
}
