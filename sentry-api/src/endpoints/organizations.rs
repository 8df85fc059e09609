//! Organizations and what lies below them.

super::operations! {
    list::ListOrganizations,
    get::GetOrganization,
    list_projects::ListOrganizationProjects,
    create_project::CreateOrganizationProject,
    list_environments::ListOrganizationEnvironments,
    list_repos::ListOrganizationRepos,
    unstable {
        create_code_mappings::CreateOrganizationCodeMappings,
    }
}

#[cfg(feature = "unstable")]
pub use self::create_code_mappings::{CodeMappingOutcome, CodeMappings, NewCodeMapping};
pub use self::list_environments::EnvironmentVisibility;
pub use self::list_repos::RepositoryStatus;
use crate::client::Client;

/// An organization by its slug or id, from which its operations begin.
#[derive(Debug, Clone)]
pub struct OrganizationHandle {
    pub(crate) client: Client,
    pub(crate) organization: String,
}

impl Client {
    /// Names an organization by its slug or id; nothing is sent.
    pub fn organization(&self, id_or_slug: impl Into<String>) -> OrganizationHandle {
        OrganizationHandle {
            client: self.clone(),
            organization: id_or_slug.into(),
        }
    }
}
