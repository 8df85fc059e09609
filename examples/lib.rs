//! What the examples share.

use std::error::Error;

use sentry_api::{Client, Token};
use sentry_fixtures::Sandbox;

/// Gives the client and the organization that an example works with.
///
/// With `--demo` on the command line that is the sandbox and `acme`; else the token comes
/// from `SENTRY_AUTH_TOKEN`, the organization from `SENTRY_ORG`, and the server from
/// `SENTRY_URL`, which is `https://sentry.io` when it is not set.
///
/// # Errors
///
/// Fails when a variable is missing or cannot be used.
#[allow(
    clippy::disallowed_methods,
    reason = "the examples are programs, which read their own environment"
)]
pub fn connect() -> Result<(Client, String), Box<dyn Error>> {
    if std::env::args().any(|argument| argument == "--demo") {
        return Ok((Sandbox::new().client()?, "acme".to_owned()));
    }
    let variable = |name| {
        std::env::var(name).map_err(|_| format!("set {name}, or add --demo to run on the sandbox"))
    };
    let mut builder = Client::builder().token(Token::new(variable("SENTRY_AUTH_TOKEN")?));
    if let Ok(url) = variable("SENTRY_URL") {
        builder = builder.base_url(&url)?;
    }
    Ok((builder.build()?, variable("SENTRY_ORG")?))
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
