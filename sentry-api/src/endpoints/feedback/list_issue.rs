use crate::call::Call;
use crate::endpoints::IssueHandle;
use crate::model::UserReport;
use crate::operation::operation;

operation! {
    /// Lists what users wrote about the events of an issue, the newest first; undocumented.
    ListOrganizationIssueUserReports(organization, issue)
    GET "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/user-reports/"
        -> pages of UserReport;
    scopes "event:read", "event:write", "event:admin";
    older "/api/0/issues/{issue_id}/user-reports/";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl IssueHandle {
    /// Lists what users wrote about the issue's events, the newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let reports = client.organization("acme").issue("SHOP-WEB-2M").user_reports().await?;
    /// assert!(reports.iter().all(|report| report.email.is_some()));
    /// # Ok(())
    /// # }
    /// ```
    pub fn user_reports(&self) -> Call<ListOrganizationIssueUserReports> {
        self.client.call(ListOrganizationIssueUserReports::new(
            &self.organization,
            &self.issue,
        ))
    }
}
