use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::model::UserReport;
use crate::operation::operation;

operation! {
    /// Lists what users wrote about the errors of a project, the newest first; what came
    /// through the feedback widget is an issue instead.
    ///
    /// Source: [List a Project's User Feedback](https://docs.sentry.io/api/projects/list-a-projects-user-feedback/).
    ListProjectUserFeedback(organization, project)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/user-feedback/"
        -> pages of UserReport;
    scopes "project:read";

    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl ProjectHandle {
    /// Lists what users wrote about the project's errors, the newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let reports = client.organization("acme").project("shop-web").user_feedback().await?;
    /// assert!(reports.iter().all(|report| report.comments.is_some()));
    /// # Ok(())
    /// # }
    /// ```
    pub fn user_feedback(&self) -> Call<ListProjectUserFeedback> {
        self.client.call(ListProjectUserFeedback::new(
            &self.organization,
            &self.project,
        ))
    }
}
