use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::model::{EventId, ProfileId, ProjectId, ReleaseReference, SampledProfile, TraceId};
use crate::operation::operation;
use crate::wire::{Number, Time};

operation! {
    /// Gets the profile of a transaction.
    ///
    /// Source: [Retrieve a Profile](https://docs.sentry.io/api/profiling/retrieve-a-profile/).
    GetProjectProfilingProfile(organization, project, profile)
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/profiling/profiles/{profile_id}/"
        -> Profile;
    scopes "project:read", "project:write", "project:admin";
}

/// The profile of a transaction.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Profile {
    /// The id; the older formats of some platforms lack it.
    #[serde(alias = "profile_id")]
    pub event_id: Option<ProfileId>,
    /// The project.
    pub project_id: Option<ProjectId>,
    /// The environment.
    pub environment: Option<String>,
    /// The platform.
    pub platform: Option<String>,
    /// The version of the format.
    pub version: Option<String>,
    /// When it began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub timestamp: Option<OffsetDateTime>,
    /// When Sentry got it.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub received: Option<OffsetDateTime>,
    /// The release.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub release: Option<ReleaseReference>,
    /// The transaction.
    pub transaction: Option<ProfileTransaction>,
    /// The operating system.
    pub os: Option<ProfileOs>,
    /// The device.
    pub device: Option<ProfileDevice>,
    /// What the program ran in.
    pub runtime: Option<ProfileRuntime>,
    /// The samples.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub profile: SampledProfile,
}

/// The transaction of a profile.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProfileTransaction {
    /// The event.
    pub id: Option<EventId>,
    /// The name.
    pub name: Option<String>,
    /// The trace.
    pub trace_id: Option<TraceId>,
    /// The thread that it ran in.
    #[serde_as(as = "Option<Number>")]
    pub active_thread_id: Option<u64>,
}

/// The operating system of a profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProfileOs {
    /// The name.
    pub name: Option<String>,
    /// The version.
    pub version: Option<String>,
    /// The build.
    pub build_number: Option<String>,
}

/// The device of a profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProfileDevice {
    /// The processor, such as `x86_64`.
    pub architecture: Option<String>,
    /// Who made it.
    pub manufacturer: Option<String>,
    /// The model.
    pub model: Option<String>,
}

/// What the program of a profile ran in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProfileRuntime {
    /// The name, such as `CPython`.
    pub name: Option<String>,
    /// The version.
    pub version: Option<String>,
}

impl ProjectHandle {
    /// Gets the profile of a transaction by its id.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let id = "a9d17c5e02f84b6fb0c3e1d27f6a4885";
    /// let profile = client.organization("acme").project("shop-api").profile(id).await?;
    /// let sample = &profile.profile.samples[0];
    /// let innermost = profile.profile.frames_of(sample).next();
    /// assert!(innermost.is_some_and(|frame| frame.function.is_some()));
    /// # Ok(())
    /// # }
    /// ```
    pub fn profile(&self, profile: impl Into<String>) -> Call<GetProjectProfilingProfile> {
        self.client.call(GetProjectProfilingProfile::new(
            &self.organization,
            &self.project,
            profile,
        ))
    }
}
