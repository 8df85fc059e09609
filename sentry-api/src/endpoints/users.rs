//! The user that the token stands for.

super::operations! {
    unstable {
        auth::GetAuth,
        list_regions::ListUserRegions,
    }
}

#[cfg(feature = "unstable")]
pub use self::list_regions::{UserRegion, UserRegions};
