//! The tools, one file each.

mod get_issue;
mod list_organizations;
mod list_projects;
pub(crate) mod search_issues;
mod update_issue;
mod whoami;

use rmcp::handler::server::router::tool::ToolRouter;
use sentry_api::Cursor;

use crate::server::Server;
use crate::untrusted::Word;

/// All tools.
pub(crate) fn router() -> ToolRouter<Server> {
    Server::whoami_router()
        + Server::list_organizations_router()
        + Server::list_projects_router()
        + Server::search_issues_router()
        + Server::get_issue_router()
        + Server::update_issue_router()
}

/// The line that says how to get the next page.
fn next_page(next: Option<&Cursor>) -> Option<String> {
    let next = next?;
    Some(match Word::cursor(next.as_str()) {
        Some(cursor) => format!("Next page: cursor={cursor}"),
        None => "Next page: cursor as in nextCursor of the structured content".to_owned(),
    })
}
