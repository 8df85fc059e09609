//! Releases, their commits and their deploys.

super::operations! {
    list::ListOrganizationReleases,
    create::CreateOrganizationRelease,
    get::GetOrganizationRelease,
    update::UpdateOrganizationRelease,
    delete::DeleteOrganizationRelease,
    list_commits::ListOrganizationReleaseCommits,
    list_deploys::ListOrganizationReleaseDeploys,
    create_deploy::CreateOrganizationReleaseDeploy,
    list_of_project::ListProjectReleases,
    list_commits_of_project::ListProjectReleaseCommits,
    unstable {
        get_of_project::GetProjectRelease,
        previous_with_commits::GetOrganizationReleasePreviousWithCommits,
    }
}

mod commits;

pub use self::commits::{NewCommit, PatchKind, ReleaseRef};
pub use self::create::CreatedRelease;
pub use self::get::ReleaseSort;
#[cfg(feature = "unstable")]
pub use self::previous_with_commits::PreviousRelease;
use super::organizations::OrganizationHandle;
use super::projects::ProjectHandle;
use crate::operation::handle;

handle! {
    /// A release by its version, from which its operations begin.
    ReleaseHandle: OrganizationHandle(organization)
    /// Names a release by its version, such as `shop@2.1.0`; nothing is sent.
    .release
}

handle! {
    /// A release of one project by its version, from which its operations begin.
    ProjectReleaseHandle: ProjectHandle(organization, project)
    /// Names a release of the project by its version; nothing is sent.
    .release
}
