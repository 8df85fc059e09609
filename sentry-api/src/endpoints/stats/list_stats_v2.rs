use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::ProjectId;
use crate::operation::operation;
use crate::wire::{Time, open_enum};

operation! {
    /// Counts what an organization sent, by category, outcome, reason and project.
    ///
    /// Source: [Retrieve Event Counts for an Organization (v2)](https://docs.sentry.io/api/organizations/retrieve-event-counts-for-an-organization-v2/).
    ListOrganizationStatsV2(
        organization; field: StatsField, group_by: Vec<StatsGroupBy> = "groupBy"
    )
    GET "/api/0/organizations/{organization_id_or_slug}/stats_v2/" -> Stats;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Sets the length of a step, such as `1h` or `1d`, an hour at least and a day at most.
    text interval;
    /// Adds a project, by its id, to those that are counted; `-1` stands for all.
    texts project;
    /// Counts one category alone.
    one category: DataCategory;
    /// Counts what had one outcome alone.
    one outcome: Outcome;
    /// Counts what was dropped for one reason alone.
    text reason;
}

open_enum! {
    /// What is counted.
    StatsField {
        /// How many there are; bytes where attachments are counted.
        Quantity = "sum(quantity)",
        /// How often they were seen.
        TimesSeen = "sum(times_seen)",
    }

    /// What groups are made by.
    StatsGroupBy {
        /// What became of them.
        Outcome = "outcome",
        /// What they are.
        Category = "category",
        /// Why they were dropped.
        Reason = "reason",
        /// Whose they are.
        Project = "project",
    }

    /// What became of something that was sent.
    Outcome {
        /// It was stored.
        Accepted = "accepted",
        /// A filter of the project dropped it.
        Filtered = "filtered",
        /// A limit dropped it.
        RateLimited = "rate_limited",
        /// It could not be read.
        Invalid = "invalid",
        /// It was dropped to protect the server.
        Abuse = "abuse",
        /// The SDK dropped it.
        ClientDiscard = "client_discard",
        /// It had too many different values.
        CardinalityLimited = "cardinality_limited",
    }

    /// A category of what is sent.
    DataCategory {
        /// Errors.
        Error = "error",
        /// Transactions.
        Transaction = "transaction",
        /// Attachments, in bytes.
        Attachment = "attachment",
        /// Replays.
        Replay = "replay",
        /// Profiles of transactions.
        Profile = "profile",
        /// Milliseconds of continuous profiles.
        ProfileDuration = "profile_duration",
        /// Milliseconds of continuous profiles of user interfaces.
        ProfileDurationUi = "profile_duration_ui",
        /// Chunks of continuous profiles.
        ProfileChunk = "profile_chunk",
        /// Chunks of continuous profiles of user interfaces.
        ProfileChunkUi = "profile_chunk_ui",
        /// Check-ins of cron monitors.
        Monitor = "monitor",
    }
}

/// Counts over a period.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Stats {
    /// Where the period begins.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub start: Option<OffsetDateTime>,
    /// Where the period ends.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub end: Option<OffsetDateTime>,
    /// Where each step begins; `None` stands for a time that cannot be read.
    #[serde_as(as = "DefaultOnNull<Vec<DefaultOnError<Time>>>")]
    #[serde(default)]
    pub intervals: Vec<Option<OffsetDateTime>>,
    /// The groups.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub groups: Vec<StatsGroup>,
}

/// What the things of a group have in common.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StatsBy {
    /// What became of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// What they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<DataCategory>,
    /// Why they were dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whose they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<ProjectId>,
}

/// The counts of a group, by field.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StatsGroup {
    /// What they have in common.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub by: StatsBy,
    /// The count over the whole period.
    #[serde_as(as = "DefaultOnNull<BTreeMap<_, DefaultOnError>>")]
    #[serde(default)]
    pub totals: BTreeMap<String, Option<f64>>,
    /// The count of each step, in the order of [`Stats::intervals`].
    #[serde_as(as = "DefaultOnNull<BTreeMap<_, DefaultOnError<Vec<DefaultOnError>>>>")]
    #[serde(default)]
    pub series: BTreeMap<String, Vec<Option<f64>>>,
}

impl StatsGroup {
    /// The count of a field over the whole period.
    #[must_use]
    pub fn total(&self, field: &StatsField) -> Option<f64> {
        self.totals.get(field.as_str()).copied().flatten()
    }
}

impl OrganizationHandle {
    /// Counts what the organization sent. A period must be set: `stats_period` or `between`.
    ///
    /// ```
    /// use sentry_api::endpoints::{DataCategory, Outcome, StatsField, StatsGroupBy};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let stats = client
    ///     .organization("acme")
    ///     .stats_v2(StatsField::Quantity, [StatsGroupBy::Outcome])
    ///     .category(DataCategory::Error)
    ///     .stats_period("7d")
    ///     .interval("1d")
    ///     .await?;
    /// let mut groups = stats.groups.iter();
    /// let accepted = groups.find(|group| group.by.outcome == Some(Outcome::Accepted));
    /// assert!(accepted.and_then(|group| group.total(&StatsField::Quantity)) > Some(1000.0));
    /// # Ok(())
    /// # }
    /// ```
    pub fn stats_v2(
        &self,
        field: StatsField,
        group_by: impl IntoIterator<Item = StatsGroupBy>,
    ) -> Call<ListOrganizationStatsV2> {
        self.client.call(ListOrganizationStatsV2::new(
            &self.organization,
            field,
            group_by.into_iter().collect(),
        ))
    }
}
