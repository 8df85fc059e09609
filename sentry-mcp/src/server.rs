//! The MCP server: what it says of itself, and how a call reaches its tool.

use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt as _;
use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::handler::server::tool::{IntoCallToolResult, ToolCallContext};
use rmcp::model::{
    CacheScope, CallToolRequestParams, CallToolResponse, CompleteRequestParams, CompleteResult,
    CustomRequest, CustomResult, ErrorCode as McpCode, GetPromptRequestParams, GetPromptResponse,
    Implementation, ListPromptsResult, ListResourcesResult, ListToolsResult,
    PaginatedRequestParams, ReadResourceRequestParams, ReadResourceResponse, ServerCapabilities,
    ServerConfig, Tool,
};
use rmcp::service::{RequestContext, RoleServer};
use rmcp::{ErrorData, ServerHandler};
use sentry_api::Client;
use time::OffsetDateTime;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use crate::call_limit::CallLimit;
use crate::clock::Clock;
use crate::config::Config;
use crate::error::MAY_BE_DONE;
use crate::upstream::Upstream;
use crate::{ErrorCode, ToolError, resources, schema, tools};

/// How many calls run at the same time; the others wait for their turn.
///
/// Sentry refuses what goes far beyond it, and an answer may take much memory.
const AT_ONCE: usize = 16;

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
    upstream: Upstream,
    clock: Clock,
    /// Built once: rmcp's own default builds it again for each request.
    tools: ToolRouter<Server>,
    limit: Option<CallLimit>,
    /// A permit for each request that may ask Sentry at the same time.
    turns: Semaphore,
}

/// Builds a server that differs from what its configuration alone describes.
///
/// ```
/// use sentry_api::{Client, Token};
/// use sentry_fixtures::Sandbox;
/// use sentry_mcp::{Config, Server};
///
/// let sandbox = Sandbox::new();
/// let client = Client::builder()
///     .base_url(sandbox.base_url())?
///     .token(Token::new(sandbox.token()))
///     .transport(sandbox)
///     .build()?;
/// let server = Server::builder(Config::demo()).client(client).build();
/// assert!(!server.tools().is_empty());
/// # Ok::<(), sentry_api::Error>(())
/// ```
#[must_use = "a builder does nothing until `build`"]
pub struct ServerBuilder {
    config: Config,
    client: Option<Client>,
    clock: Clock,
    tools: ToolRouter<Server>,
}

impl ServerBuilder {
    /// Asks through this client instead of one that the configuration describes.
    pub fn client(mut self, client: Client) -> Self {
        self.client = Some(client);
        self
    }

    /// Tells ages by this clock instead of the system's.
    pub fn now(mut self, now: impl Fn() -> OffsetDateTime + Send + Sync + 'static) -> Self {
        self.clock = Clock::new(now);
        self
    }

    /// Adds tools of your own.
    pub fn tools(mut self, tools: ToolRouter<Server>) -> Self {
        self.tools.merge(tools);
        self
    }

    /// Builds the server. Nothing is read and nobody is asked before a call.
    #[must_use]
    pub fn build(self) -> Server {
        let mut tools = tools::router() + self.tools;
        schema::tidy_all(&mut tools);
        Server(Arc::new(Inner {
            upstream: Upstream::new(&self.config, self.client),
            clock: self.clock,
            limit: self.config.max_calls_per_minute.map(CallLimit::new),
            config: self.config,
            tools,
            turns: Semaphore::new(AT_ONCE),
        }))
    }
}

impl fmt::Debug for ServerBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerBuilder")
            .field("config", &self.config)
            .finish_non_exhaustive()
    }
}

