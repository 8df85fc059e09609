//! What the client does, seen from outside.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "tests are read by their names and fail loudly"
)]

mod connections;
mod contract;
mod credentials;
mod damage;
mod download;
mod encode;
mod errors;
mod explore;
mod http;
mod leaks;
mod limiter;
mod memory;
mod models;
mod network;
mod oauth;
mod older_routes;
mod paging;
mod prefetch;
mod recorded;
mod redirects;
mod regions;
mod releases;
mod retry;
mod sandbox;
mod script;
mod seer;
mod token_store;
mod tolerance;
mod trace;
mod webhooks;
mod wire;
