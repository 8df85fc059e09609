//! Resolves the newest unresolved issue of a project in its newest release.
//!
//! ```sh
//! cargo run -p sentry-examples --example resolve_issue -- --demo
//! ```

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::error::Error;

use sentry_api::endpoints::IssueSort;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (client, organization) = sentry_examples::connect()?;
    let organization = client.organization(organization);
    let newest = organization.issues().project(sentry_examples::project()?);
    let newest = newest.query("is:unresolved").sort(IssueSort::New).limit(1);
    let Some(issue) = newest.page().await?.items.pop() else {
        println!("nothing is unresolved");
        return Ok(());
    };

    // A version, such as `shop-api@4.12.0`, or `latest`.
    let update = organization.issue(issue.id).update();
    let issue = update.resolve_in_release("latest").await?;
    let release = issue.status_details.in_release.unwrap_or_default();
    let short_id = issue.short_id.unwrap_or_default();
    println!("{short_id} is resolved in {release}");
    Ok(())
}
