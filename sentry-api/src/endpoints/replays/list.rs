use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::Replay;
use crate::operation::operation;
use crate::wire::open_enum;

operation! {
    /// Lists the replays of an organization.
    ///
    /// Source: [List an Organization's Replays](https://docs.sentry.io/api/replays/list-an-organizations-replays/).
    ListOrganizationReplays(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/replays/"
        -> pages of Replay, in data of ReplayPage;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Keeps the replays that match a search, such as `count_errors:>0`.
    text query;
    /// Asks for some fields of each replay alone; its id always comes along.
    own field: Vec<ReplayField>;
    /// Adds a project, by its slug or id, to those whose replays are listed.
    texts project;
    /// Adds a project by its slug, for servers that take ids alone as `project`.
    texts project_slug = "projectSlug";
    /// Keeps the replays of one environment.
    text environment;
    /// Sorts by a field, such as `started_at` or `count_errors`; with `-` before it the
    /// greatest comes first.
    text sort;
    /// Sorts by a field, for servers that do not know `sort`.
    text sort_by = "sortBy";
    /// Sorts by a field, for servers that do not know `sort`.
    text order_by = "orderBy";
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

/// A page of replays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReplayPage {
    /// The replays.
    pub data: Vec<Replay>,
}

open_enum! {
    /// A field of a replay.
    ReplayField {
        /// How much happened.
        Activity = "activity",
        /// The browser.
        Browser = "browser",
        /// The elements that were clicked.
        Clicks = "clicks",
        /// How many clicks did nothing.
        CountDeadClicks = "count_dead_clicks",
        /// How many errors happened.
        CountErrors = "count_errors",
        /// How many messages were written.
        CountInfos = "count_infos",
        /// How often somebody clicked again and again.
        CountRageClicks = "count_rage_clicks",
        /// How many pieces the recording has.
        CountSegments = "count_segments",
        /// How many pages were looked at.
        CountUrls = "count_urls",
        /// How many warnings happened.
        CountWarnings = "count_warnings",
        /// The device.
        Device = "device",
        /// The build of the release.
        Dist = "dist",
        /// How long it is.
        Duration = "duration",
        /// The environment.
        Environment = "environment",
        /// The errors that happened.
        ErrorIds = "error_ids",
        /// When it ended.
        FinishedAt = "finished_at",
        /// Whether the caller looked at it.
        HasViewed = "has_viewed",
        /// The id.
        Id = "id",
        /// The messages that were written.
        InfoIds = "info_ids",
        /// Whether it was deleted.
        IsArchived = "is_archived",
        /// The operating system.
        Os = "os",
        /// The platform.
        Platform = "platform",
        /// The project.
        ProjectId = "project_id",
        /// The releases.
        Releases = "releases",
        /// The SDK.
        Sdk = "sdk",
        /// The names of the segments.
        SegmentNames = "segment_names",
        /// When it began.
        StartedAt = "started_at",
        /// The tags.
        Tags = "tags",
        /// The traces.
        TraceIds = "trace_ids",
        /// The addresses of the pages.
        Urls = "urls",
        /// Whose replay it is.
        User = "user",
        /// The warnings that happened.
        WarningIds = "warning_ids",
    }
}

/// Adds a field, and the id, by which a replay is known.
pub(super) fn add(fields: &mut Option<Vec<ReplayField>>, field: ReplayField) {
    let fields = fields.get_or_insert_with(|| vec![ReplayField::Id]);
    if !fields.contains(&field) {
        fields.push(field);
    }
}

impl Call<ListOrganizationReplays> {
    /// Adds a field to those that come; without any all of them do. The id always comes.
    pub fn field(self, field: ReplayField) -> Self {
        self.with(|call| add(&mut call.field, field))
    }
}

impl OrganizationHandle {
    /// Lists the organization's replays.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let replays = client
    ///     .organization("acme")
    ///     .replays()
    ///     .query("count_errors:>0")
    ///     .stats_period("24h")
    ///     .page()
    ///     .await?;
    /// assert!(replays.items.iter().all(|replay| replay.count_errors > Some(0)));
    /// # assert!(!replays.items.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    pub fn replays(&self) -> Call<ListOrganizationReplays> {
        self.client
            .call(ListOrganizationReplays::new(&self.organization))
    }
}
