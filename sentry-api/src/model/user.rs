use serde::{Deserialize, Serialize};

use super::UserId;

/// A person with an account.
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
}
