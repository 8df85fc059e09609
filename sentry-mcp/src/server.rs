//! The MCP server: what it says of itself, and how a call reaches its tool.

use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt as _;
use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::handler::server::tool::{IntoCallToolResult, ToolCallContext};
use rmcp::model::{
    CacheScope, CallToolRequestParams, CallToolResponse, CustomRequest, CustomResult,
    ErrorCode as McpCode, Implementation, ListToolsResult, PaginatedRequestParams,
    ServerCapabilities, ServerConfig, Tool,
};
use rmcp::service::{RequestContext, RoleServer};
use rmcp::{ErrorData, ServerHandler};
use tokio_util::sync::CancellationToken;

use crate::call_limit::CallLimit;
use crate::config::Config;
use crate::{ErrorCode, ToolError, schema, tools};

/// The server; clones share everything.
///
/// ```
/// use sentry_mcp::{Config, Server};
///
/// let server = Server::new(Config::demo());
/// assert!(server.tools().iter().all(|tool| tool.description.is_some()));
/// ```
#[derive(Clone)]
pub struct Server(Arc<Inner>);

struct Inner {
    config: Config,
    /// Built once: rmcp's own default builds it again for each request.
    tools: ToolRouter<Server>,
    limit: Option<CallLimit>,
}

impl Server {
    /// A server with all its tools. Nothing is read and nobody is asked before a call.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self::with_tools(config, ToolRouter::new())
    }

    /// A server with tools of your own beside its own ones.
    #[must_use]
    pub fn with_tools(config: Config, more: ToolRouter<Self>) -> Self {
        let mut tools = tools::router() + more;
        schema::tidy_all(&mut tools);
        Self(Arc::new(Inner {
            limit: config.max_calls_per_minute.map(CallLimit::new),
            config,
            tools,
        }))
    }

    /// The tools as a client sees them, by name.
    #[must_use]
    pub fn tools(&self) -> Vec<Tool> {
        self.0.tools.list_all()
    }

    /// What the server works with.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// Runs one tool; a panic and a cancellation become errors like any other.
    async fn run(
        &self,
        call: ToolCallContext<'_, Self>,
        cancelled: CancellationToken,
    ) -> Result<CallToolResponse, ErrorData> {
        if let Some(limit) = &self.0.limit
            && let Err(error) = limit.take()
        {
            return error.into_call_tool_result();
        }
        let name = call.name.clone();
        let call = AssertUnwindSafe(self.0.tools.call(call)).catch_unwind();
        tokio::select! {
            biased;
            // Dropping the call closes its requests.
            () = cancelled.cancelled() => {
                ToolError::new(ErrorCode::Unavailable, format!("{name} was cancelled.")).into_call_tool_result()
            }
            result = call => result.unwrap_or_else(|_| {
                ToolError::new(ErrorCode::ApiError, format!("{name} failed inside this server."))
                    .hint("This is a defect of sentry-mcp; other arguments or another tool may work.")
                    .into_call_tool_result()
            }),
        }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server")
            .field("config", &self.0.config)
            .finish_non_exhaustive()
    }
}

impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder().enable_tools().build();
        ServerConfig::new(capabilities)
            .with_server_info(
                Implementation::new("sentry-mcp", env!("CARGO_PKG_VERSION")).with_title("Sentry"),
            )
            .with_instructions(include_str!("instructions.md").trim_end())
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        if !self.0.tools.has_route(&request.name) {
            let names: Vec<_> = self.tools().into_iter().map(|tool| tool.name).collect();
            let text = format!(
                "there is no tool of this name; the tools are {}",
                names.join(", ")
            );
            return Err(ErrorData::invalid_params(text, None));
        }
        let name = request.name.clone();
        let started = tokio::time::Instant::now();
        let cancelled = context.ct.clone();
        let result = self
            .run(ToolCallContext::new(self, request, context), cancelled)
            .await;
        tracing::info!(tool = %name, ms = started.elapsed().as_millis(), failed = is_failure(&result), "call");
        result
    }

    async fn list_tools(
        &self,
        _request: Option<PaginatedRequestParams>,
        context: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        let mut list = ListToolsResult::with_all_items(self.tools());
        if context
            .protocol_version()
            .is_some_and(|version| !version.has_initialize())
        {
            // The list depends on the configuration of this process alone.
            list.ttl_ms = Some(300_000);
            list.cache_scope = Some(CacheScope::Private);
        }
        Ok(list)
    }

    fn get_tool(&self, name: &str) -> Option<Tool> {
        self.0.tools.get(name).cloned()
    }

    async fn on_custom_request(
        &self,
        request: CustomRequest,
        _context: RequestContext<RoleServer>,
    ) -> Result<CustomResult, ErrorData> {
        // A request of MCP's own comes here when its parameters have another form.
        Err(match request.method.as_str() {
            "tools/call" | "tools/list" | "resources/read" | "resources/list" | "initialize" => {
                ErrorData::invalid_params(
                    format!("the parameters of {} cannot be read", request.method),
                    None,
                )
            }
            _ => ErrorData::new(McpCode::METHOD_NOT_FOUND, "there is no such method", None),
        })
    }
}

fn is_failure(result: &Result<CallToolResponse, ErrorData>) -> bool {
    match result {
        Ok(CallToolResponse::Complete(result)) => result.is_error == Some(true),
        Ok(_) => false,
        Err(_) => true,
    }
}
