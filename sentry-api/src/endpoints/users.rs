//! The user that the token stands for.

super::operations! {
    unstable {
        auth::GetAuth,
        list_regions::ListUserRegions,
    }
}

pub use self::list_regions::{UserRegion, UserRegions};
