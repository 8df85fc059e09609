//! Creates a release with a commit, and says that it was deployed to production.
//!
//! ```sh
//! cargo run -p sentry-examples --example create_release -- --demo
//! ```

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::error::Error;

use sentry_api::endpoints::NewCommit;

const VERSION: &str = "shop-api@4.12.1";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (client, organization) = sentry_examples::connect()?;
    let organization = client.organization(organization);
    let commit = NewCommit::new("5f1c0de7").repository("acme/shop");
    let commit = commit.message("Take the country's rate where a region has none");
    let create = organization.create_release(VERSION, [sentry_examples::project()?]);
    create.commit(commit).released_now().await?;

    let release = organization.release(VERSION);
    let deploy = release.create_deploy("production").await?;
    println!("{VERSION} is in {}", deploy.environment.unwrap_or_default());
    for commit in release.commits().await? {
        println!("- {}", commit.message.unwrap_or_default());
    }
    Ok(())
}
