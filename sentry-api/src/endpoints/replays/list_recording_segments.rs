use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::serde_as;
use time::OffsetDateTime;

use super::ProjectReplayHandle;
use crate::call::Call;
use crate::operation::operation;
use crate::wire::Time;

operation! {
    /// Lists the pieces of a replay's recording.
    ///
    /// Source: [List Recording Segments](https://docs.sentry.io/api/replays/list-recording-segments/).
    ListProjectReplayRecordingSegments(organization, project, replay)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/replays/{replay_id}/recording-segments/"
        -> pages of RecordingSegment;
    scopes "project:read", "project:write", "project:admin";

    /// Sets how many pieces there are on a page, at most 100.
    one per_page: u32;
}

/// A piece of a recording: what happened in some seconds, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordingSegment(pub Vec<RecordingEvent>);

/// Something that happened in a recording.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RecordingEvent {
    /// What it is, by the numbers of rrweb: 2 a snapshot of the page, 3 a change of it, 4 its
    /// size, 5 what Sentry's SDK adds.
    #[serde(rename = "type")]
    pub kind: Option<u64>,
    /// When it happened.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub timestamp: Option<OffsetDateTime>,
    /// What it holds, which depends on what it is.
    #[serde(default)]
    pub data: Value,
}

impl ProjectReplayHandle {
    /// Lists the pieces of the replay's recording.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let id = "6d2f41b09c3b4ef09d4a6c2e8f017a55";
    /// let replay = client.organization("acme").project("shop-web").replay(id);
    /// let segments = replay.recording_segments().await?;
    /// let events = segments.iter().flat_map(|segment| &segment.0);
    /// assert!(events.filter(|event| event.kind == Some(5)).count() > 3);
    /// # Ok(())
    /// # }
    /// ```
    pub fn recording_segments(&self) -> Call<ListProjectReplayRecordingSegments> {
        self.client.call(ListProjectReplayRecordingSegments::new(
            &self.organization,
            &self.project,
            &self.replay,
        ))
    }
}
