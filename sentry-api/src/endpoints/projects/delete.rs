use super::ProjectHandle;
use crate::call::Call;
use crate::no_content::NoContent;
use crate::operation::operation;

operation! {
    /// Deletes a project with everything in it.
    ///
    /// Source: [Delete a Project](https://docs.sentry.io/api/projects/delete-a-project/).
    DeleteProject(organization, project)
    DELETE "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/" -> NoContent;
    scopes "project:admin";
}

impl ProjectHandle {
    /// Deletes the project with everything in it, for good; Sentry answers before it is done.
    ///
    /// ```
    /// use sentry_api::ErrorKind;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("mail-worker");
    /// project.delete().await?;
    /// assert_eq!(project.get().await.unwrap_err().kind(), ErrorKind::NotFound);
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete(&self) -> Call<DeleteProject> {
        self.client
            .call(DeleteProject::new(&self.organization, &self.project))
    }
}