impl Server {
    /// A server as its configuration describes it.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self::builder(config).build()
    }

    /// Begins to build a server.
    pub fn builder(config: Config) -> ServerBuilder {
        ServerBuilder {
            config,
            client: None,
            clock: Clock::default(),
            tools: ToolRouter::new(),
        }
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

    pub(crate) fn upstream(&self) -> &Upstream {
        &self.0.upstream
    }

    pub(crate) fn now(&self) -> OffsetDateTime {
        self.0.clock.now()
    }

    /// Runs a request once fewer than [`AT_ONCE`] others do.
    async fn in_turn<T>(&self, request: impl Future<Output = T>) -> T {
        // Fails only when the semaphore is closed, which nothing does.
        let _turn = self.0.turns.acquire().await;
        request.await
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
        let turn = self.in_turn(self.0.tools.call(call));
        match guarded(turn, cancelled).await {
            Ok(result) => result,
            Err(Stopped::Cancelled) => self.cancelled(&name).into_call_tool_result(),
            Err(Stopped::Panicked) => ToolError::new(
                ErrorCode::ApiError,
                format!("{name} failed inside this server."),
            )
            .hint("This is a defect of sentry-mcp; other arguments or another tool may work.")
            .into_call_tool_result(),
        }
    }

    /// What a cancelled call of this tool says; a change may have been on its way.
    fn cancelled(&self, tool: &str) -> ToolError {
        let error = ToolError::new(ErrorCode::Unavailable, format!("{tool} was cancelled."));
        let hints = self
            .0
            .tools
            .get(tool)
            .and_then(|tool| tool.annotations.as_ref());
        match hints.and_then(|hints| hints.read_only_hint) {
            Some(false) => error.hint(MAY_BE_DONE),
            _ => error,
        }
    }
}

/// Why a request came to no end of its own.
enum Stopped {
    Cancelled,
    Panicked,
}

/// Lets a request run until it is cancelled, and survives a panic in it.
///
/// Dropping the request closes those that it has made itself. rmcp never answers a
/// request whose handler panics.
async fn guarded<T>(
    request: impl Future<Output = T>,
    cancelled: CancellationToken,
) -> Result<T, Stopped> {
    tokio::select! {
        biased;
        () = cancelled.cancelled() => Err(Stopped::Cancelled),
        result = AssertUnwindSafe(request).catch_unwind() => result.map_err(|_| Stopped::Panicked),
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
        let capabilities = ServerCapabilities::builder()
            .enable_tools()
            .enable_resources()
            .build();
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

    async fn list_resources(
        &self,
        _request: Option<PaginatedRequestParams>,
        _context: RequestContext<RoleServer>,
    ) -> Result<ListResourcesResult, ErrorData> {
        Ok(ListResourcesResult::with_all_items(resources::list()))
    }

    async fn read_resource(
        &self,
        request: ReadResourceRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<ReadResourceResponse, ErrorData> {
        let read = self.in_turn(resources::read(self, &request.uri));
        let read = guarded(read, context.ct.clone()).await;
        read.unwrap_or_else(|_| {
            Err(ErrorData::internal_error(
                "the resource could not be read",
                None,
            ))
        })
        .map(ReadResourceResponse::from)
    }

    async fn list_prompts(
        &self,
        _request: Option<PaginatedRequestParams>,
        _context: RequestContext<RoleServer>,
    ) -> Result<ListPromptsResult, ErrorData> {
        Err(no_such_method())
    }

    async fn get_prompt(
        &self,
        _request: GetPromptRequestParams,
        _context: RequestContext<RoleServer>,
    ) -> Result<GetPromptResponse, ErrorData> {
        Err(no_such_method())
    }

    async fn complete(
        &self,
        _request: CompleteRequestParams,
        _context: RequestContext<RoleServer>,
    ) -> Result<CompleteResult, ErrorData> {
        Err(no_such_method())
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
            _ => no_such_method(),
        })
    }
}

/// The answer to what no declared capability covers; rmcp's own would be an empty success.
fn no_such_method() -> ErrorData {
    ErrorData::new(McpCode::METHOD_NOT_FOUND, "there is no such method", None)
}

fn is_failure(result: &Result<CallToolResponse, ErrorData>) -> bool {
    match result {
        Ok(CallToolResponse::Complete(result)) => result.is_error == Some(true),
        Ok(_) => false,
        Err(_) => true,
    }
}
