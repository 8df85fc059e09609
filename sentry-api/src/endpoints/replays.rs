//! Replays of an organization.

super::operations! {
    list::ListOrganizationReplays,
    get::GetOrganizationReplay,
    count::GetOrganizationReplayCount,
    list_recording_segments::ListProjectReplayRecordingSegments,
}

pub use self::count::{ReplayCount, ReplayCounts, ReplayDataSource};
pub use self::get::ReplayAnswer;
pub use self::list::{ReplayField, ReplayPage};
pub use self::list_recording_segments::{RecordingEvent, RecordingSegment};
use super::organizations::OrganizationHandle;
use super::projects::ProjectHandle;
use crate::operation::handle;

handle! {
    /// A replay by its id, from which its operations begin.
    ReplayHandle: OrganizationHandle(organization)
    /// Names a replay by its id, 32 hexadecimal digits; nothing is sent.
    .replay
}

handle! {
    /// A replay of a project by its id, from which its operations begin.
    ProjectReplayHandle: ProjectHandle(organization, project)
    /// Names a replay of the project by its id, 32 hexadecimal digits; nothing is sent.
    .replay
}
