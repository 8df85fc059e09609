//! The user of the token.

use super::cases;

cases! {
    GetAuth: |client| client.auth(), client.auth();
    ListUserRegions: |client| client.regions(), client.regions();
}
