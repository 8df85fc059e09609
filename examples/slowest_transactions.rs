//! Prints the slowest ten transactions of the last day: what 95 % of their runs stay below.
//!
//! ```sh
//! cargo run -p sentry-examples --example slowest_transactions -- --demo
//! ```

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::error::Error;

use sentry_api::model::Dataset;

const P95: &str = "p95(span.duration)";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (client, organization) = sentry_examples::connect()?;
    let organization = client.organization(organization);
    let events = organization.events(Dataset::Spans, ["transaction", P95]);
    let events = events.query("is_transaction:true").stats_period("24h");
    let slowest = events.sort(format!("-{P95}")).per_page(10).await?;

    for row in &slowest.data {
        let seconds = row.duration(P95).unwrap_or_default().as_secs_f64();
        println!(
            "{seconds:>7.2} s  {}",
            row.text("transaction").unwrap_or("(none)")
        );
    }
    Ok(())
}
