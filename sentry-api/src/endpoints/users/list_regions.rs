use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};

use crate::call::Call;
use crate::client::Client;
use crate::operation::operation;

operation! {
    /// Lists the regions that hold organizations of the user; undocumented.
    ListUserRegions()
    GET "/api/0/users/me/regions/" -> UserRegions;
    scopes;
}

/// The regions that hold organizations of a user.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserRegions {
    /// The regions.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub regions: Vec<UserRegion>,
}

/// A region: servers that hold organizations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserRegion {
    /// The name, such as `us`.
    pub name: String,
    /// The base URL.
    pub url: String,
}

impl Client {
    /// Lists the regions that hold organizations of the user; a server without regions says
    /// [`NotFound`](crate::ErrorKind::NotFound).
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// assert_eq!(client.regions().await?.regions[0].name, "us");
    /// # Ok(())
    /// # }
    /// ```
    pub fn regions(&self) -> Call<ListUserRegions> {
        self.call(ListUserRegions::new())
    }
}
