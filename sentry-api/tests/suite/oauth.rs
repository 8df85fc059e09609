//! Signing in, renewing and signing out; the clock is tokio's, paused, but for real sockets.

mod authorize;
mod device;
mod grant;
mod installation;
mod leaks;
mod loopback;
mod spellings;

use std::collections::BTreeMap;

use sentry_api::oauth::{Grant, OAuth};
use url::form_urlencoded;

use crate::script::{Act, Script, Seen, json};

const GRANT: &str = r#"{"access_token": "access-canary-1", "refresh_token": "refresh-canary-1",
    "expires_in": 2591999, "expires_at": "2030-01-01T00:00:00Z", "token_type": "Bearer",
    "scope": "org:read event:read", "user": {"id": 7, "name": "Ann", "email": "ann@example.com"}}"#;

/// The fields of a form that was sent.
fn fields(seen: &Seen) -> BTreeMap<String, String> {
    form_urlencoded::parse(seen.body.as_bytes())
        .into_owned()
        .collect()
}

fn form(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    pairs.iter().map(owned).collect()
}

/// An application without a secret.
fn public(script: &Script) -> OAuth {
    script.client().oauth("client-id")
}

fn refusal(code: &str) -> Act {
    json(400, format!(r#"{{"error": "{code}"}}"#))
}

fn first_grant() -> Grant {
    let json = r#"{"access_token": "access-canary-0", "refresh_token": "refresh-canary-0"}"#;
    Grant::from_json(json).unwrap()
}
