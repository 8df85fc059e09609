//! What the examples share.

use std::error::Error;
use std::io::Read;
use std::time::SystemTime;

use http::{HeaderMap, HeaderName, HeaderValue};
use sentry_api::webhook::WebhookVerifier;
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
pub fn connect() -> Result<(Client, String), Box<dyn Error>> {
    if is_demo() {
        return Ok((Sandbox::new().client()?, "acme".to_owned()));
    }
    let mut builder = Client::builder().token(Token::new(variable("SENTRY_AUTH_TOKEN")?));
    if let Ok(url) = variable("SENTRY_URL") {
        builder = builder.base_url(&url)?;
    }
    Ok((builder.build()?, variable("SENTRY_ORG")?))
}

/// Gives the project that an example works with: `shop-api` of the sandbox with `--demo`, else
/// the slug in `SENTRY_PROJECT`.
///
/// # Errors
///
/// Fails when the variable is missing.
pub fn project() -> Result<String, Box<dyn Error>> {
    if is_demo() {
        return Ok("shop-api".to_owned());
    }
    Ok(variable("SENTRY_PROJECT")?)
}

/// Gives the client secret of an integration, and the headers and the body of a webhook.
///
/// With `--demo` the webhook is one of these lines, signed as Sentry signs; else the secret comes
/// from `SENTRY_CLIENT_SECRET` and the webhook, a whole HTTP request, from standard input.
///
/// # Errors
///
/// Fails when the variable is missing or the input is no HTTP request.
pub fn received() -> Result<(String, HeaderMap, Vec<u8>), Box<dyn Error>> {
    if !is_demo() {
        let mut request = Vec::new();
        std::io::stdin().read_to_end(&mut request)?;
        let (headers, body) = split(&request)?;
        return Ok((variable("SENTRY_CLIENT_SECRET")?, headers, body.to_vec()));
    }
    let secret = "client secret of a demonstration";
    let body = r#"{"action": "created", "data": {"comment": "Fixed with the new tax rates"}}"#;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?;
    let signature = WebhookVerifier::new(secret).sign(body.as_bytes());
    let request = format!(
        "POST / HTTP/1.1\r\nSentry-Hook-Resource: comment\r\nSentry-Hook-Timestamp: {}\r\n\
         Sentry-Hook-Signature: {signature}\r\n\r\n{body}",
        now.as_secs()
    );
    let (headers, body) = split(request.as_bytes())?;
    Ok((secret.to_owned(), headers, body.to_vec()))
}

/// The headers and the body of an HTTP request.
fn split(request: &[u8]) -> Result<(HeaderMap, &[u8]), Box<dyn Error>> {
    let end = request.windows(4).position(|bytes| bytes == b"\r\n\r\n");
    let (head, body) = request.split_at(end.ok_or("the input is no HTTP request")?);
    let mut headers = HeaderMap::new();
    for line in std::str::from_utf8(head)?.lines().skip(1) {
        let (name, value) = line.split_once(':').ok_or("a header has no colon")?;
        headers.append(
            name.parse::<HeaderName>()?,
            HeaderValue::from_str(value.trim())?,
        );
    }
    Ok((headers, body.get(4..).unwrap_or_default()))
}

fn is_demo() -> bool {
    std::env::args().any(|argument| argument == "--demo")
}

#[allow(
    clippy::disallowed_methods,
    reason = "the examples are programs, which read their own environment"
)]
fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("set {name}, or add --demo to run on the sandbox"))
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
