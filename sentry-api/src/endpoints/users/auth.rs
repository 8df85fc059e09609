use crate::call::Call;
use crate::client::Client;
use crate::model::User;
use crate::operation::operation;

operation! {
    /// Tells which user the token stands for; undocumented.
    GetAuth()
    GET "/api/0/auth/" -> User;
    scopes;
}

impl Client {
    /// Tells which user the token stands for; an organization's token stands for none, and is
    /// refused.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// assert_eq!(client.auth().await?.email.as_deref(), Some("robin@example.com"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn auth(&self) -> Call<GetAuth> {
        self.call(GetAuth::new())
    }
}
