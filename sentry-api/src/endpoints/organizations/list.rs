use crate::call::Call;
use crate::client::Client;
use crate::model::Organization;
use crate::operation::operation;

operation! {
    /// Lists the organizations that the token can see.
    ///
    /// Source: [List Your Organizations](https://docs.sentry.io/api/organizations/list-your-organizations/).
    ListOrganizations()
    GET "/api/0/organizations/" -> pages of Organization;
    scopes "org:read", "org:write", "org:admin";

    /// Keeps the organizations that the caller owns.
    one owner: bool;
    /// Keeps the organizations that match, such as `slug:acme` or a part of the name.
    text query;
    /// Sorts by `members`, `projects`, `events`, or by date otherwise.
    text sort_by = "sortBy";
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl Client {
    /// Lists the organizations that the token can see.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let organizations = client.organizations().await?;
    /// assert_eq!(organizations[0].slug, "acme");
    /// # Ok(())
    /// # }
    /// ```
    pub fn organizations(&self) -> Call<ListOrganizations> {
        self.call(ListOrganizations::new())
    }
}
