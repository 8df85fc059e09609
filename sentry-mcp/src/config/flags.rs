//! The flags of the command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use tracing::level_filters::LevelFilter;

use crate::budget::Budget;

/// The flags that every command takes.
///
/// A token has no flag of its own, since other users of the machine can read the
/// command lines of its processes.
#[derive(Debug, Clone, Default, Args)]
#[non_exhaustive]
pub struct Flags {
    /// Answer from the built-in sandbox instead of a Sentry server
    #[arg(long, global = true)]
    pub demo: bool,

    /// Base URL of the Sentry server [default: sentry.io]
    #[arg(long, global = true, value_name = "URL")]
    pub url: Option<String>,

    /// File that holds the token
    #[arg(long, global = true, value_name = "FILE")]
    pub token_file: Option<PathBuf>,

    /// Organization slug, used where a call names none
    #[arg(long, global = true, value_name = "SLUG")]
    pub organization: Option<String>,

    /// Project slug, used where a call names none
    #[arg(long, global = true, value_name = "SLUG")]
    pub project: Option<String>,

    /// Time for a whole call with its retries, in seconds [default: 30]
    #[arg(long, global = true, value_name = "SECONDS", value_parser = seconds)]
    pub timeout: Option<Duration>,

    /// Refuse calls beyond this number a minute [default: off]
    #[arg(long, global = true, value_name = "CALLS", value_parser = clap::value_parser!(u32).range(1..))]
    pub max_calls_per_minute: Option<u32>,

    /// Tokens that one answer may cost [default: 8000]
    #[arg(long, global = true, value_name = "TOKENS", value_parser = tokens)]
    pub max_output_tokens: Option<usize>,

    /// File of certificates, as PEM, that are trusted beside the system's
    #[arg(long, global = true, value_name = "FILE")]
    pub ca_file: Option<PathBuf>,

    /// Send the token over plain http to a host that is not this machine
    #[arg(long, global = true)]
    pub insecure_http: bool,

    /// File of NAME=VALUE lines that stand for environment variables
    #[arg(long, global = true, value_name = "FILE")]
    pub env_file: Option<PathBuf>,

    /// What to log to stderr: off, error, warn, info, debug or trace [default: warn]
    #[arg(long, global = true, value_name = "LEVEL")]
    pub log: Option<LevelFilter>,
}

/// Reads a number of tokens that an answer can be cut to.
fn tokens(text: &str) -> Result<usize, String> {
    let least = Budget::MIN;
    text.trim()
        .parse()
        .ok()
        .filter(|tokens| *tokens >= least)
        .ok_or_else(|| format!("expected a number of tokens from {least} on, such as 8000"))
}

/// Reads a number of seconds, with or without its unit.
pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let number = text.trim().trim_end_matches('s').trim_end();
    number
        .parse()
        .ok()
        .filter(|seconds| (0.001..=3_600.0).contains(seconds))
        .map(Duration::from_secs_f64)
        .ok_or_else(|| "expected seconds between 0.001 and 3600, such as 30".to_owned())
}
