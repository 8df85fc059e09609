//! A typed async client of Sentry's web API.

pub mod transport;
