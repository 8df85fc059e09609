//! Prints the unresolved issues of a project that are newer than a day.
//!
//! ```sh
//! cargo run -p sentry-examples --example list_new_issues -- --demo
//! ```

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::error::Error;
use std::pin::pin;
use std::time::Duration;

use futures::TryStreamExt;
use sentry_query::{Query, Status, newer_than};

const DAY: Duration = Duration::from_secs(24 * 3600);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (client, organization) = sentry_examples::connect()?;
    let query = Query::issues()
        .is(Status::Unresolved)
        .age(newer_than(DAY))
        .build()?;

    let issues = client.organization(organization).issues();
    let issues = issues
        .project(sentry_examples::project()?)
        .query(query.to_string());
    let mut issues = pin!(issues.stream());
    while let Some(issue) = issues.try_next().await? {
        let short_id = issue.short_id.unwrap_or_default();
        println!("{short_id:<16} {}", issue.title.unwrap_or_default());
    }
    Ok(())
}
