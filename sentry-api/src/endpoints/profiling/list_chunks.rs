use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::{OrganizationId, ProfileId, ProjectId, SampledProfile};
use crate::operation::operation;
use crate::wire::{Number, Time};

operation! {
    /// Gets what a continuous profiler saw over a period.
    ///
    /// Source: [Retrieve Profile Chunks for an Organization](https://docs.sentry.io/api/profiling/retrieve-profile-chunks-for-an-organization/).
    ListOrganizationProfilingChunks(organization; project: String, profiler_id: String)
    GET "/api/0/organizations/{organization_id_or_slug}/profiling/chunks/" -> ProfileChunks;
    scopes "org:read", "org:write", "org:admin";
    within period;
}

/// The chunks of a continuous profile, joined.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProfileChunks {
    /// All chunks of the period as one.
    pub chunk: Option<ProfileChunk>,
    /// The chunks that were joined.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub debug_chunk_ids: Vec<ProfileId>,
}

/// A piece of a continuous profile.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProfileChunk {
    /// The id of the chunk.
    pub chunk_id: Option<ProfileId>,
    /// The profiler that it comes from.
    pub profiler_id: Option<ProfileId>,
    /// The project.
    pub project_id: Option<ProjectId>,
    /// The organization.
    pub organization_id: Option<OrganizationId>,
    /// The environment.
    pub environment: Option<String>,
    /// The platform.
    pub platform: Option<String>,
    /// The version of the release.
    pub release: Option<String>,
    /// When Sentry got it.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub received: Option<OffsetDateTime>,
    /// How many days Sentry keeps it.
    #[serde_as(as = "Option<Number>")]
    pub retention_days: Option<u64>,
    /// The version of the format, which is `2`.
    pub version: Option<String>,
    /// The samples.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub profile: SampledProfile,
}

impl OrganizationHandle {
    /// Gets what a continuous profiler saw: of one project, by its slug or id, and one run of
    /// the profiler, by its id.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let profiler = "c0ffee5e1f8a7726c04d0c9b1d3f60a4";
    /// let acme = client.organization("acme");
    /// let chunks = acme.profiling_chunks("shop-api", profiler).stats_period("1h").await?;
    /// assert!(!chunks.chunk.unwrap().profile.samples.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    pub fn profiling_chunks(
        &self,
        project: impl Into<String>,
        profiler_id: impl Into<String>,
    ) -> Call<ListOrganizationProfilingChunks> {
        self.client.call(ListOrganizationProfilingChunks::new(
            &self.organization,
            project.into(),
            profiler_id.into(),
        ))
    }
}
