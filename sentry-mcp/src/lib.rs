#![doc = include_str!("../README.md")]

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
mod scope;
mod server;
pub mod stdio;
mod tools;
pub mod untrusted;
mod upstream;
mod view;

pub use config::Config;
pub use error::{ErrorCode, ToolError};
pub use server::{Server, ServerBuilder};
