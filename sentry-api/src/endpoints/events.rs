//! Events of issues and projects, and what is attached to them.

mod download_attachment;

super::operations! {
    list_issue_events::ListOrganizationIssueEvents,
    get_issue_event::GetOrganizationIssueEvent,
    list_project_events::ListProjectEvents,
    get_project_event::GetProjectEvent,
    event_id::ResolveOrganizationEventId,
    list_attachments::ListProjectEventAttachments,
    get_attachment::GetProjectEventAttachment,
    unstable {
        stacktrace_link::GetProjectStacktraceLink,
    }
}

pub use self::download_attachment::DownloadProjectEventAttachment;
pub use self::event_id::ResolvedEvent;
pub use self::get_issue_event::EventSelector;
#[cfg(feature = "unstable")]
pub use self::stacktrace_link::{CodeMapping, StacktraceLink};
use super::ProjectHandle;
use crate::operation::handle;

handle! {
    /// An event of a project by its id, from which its operations begin.
    EventHandle: ProjectHandle(organization, project)
    /// Names an event by its id, 32 hexadecimal digits; nothing is sent.
    .event
}

handle! {
    /// An attachment of an event by its id, from which its operations begin.
    AttachmentHandle: EventHandle(organization, project, event)
    /// Names an attachment by its numeric id; nothing is sent.
    .attachment
}
