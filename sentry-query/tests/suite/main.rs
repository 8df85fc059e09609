//! The behaviour of the crate, in one binary.

mod corpus;
