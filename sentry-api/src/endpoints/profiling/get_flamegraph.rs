use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::{ProfileId, ProjectId};
use crate::operation::operation;
use crate::wire::{Number, Time, open_enum};

operation! {
    /// Gets a flame graph of many profiles together.
    ///
    /// Source: [Retrieve a Flamegraph for an Organization](https://docs.sentry.io/api/profiling/retrieve-a-flamegraph-for-an-organization/).
    GetOrganizationProfilingFlamegraph(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/profiling/flamegraph/" -> Flamegraph;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Looks at the profiles that match a search alone, such as `transaction:"/search/"`.
    text query;
    /// Adds a project, by its slug or id, to those that are looked at; `-1` stands for all.
    texts project;
    /// Adds an environment to those that are looked at.
    texts environment;
    /// Sets what the profiles are found by.
    one data_source: FlamegraphDataSource = "dataSource";
    /// Looks at the profiles with this function alone, by its fingerprint.
    one fingerprint: u32;
    /// Asks for more.
    many expand: FlamegraphExpand;
}

open_enum! {
    /// What profiles are found by.
    FlamegraphDataSource {
        /// By their functions.
        Functions = "functions",
        /// By themselves.
        Profiles = "profiles",
        /// By spans.
        Spans = "spans",
        /// By transactions.
        Transactions = "transactions",
    }

    /// What comes along with a flame graph.
    FlamegraphExpand {
        /// Figures of the functions.
        Metrics = "metrics",
    }
}

/// A flame graph: how often, and for how long, which functions were on the stack.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Flamegraph {
    /// The place in `profiles` of the thread to show first.
    pub active_profile_index: Option<usize>,
    /// What the profiles have in common.
    pub metadata: Option<FlamegraphMetadata>,
    /// The platform.
    pub platform: Option<String>,
    /// The project.
    #[serde(rename = "projectID")]
    pub project_id: Option<ProjectId>,
    /// The name of the transaction.
    pub transaction_name: Option<String>,
    /// What the threads share.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub shared: FlamegraphShared,
    /// A graph for each thread.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub profiles: Vec<FlamegraphProfile>,
    /// Figures of the functions, where they were asked for.
    pub metrics: Option<Value>,
}

/// What the profiles of a flame graph have in common.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FlamegraphMetadata {
    /// The platform.
    pub platform: Option<String>,
    /// The name of the transaction.
    pub transaction_name: Option<String>,
    /// When they were made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub timestamp: Option<OffsetDateTime>,
    /// The version of the application.
    pub version: Option<String>,
}

/// What the threads of a flame graph share.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlamegraphShared {
    /// The frames that stacks name by their place.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub frames: Vec<FlamegraphFrame>,
    /// Figures of each frame, in the order of `frames`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub frame_infos: Vec<FlamegraphFrameInfo>,
    /// The profiles that samples name as examples.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub profiles: Vec<FlamegraphProfileReference>,
}

/// A function of a flame graph.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlamegraphFrame {
    /// The name.
    pub name: Option<String>,
    /// The file.
    pub file: Option<String>,
    /// The whole path of the file.
    pub path: Option<String>,
    /// The library or package.
    pub image: Option<String>,
    /// The line, from 1.
    #[serde_as(as = "Option<Number>")]
    pub line: Option<u64>,
    /// The column, from 1.
    #[serde_as(as = "Option<Number>")]
    pub col: Option<u64>,
    /// Whether it is the application's own.
    pub is_application: Option<bool>,
    /// The number that the function is known by.
    #[serde_as(as = "Option<Number>")]
    pub fingerprint: Option<u64>,
}

/// Figures of a function; durations are nanoseconds.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FlamegraphFrameInfo {
    /// In how many samples it was.
    #[serde_as(as = "Option<Number>")]
    pub count: Option<u64>,
    /// What they weigh together.
    #[serde_as(as = "Option<Number>")]
    pub weight: Option<u64>,
    /// How long it was on the stack.
    #[serde_as(as = "Option<Number>")]
    pub sum_duration: Option<u64>,
    /// How long it was innermost.
    #[serde_as(as = "Option<Number>")]
    pub sum_self_time: Option<u64>,
    /// Three quarters of its runs took no longer.
    #[serde_as(as = "Option<Number>")]
    pub p75_duration: Option<u64>,
    /// 95 of a hundred runs took no longer.
    #[serde_as(as = "Option<Number>")]
    pub p95_duration: Option<u64>,
    /// 99 of a hundred runs took no longer.
    #[serde_as(as = "Option<Number>")]
    pub p99_duration: Option<u64>,
}

/// A profile that a flame graph was made of.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlamegraphProfileReference {
    /// The project.
    pub project_id: Option<ProjectId>,
    /// The profile of a transaction.
    pub profile_id: Option<ProfileId>,
    /// The continuous profiler.
    pub profiler_id: Option<ProfileId>,
    /// The chunk of a continuous profile.
    pub chunk_id: Option<ProfileId>,
    /// The event of the transaction.
    pub transaction_id: Option<String>,
    /// The thread.
    pub thread_id: Option<String>,
    /// Where the part that was used begins.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub start: Option<OffsetDateTime>,
    /// Where the part that was used ends.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub end: Option<OffsetDateTime>,
}

/// The graph of a thread.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlamegraphProfile {
    /// The name of the thread.
    pub name: Option<String>,
    /// The id of the thread.
    #[serde_as(as = "Option<Number>")]
    #[serde(rename = "threadID")]
    pub thread_id: Option<u64>,
    /// Whether it is the main thread.
    #[serde(rename = "isMainThread")]
    pub is_main_thread: Option<bool>,
    /// The kind of the graph, such as `sampled`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The unit of `weights`, such as `count` or `nanoseconds`.
    pub unit: Option<String>,
    /// Where the weights begin.
    #[serde_as(as = "Option<Number>")]
    #[serde(rename = "startValue")]
    pub start_value: Option<u64>,
    /// Where the weights end.
    #[serde_as(as = "Option<Number>")]
    #[serde(rename = "endValue")]
    pub end_value: Option<u64>,
    /// The stacks: places in the shared frames, the outermost first.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub samples: Vec<Vec<usize>>,
    /// What each stack weighs, in the order of `samples`.
    #[serde_as(as = "DefaultOnNull<Vec<Number>>")]
    #[serde(default)]
    pub weights: Vec<u64>,
    /// How often each stack was seen, in the order of `samples`.
    #[serde_as(as = "DefaultOnNull<Vec<Number>>")]
    #[serde(default)]
    pub sample_counts: Vec<u64>,
    /// For how long each stack was seen, in nanoseconds, in the order of `samples`.
    #[serde_as(as = "DefaultOnNull<Vec<Number>>")]
    #[serde(default)]
    pub sample_durations_ns: Vec<u64>,
    /// For each stack, places in the shared profiles of some that have it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub samples_examples: Vec<Vec<usize>>,
}

impl OrganizationHandle {
    /// Gets a flame graph of the organization's profiles.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let graph = client
    ///     .organization("acme")
    ///     .profiling_flamegraph()
    ///     .project("shop-api")
    ///     .query("transaction:/api/v2/search/")
    ///     .await?;
    /// let stacks: usize = graph.profiles.iter().map(|thread| thread.samples.len()).sum();
    /// assert!(stacks > 0);
    /// # Ok(())
    /// # }
    /// ```
    pub fn profiling_flamegraph(&self) -> Call<GetOrganizationProfilingFlamegraph> {
        self.client
            .call(GetOrganizationProfilingFlamegraph::new(&self.organization))
    }
}
