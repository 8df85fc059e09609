//! The fields of replays.

super::fields! {}
