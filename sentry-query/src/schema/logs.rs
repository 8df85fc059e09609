//! The fields of log entries.

super::fields! {}
