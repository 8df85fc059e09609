use super::MemberHandle;
use crate::call::Call;
use crate::model::Team;
use crate::operation::operation;

operation! {
    /// Adds a member to a team.
    ///
    /// Source: [Add an Organization Member to a Team](https://docs.sentry.io/api/teams/add-an-organization-member-to-a-team/).
    AddOrganizationMemberTeam(organization, member, team)
    POST "/api/0/organizations/{organization_id_or_slug}/members/{member_id}/teams/{team_id_or_slug}/"
        -> Option<Team>;
    scopes "org:read", "org:write", "team:write";
}

impl MemberHandle {
    /// Adds the member to a team, by its slug or id.
    ///
    /// The answer is `None` where nothing changed yet: the member is in the team already (204),
    /// or somebody has to approve it first (202).
    /// [`Response::status`](crate::Response::status) tells the two apart.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// # let members = acme.members().await?;
    /// # let ada = members.into_iter().find(|member| member.name.as_deref() == Some("Ada Lindqvist"));
    /// # let ada = ada.unwrap().id;
    /// let team = acme.member(&ada).add_to_team("storefront").await?;
    /// assert_eq!(team.unwrap().member_count, Some(4));
    /// assert_eq!(acme.member(&ada).add_to_team("storefront").await?, None);
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_to_team(&self, team: impl Into<String>) -> Call<AddOrganizationMemberTeam> {
        self.client.call(AddOrganizationMemberTeam::new(
            &self.organization,
            &self.member,
            team,
        ))
    }
}
