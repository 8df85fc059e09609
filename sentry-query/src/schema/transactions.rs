//! The fields of transactions.

#[doc(no_inline)]
pub use super::{event::*, measurements::*};

super::fields! {
    /// Whether a team of whoever searches starred the transaction.
    TEAM_KEY_TRANSACTION = "team_key_transaction": Boolean;
    /// How long the transaction took.
    TRANSACTION_DURATION = "transaction.duration": Duration;
}
