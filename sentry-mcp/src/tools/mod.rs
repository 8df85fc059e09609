//! The tools, one file each.

use rmcp::handler::server::router::tool::ToolRouter;

use crate::server::Server;

/// All tools.
pub(crate) fn router() -> ToolRouter<Server> {
    ToolRouter::new()
}
