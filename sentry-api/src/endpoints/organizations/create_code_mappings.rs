use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};

use super::OrganizationHandle;
use crate::call::Call;
use crate::operation::operation;

operation! {
    /// Tells where in a repository the files of stack traces lie; undocumented.
    CreateOrganizationCodeMappings(
        organization; project: String, repository: String, mappings: Vec<NewCodeMapping>
    )
    POST "/api/0/organizations/{organization_id_or_slug}/code-mappings/bulk/" -> CodeMappings;
    scopes "org:ci";

    /// Sets where the repository is kept, such as `github`, where several have one of the name.
    text provider;
    /// Sets the branch that links lead to.
    text default_branch = "defaultBranch";
}

/// Where in a repository files of stack traces lie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewCodeMapping {
    stack_root: String,
    source_root: String,
}

impl NewCodeMapping {
    /// Paths that begin with `stack_root` in a stack trace begin with `source_root` in the
    /// repository.
    pub fn new(stack_root: impl Into<String>, source_root: impl Into<String>) -> Self {
        Self {
            stack_root: stack_root.into(),
            source_root: source_root.into(),
        }
    }
}

/// What became of code mappings.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CodeMappings {
    /// How many were made.
    pub created: Option<u64>,
    /// How many were changed.
    pub updated: Option<u64>,
    /// How many were refused.
    pub errors: Option<u64>,
    /// Each of them.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub mappings: Vec<CodeMappingOutcome>,
}

/// What became of one code mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CodeMappingOutcome {
    /// What paths begin with in a stack trace.
    pub stack_root: Option<String>,
    /// What they begin with in the repository.
    pub source_root: Option<String>,
    /// `created`, `updated` or `error`.
    pub status: Option<String>,
    /// Why it was refused.
    pub detail: Option<String>,
}

impl OrganizationHandle {
    /// Tells where in a repository the files of a project's stack traces lie; at most 300 at
    /// once. Mappings with the same beginnings in stack traces are changed.
    ///
    /// ```
    /// use sentry_api::endpoints::NewCodeMapping;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let acme = client.organization("acme");
    /// let mappings = [NewCodeMapping::new("shop/", "api/src/shop/")];
    /// let done = acme.create_code_mappings("shop-api", "acme/shop", mappings).await?;
    /// assert_eq!((done.created, done.errors), (Some(1), Some(0)));
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_code_mappings(
        &self,
        project: impl Into<String>,
        repository: impl Into<String>,
        mappings: impl IntoIterator<Item = NewCodeMapping>,
    ) -> Call<CreateOrganizationCodeMappings> {
        self.client.call(CreateOrganizationCodeMappings::new(
            &self.organization,
            project.into(),
            repository.into(),
            mappings.into_iter().collect(),
        ))
    }
}
