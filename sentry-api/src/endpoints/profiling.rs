//! Profiles of an organization.

super::operations! {
    get_flamegraph::GetOrganizationProfilingFlamegraph,
    list_chunks::ListOrganizationProfilingChunks,
    get_profile::GetProjectProfilingProfile,
}

pub use self::get_flamegraph::{
    Flamegraph, FlamegraphDataSource, FlamegraphExpand, FlamegraphFrame, FlamegraphFrameInfo,
    FlamegraphMetadata, FlamegraphProfile, FlamegraphProfileReference, FlamegraphShared,
};
pub use self::get_profile::{
    Profile, ProfileDevice, ProfileOs, ProfileRuntime, ProfileTransaction,
};
pub use self::list_chunks::{ProfileChunk, ProfileChunks};
