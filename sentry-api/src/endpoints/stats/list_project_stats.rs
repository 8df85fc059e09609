use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use time::OffsetDateTime;

use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::operation::operation;
use crate::wire::open_enum;

operation! {
    /// Counts the events of a project over time.
    ///
    /// Source: [Retrieve Event Counts for a Project](https://docs.sentry.io/api/projects/retrieve-event-counts-for-a-project/).
    ListProjectStats(organization, project)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/stats/"
        -> Vec<ProjectStatsPoint>;
    scopes "project:read", "project:write", "project:admin";

    /// Sets what is counted, which is what was received otherwise.
    one stat: ProjectStat;
    /// Where the period begins.
    own since: i64;
    /// Where the period ends.
    own until: i64;
    /// Sets the length of a step.
    one resolution: StatsResolution;
}

open_enum! {
    /// What is counted of a project.
    ProjectStat {
        /// Events that came.
        Received = "received",
        /// Events that a limit dropped.
        Rejected = "rejected",
        /// Events that a filter dropped.
        Blacklisted = "blacklisted",
        /// Events that were stored.
        Generated = "generated",
    }

    /// The length of a step.
    StatsResolution {
        /// Ten seconds.
        TenSeconds = "10s",
        /// An hour.
        Hour = "1h",
        /// A day.
        Day = "1d",
    }
}

/// A count over one step.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProjectStatsPoint {
    /// Where the step begins.
    pub time: Option<OffsetDateTime>,
    /// How many events there were.
    pub count: Option<u64>,
}

/// On the wire a point is a pair of epoch seconds and count. What is no number is absent.
impl<'de> Deserialize<'de> for ProjectStatsPoint {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let pair = Vec::<Value>::deserialize(input)?;
        let [time, count] = pair.as_slice() else {
            return Ok(Self {
                time: None,
                count: None,
            });
        };
        let seconds = time.as_i64();
        Ok(Self {
            time: seconds.and_then(|at| OffsetDateTime::from_unix_timestamp(at).ok()),
            count: count.as_u64(),
        })
    }
}

impl Serialize for ProjectStatsPoint {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        let seconds = self.time.map(OffsetDateTime::unix_timestamp);
        (seconds, self.count).serialize(output)
    }
}

impl ProjectHandle {
    /// Counts the project's events over time.
    ///
    /// ```
    /// use sentry_api::endpoints::StatsResolution;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let project = client.organization("acme").project("shop-api");
    /// let hours = project.stats().resolution(StatsResolution::Hour).await?;
    /// let received: u64 = hours.iter().filter_map(|hour| hour.count).sum();
    /// assert!(received > 0);
    /// # Ok(())
    /// # }
    /// ```
    pub fn stats(&self) -> Call<ListProjectStats> {
        self.client
            .call(ListProjectStats::new(&self.organization, &self.project))
    }
}

impl Call<ListProjectStats> {
    /// Counts between two moments.
    pub fn between(self, since: OffsetDateTime, until: OffsetDateTime) -> Self {
        self.with(|call| {
            call.since = Some(since.unix_timestamp());
            call.until = Some(until.unix_timestamp());
        })
    }
}
