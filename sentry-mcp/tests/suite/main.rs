//! What `sentry-mcp` does, as a client, a person or a file sees it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "what fails in a suite fails the suite"
)]

mod budget;
mod client;
mod command;
mod compatible;
mod config;
mod connection;
mod errors;
mod events;
mod get_issue;
mod organization;
mod pressure;
mod reading;
mod sandbox;
mod scripted;
mod stdio;
mod surface;
mod untrusted;

mod writing;
