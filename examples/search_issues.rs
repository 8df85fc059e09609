//! Prints the unresolved errors of the last week, the most frequent first.
//!
//! The query is built, so that no value can change what it means.
//!
//! ```sh
//! cargo run -p sentry-examples --example search_issues -- --demo
//! ```

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::error::Error;
use std::time::Duration;

use futures::{StreamExt, TryStreamExt};
use sentry_api::endpoints::IssueSort;
use sentry_query::{Level, Query, Status, newer_than};

const WEEK: Duration = Duration::from_secs(7 * 24 * 3600);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (client, organization) = sentry_examples::connect()?;
    let query = Query::issues()
        .is(Status::Unresolved)
        .level(Level::Error)
        .last_seen(newer_than(WEEK))
        .build()?;
    println!("{query}");

    let issues = client.organization(organization).issues();
    let issues = issues.query(query.to_string()).sort(IssueSort::Freq);
    let mut issues = issues.stream().take(10).boxed();
    while let Some(issue) = issues.try_next().await? {
        let count = issue.count.unwrap_or_default();
        let short_id = issue.short_id.unwrap_or_default();
        println!(
            "{count:>8}  {short_id:<16} {}",
            issue.title.unwrap_or_default()
        );
    }
    Ok(())
}
