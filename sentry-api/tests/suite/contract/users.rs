//! The user of the token.

use super::cases;

cases! {
    #[cfg(feature = "unstable")]
    GetAuth: |client| client.auth(), client.auth();
    #[cfg(feature = "unstable")]
    ListUserRegions: |client| client.regions(), client.regions();
}
