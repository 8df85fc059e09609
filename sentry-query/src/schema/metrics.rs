//! The fields of metrics.

super::fields! {}
