use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::Member;
use crate::operation::operation;

operation! {
    /// Lists the members of an organization, and who is invited.
    ///
    /// Source: [List an Organization's Members](https://docs.sentry.io/api/organizations/list-an-organizations-members/).
    ListOrganizationMembers(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/members/" -> pages of Member;
    scopes "member:read", "member:write", "member:admin";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl OrganizationHandle {
    /// Lists the organization's members, and who is invited.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let members = client.organization("acme").members().await?;
    /// let ada = members.iter().find(|member| member.email.as_deref() == Some("ada@example.com"));
    /// assert_eq!(ada.unwrap().org_role.as_deref(), Some("manager"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn members(&self) -> Call<ListOrganizationMembers> {
        self.client
            .call(ListOrganizationMembers::new(&self.organization))
    }
}
