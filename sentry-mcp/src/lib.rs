//! An MCP server and command line that lets agents work with Sentry.
//!
//! The program `sentry-mcp` is a thin shell around this library, which an application
//! can use to serve the same tools itself: make a [`Config`], a [`Server`] from it, and
//! serve that with [`stdio::serve`] or any transport of `rmcp`.

pub mod answer;
pub mod args;
pub mod budget;
mod call_limit;
pub mod cli;
mod clock;
pub mod config;
mod direct;
mod error;
pub mod log;
mod query;
mod resources;
mod schema;
mod server;
pub mod stdio;
mod tools;
pub mod untrusted;
mod upstream;
mod view;

pub use config::Config;
pub use error::{ErrorCode, ToolError};
pub use server::{Server, ServerBuilder};
