use std::collections::BTreeMap;

use super::ProjectHandle;
use crate::call::Call;
use crate::model::Project;
use crate::operation::operation;

operation! {
    /// Changes one project; what is not set stays as it is.
    ///
    /// With `project:read` alone it sets no more than the caller's bookmark.
    ///
    /// Source: [Update a Project](https://docs.sentry.io/api/projects/update-a-project/).
    UpdateProject(organization, project)
    PUT "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/" -> Project;
    scopes "project:read", "project:write", "project:admin";

    /// Sets the name to show.
    text name;
    /// Sets the slug; the old one leads to [`Redirected`](crate::ErrorKind::Redirected) from then on.
    text slug;
    /// Sets the platform, such as `python`.
    null_text platform;
    /// Marks it for the caller, or not.
    one is_bookmarked: bool = "isBookmarked";
    /// Sets what the subjects of mails begin with.
    text subject_prefix = "subjectPrefix";
    /// Sets the subject of mails, with variables such as `$shortID`.
    text subject_template = "subjectTemplate";
    /// Resolves an issue after so many hours without an event; 0 for never.
    one resolve_age: u32 = "resolveAge";
    /// Sets the tags that are shown first.
    one highlight_tags: Vec<String> = "highlightTags";
    /// Sets the keys of contexts that are shown first, by the context's name.
    one highlight_context: BTreeMap<String, Vec<String>> = "highlightContext";
    /// Tells whether events make the releases that they name.
    one enable_auto_release_creation: bool = "enableAutoReleaseCreation";
    /// Tells whether lines of source are fetched from the repository.
    one scm_source_context_enabled: bool = "scmSourceContextEnabled";
}

impl ProjectHandle {
    /// Changes the project.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// let changed = project.update().name("Shop backend").resolve_age(72).await?;
    /// assert_eq!(changed.name.as_deref(), Some("Shop backend"));
    /// assert_eq!(changed.resolve_age, Some(72));
    /// # Ok(())
    /// # }
    /// ```
    pub fn update(&self) -> Call<UpdateProject> {
        self.client
            .call(UpdateProject::new(&self.organization, &self.project))
    }
}
