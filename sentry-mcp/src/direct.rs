//! Calls a tool without a client.

use rmcp::ErrorData;
use rmcp::model::{
    CallToolRequestParams, CallToolResult, ClientJsonRpcMessage, ClientRequest,
    InitializeRequestParams, JsonObject, JsonRpcMessage, Request, RequestId, ServerResult,
};
use rmcp::service::{RoleServer, serve_directly};
use rmcp::transport::OneshotTransport;

use crate::server::Server;

impl Server {
    /// Calls a tool as a client would, and gives what the client would get.
    ///
    /// A failure of the tool is a result with `is_error` set.
    ///
    /// ```
    /// use sentry_mcp::{Config, Server};
    ///
    /// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
    /// let server = Server::new(Config::demo());
    /// assert!(server.call("no_such_tool", Default::default()).await.is_err());
    /// # });
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails when there is no tool of this name.
    pub async fn call(
        &self,
        tool: impl Into<String>,
        arguments: JsonObject,
    ) -> Result<CallToolResult, ErrorData> {
        let params = CallToolRequestParams::new(tool.into()).with_arguments(arguments);
        let request = ClientRequest::CallToolRequest(Request::new(params));
        let request = ClientJsonRpcMessage::request(request, RequestId::Number(1));
        let (transport, mut answers) = OneshotTransport::<RoleServer>::new(request);
        let service = serve_directly(
            self.clone(),
            transport,
            Some(InitializeRequestParams::default()),
        );
        let answer = answers.recv().await;
        drop(service);
        match answer {
            Some(JsonRpcMessage::Response(answer)) => match answer.result {
                ServerResult::CallToolResult(result) => Ok(result),
                _ => Err(ErrorData::internal_error(
                    "the answer has another form",
                    None,
                )),
            },
            Some(JsonRpcMessage::Error(error)) => Err(error.error),
            _ => Err(ErrorData::internal_error("the call was not answered", None)),
        }
    }
}
