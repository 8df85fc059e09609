//! The root of the API.

use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};

use super::Route;
use crate::call::Call;
use crate::client::Client;
use crate::model::User;
use crate::operation::operation;

pub(super) const ROUTES: &[Route] =
    &[Route::of::<GetRoot>("GetRoot", module_path!()).undocumented()];

operation! {
    /// Tells who the token is and what it may do; undocumented.
    GetRoot()
    GET "/api/0/" -> Root;
    scopes;
}

/// Who the token is and what it may do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Root {
    /// The version of the API.
    pub version: Option<String>,
    /// What the token may do; `None` without a token.
    pub auth: Option<Auth>,
    /// The user that the token stands for; `None` for an organization's token.
    pub user: Option<User>,
}

/// What a token may do.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Auth {
    /// The scopes of the token, such as `event:read`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub scopes: Vec<String>,
}

impl Client {
    /// Tells who the token is and what it may do.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let root = client.root().await?;
    /// let scopes = root.auth.map(|auth| auth.scopes).unwrap_or_default();
    /// assert!(scopes.iter().any(|scope| scope == "event:read"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn root(&self) -> Call<GetRoot> {
        self.call(GetRoot::new())
    }
}
