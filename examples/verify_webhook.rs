//! Tells whether an HTTP request is a webhook of Sentry's, and what it says.
//!
//! The request comes from standard input, as it was sent, and the secret of the integration
//! from `SENTRY_CLIENT_SECRET`.
//!
//! ```sh
//! cargo run -p sentry-examples --example verify_webhook -- --demo
//! ```

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::error::Error;
use std::time::SystemTime;

use sentry_api::webhook::{Payload, WebhookVerifier};

fn main() -> Result<(), Box<dyn Error>> {
    let (secret, headers, body) = sentry_examples::received()?;
    // A request that was kept may be of any age; a server leaves the five minutes as they are.
    let verifier = WebhookVerifier::new(secret).freshness(None);
    let webhook = verifier.verify(&headers, &body, SystemTime::now())?;

    println!("{}.{}", webhook.resource, webhook.action);
    match webhook.payload {
        Payload::Issue(data) => println!("{}", data.issue.title.unwrap_or_default()),
        Payload::EventAlert(data) => println!("{}", data.triggered_rule.unwrap_or_default()),
        Payload::Comment(data) => println!("{}", data.comment.unwrap_or_default()),
        _ => {}
    }
    Ok(())
}
