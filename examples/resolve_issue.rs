//! Resolves the newest unresolved issue in the next release, and shows that it worked.
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
    let newest = organization.issues().query("is:unresolved");
    let newest = newest.sort(IssueSort::New).limit(1).page().await?;
    let Some(found) = newest.items.into_iter().next() else {
        println!("nothing is unresolved");
        return Ok(());
    };

    let issue = organization.issue(found.id);
    issue.update().resolve_in_next_release().await?;

    let issue = issue.get().await?;
    let (short_id, status) = (issue.short_id.unwrap_or_default(), issue.status);
    println!(
        "{short_id} is {}",
        status.map_or_else(String::new, |status| status.to_string())
    );
    Ok(())
}
