//! The tools, one file each.

mod get_issue;
mod list_organizations;
mod list_projects;
pub(crate) mod search_issues;
mod update_issue;
mod whoami;

use rmcp::handler::server::router::tool::ToolRouter;
use sentry_api::{Cursor, Error, ErrorKind};
use serde::Serialize;

use crate::ToolError;
use crate::answer::{Answer, Section};
use crate::error::Subject;
use crate::server::Server;
use crate::untrusted::Word;

/// A tool's route, and the scopes of which any one lets a token call it; the narrowest comes
/// first.
type Entry = (fn() -> ToolRouter<Server>, &'static [&'static str]);

/// All tools; the one list of them.
const TOOLS: &[Entry] = &[
    (Server::whoami_router, whoami::SCOPES),
    (
        Server::list_organizations_router,
        list_organizations::SCOPES,
    ),
    (Server::list_projects_router, list_projects::SCOPES),
    (Server::search_issues_router, search_issues::SCOPES),
    (Server::get_issue_router, get_issue::SCOPES),
    (Server::update_issue_router, update_issue::SCOPES),
];

/// The routes of all tools.
pub(crate) fn router() -> ToolRouter<Server> {
    let routers = TOOLS.iter().map(|(router, _)| router());
    routers.fold(ToolRouter::new(), |all, router| all + router)
}

/// Tools that take the same scopes.
pub(crate) struct Need {
    /// The scopes of which any one suffices, the narrowest first.
    pub(crate) any_of: &'static [&'static str],
    /// The names of the tools.
    pub(crate) tools: Vec<String>,
    /// Whether all of them only read.
    pub(crate) reads: bool,
}

/// What the tools need of a token; those that any token may call are left out.
pub(crate) fn needs() -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::new();
    for (router, any_of) in TOOLS.iter().filter(|(_, any_of)| !any_of.is_empty()) {
        for tool in router().list_all() {
            let reads = tool
                .annotations
                .as_ref()
                .is_some_and(|annotations| annotations.read_only_hint == Some(true));
            let name = tool.name.into_owned();
            match needs.iter_mut().find(|need| need.any_of == *any_of) {
                Some(need) => {
                    need.tools.push(name);
                    need.reads &= reads;
                }
                None => needs.push(Need {
                    any_of,
                    tools: vec![name],
                    reads,
                }),
            }
        }
    }
    needs
}

impl Server {
    /// Says what a failure of the API means, and which server is out of reach.
    fn failure(&self, error: &Error, subject: Subject<'_>) -> ToolError {
        let failure = ToolError::from_api(error, subject);
        match self.upstream().client() {
            Ok(client)
                if matches!(error.kind(), ErrorKind::Unavailable | ErrorKind::Tls)
                    && error.is_unsent() =>
            {
                failure.and(&format!("The server is {}.", client.base_url().origin()))
            }
            _ => failure,
        }
    }
}

/// A page of a list, with the line that says how to get the next one.
fn list_page(
    found: &impl Serialize,
    head: String,
    section: Section,
    next: Option<&Cursor>,
) -> Result<Answer, ToolError> {
    let answer = Answer::new(found)?.head(head).section(section);
    Ok(match next_page(next) {
        Some(line) => answer.tail(line),
        None => answer,
    })
}

/// The line that says how to get the next page.
fn next_page(next: Option<&Cursor>) -> Option<String> {
    let next = next?;
    Some(match Word::cursor(next.as_str()) {
        Some(cursor) => format!("Next page: cursor={cursor}"),
        None => "Next page: cursor as in nextCursor of the structured content".to_owned(),
    })
}
