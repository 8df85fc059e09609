use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::ReplayId;
use crate::operation::operation;
use crate::wire::open_enum;

operation! {
    /// Counts the replays of issues, transactions or replay ids.
    ///
    /// Source: [Retrieve a Count of Replays for a Given Issue or Transaction](https://docs.sentry.io/api/replays/retrieve-a-count-of-replays-for-a-given-issue-or-transaction/).
    GetOrganizationReplayCount(organization; data_source: ReplayDataSource)
    GET "/api/0/organizations/{organization_id_or_slug}/replay-count/" -> ReplayCounts;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Names what is counted: `issue.id:[1,2]`, `transaction:"/cart"` or `replay_id:…`. Sentry
    /// refuses the call without it.
    text query;
    /// Adds an environment to those that are looked at.
    texts environment;
    /// Adds a project, by its slug or id, to those that are looked at; `-1` stands for all.
    texts project;
    /// Adds a project by its slug, for servers that take ids alone as `project`.
    texts project_id_or_slug = "project_id_or_slug";
    /// Asks for the ids of the replays instead of their number.
    one return_ids: bool = "returnIds";
}

open_enum! {
    /// Where replays are looked for.
    ReplayDataSource {
        /// With the events of issues that are errors.
        Events = "events",
        /// With the events of other issues.
        SearchIssues = "search_issues",
        /// With spans.
        Spans = "spans",
    }
}

/// Replays by issue, transaction or replay id, as the search named them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReplayCounts(pub BTreeMap<String, Option<ReplayCount>>);

/// How many replays there are, or which.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum ReplayCount {
    /// How many, up to some tens.
    Count(u64),
    /// Which, where the call asked for ids.
    Ids(Vec<ReplayId>),
}

impl ReplayCounts {
    /// How many replays there are of an issue, a transaction or a replay id.
    #[must_use]
    pub fn count(&self, of: &str) -> Option<u64> {
        match self.0.get(of)?.as_ref()? {
            ReplayCount::Count(count) => Some(*count),
            ReplayCount::Ids(ids) => u64::try_from(ids.len()).ok(),
        }
    }
}

impl OrganizationHandle {
    /// Counts replays; the search names of what.
    ///
    /// ```
    /// use sentry_api::endpoints::ReplayDataSource;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let counts = client
    ///     .organization("acme")
    ///     .replay_count(ReplayDataSource::Events)
    ///     .query("issue.id:[7100200037]")
    ///     .await?;
    /// assert!(counts.count("7100200037") > Some(0));
    /// # Ok(())
    /// # }
    /// ```
    pub fn replay_count(&self, data_source: ReplayDataSource) -> Call<GetOrganizationReplayCount> {
        self.client.call(GetOrganizationReplayCount::new(
            &self.organization,
            data_source,
        ))
    }
}
