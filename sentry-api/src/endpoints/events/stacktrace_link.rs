use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::model::IssueId;
use crate::operation::operation;

operation! {
    /// Finds the source code of a frame in the repository of a project; undocumented.
    GetProjectStacktraceLink(organization, project; file: String)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/stacktrace-link/"
        -> StacktraceLink;
    scopes "project:read", "project:write", "project:admin";

    /// Sets the line, counted from one.
    one line_no: u64 = "lineNo";
    /// Sets the platform of the event, such as `python`.
    text platform;
    /// Sets the file with its path.
    text abs_path = "absPath";
    /// Sets the module of the frame.
    text module;
    /// Sets the package or the library of the frame.
    text package;
    /// Sets the name of the SDK that made the event.
    text sdk_name = "sdkName";
    /// Sets the commit of the release.
    text commit_id = "commitId";
    /// Sets the issue of the event, by its numeric id.
    one group_id: IssueId = "groupId";
}

/// Where the source code of a frame is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StacktraceLink {
    /// The address of the line; `None` where it was not found.
    pub source_url: Option<String>,
    /// The path of the file in the repository.
    pub source_path: Option<String>,
    /// Why it was not found, as a word such as `file_not_found`.
    pub error: Option<String>,
    /// The mapping from paths of the program to paths of the repository that was used.
    pub config: Option<CodeMapping>,
}

/// A mapping from paths of a program to paths of a repository.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CodeMapping {
    /// The name of the repository.
    pub repo_name: Option<String>,
    /// What paths of the program begin with.
    pub stack_root: Option<String>,
    /// What stands there in the repository.
    pub source_root: Option<String>,
    /// The branch that is looked at where the commit is not known.
    pub default_branch: Option<String>,
}

impl ProjectHandle {
    /// Finds the source code of a frame, named by its file, in the project's repository.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// let link = project.stacktrace_link("shop/checkout/payment.py").line_no(42).await?;
    /// assert!(link.source_url.unwrap_or_default().ends_with("#L42"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn stacktrace_link(&self, file: impl Into<String>) -> Call<GetProjectStacktraceLink> {
        self.client.call(GetProjectStacktraceLink::new(
            &self.organization,
            &self.project,
            file.into(),
        ))
    }
}
