//! Workflows, which Sentry shows as alerts: what is done about issues and when.

mod arguments;

super::operations! {
    list::ListOrganizationWorkflows,
    create::CreateOrganizationWorkflow,
    get::GetOrganizationWorkflow,
    update::UpdateOrganizationWorkflow,
}

use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// A workflow by its id, from which its operations begin.
    WorkflowHandle: OrganizationHandle(organization)
    /// Names a workflow by its id, a number; nothing is sent.
    .workflow
}
