//! Client keys of projects.

super::operations! {
    list::ListProjectKeys,
    create::CreateProjectKey,
    update::UpdateProjectKey,
}

pub use self::list::KeyStatus;
use super::projects::ProjectHandle;
use crate::operation::handle;

handle! {
    /// A client key by its id, from which its operations begin.
    ProjectKeyHandle: ProjectHandle(organization, project)
    /// Names a client key of the project by its id; nothing is sent.
    .key
}
