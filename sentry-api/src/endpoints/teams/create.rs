use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::Team;
use crate::operation::operation;

operation! {
    /// Makes a team.
    ///
    /// Source: [Create a New Team](https://docs.sentry.io/api/teams/create-a-new-team/).
    CreateOrganizationTeam(organization; slug: String)
    POST "/api/0/organizations/{organization_id_or_slug}/teams/" -> Team;
    scopes "org:write", "org:admin", "team:write";

    /// Sets the name to show; Sentry takes the slug otherwise, and advises to let it.
    text name;
}

impl OrganizationHandle {
    /// Makes a team with this slug, of which the caller is the first member.
    ///
    /// A slug that is in use is an error with the status 409.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let team = acme.create_team("payments").await?;
    /// assert_eq!(team.member_count, Some(1));
    /// assert_eq!(acme.teams().await?.len(), 3);
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_team(&self, slug: impl Into<String>) -> Call<CreateOrganizationTeam> {
        self.client
            .call(CreateOrganizationTeam::new(&self.organization, slug.into()))
    }
}
