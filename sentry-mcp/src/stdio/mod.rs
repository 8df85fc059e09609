//! MCP over standard input and output.
//!
//! rmcp's own transport leaves a client waiting that sends a line it cannot use, ends
//! the process when a notification comes before `initialize`, and waits five seconds
//! for open calls when its input closes. This one answers, ignores, and waits two.

mod input;
mod line;
mod pending;
mod request_id;

use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use rmcp::model::{
    ClientJsonRpcMessage, ClientNotification, ClientRequest, ErrorCode, ErrorData, GetMeta,
    JsonRpcMessage, ProtocolVersion, RequestId, ServerJsonRpcMessage,
};
use rmcp::service::{QuitReason, RoleServer, ServerInitializeError, ServiceExt};
use rmcp::transport::Transport;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt};
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;

use self::input::Ahead;
use self::line::{LONGEST_LINE, Line, LineReader};
use self::pending::{GRACE, Pending};
use crate::server::Server;

/// Serves one client over the standard streams of this process until it closes its end.
///
/// # Errors
///
/// Fails when the service loop itself breaks. A client that asks nothing, or only
/// `server/discover`, and leaves is no error, nor is one that reads no more.
pub async fn serve(server: Server) -> io::Result<()> {
    let (reader, writer) = rmcp::transport::io::stdio_pipes();
    serve_over(server, reader, writer).await
}

/// How long the answers to calls that were cut off may take to be written.
const LAST_WORDS: Duration = Duration::from_millis(100);

/// Serves one client over any pair of byte streams.
///
/// ```
/// use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
///
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// let (client, ours) = tokio::io::duplex(1 << 16);
/// let (reader, writer) = tokio::io::split(ours);
/// let server = sentry_mcp::Server::new(sentry_mcp::Config::demo());
/// let served = tokio::spawn(sentry_mcp::stdio::serve_over(server, reader, writer));
///
/// let (answers, mut requests) = tokio::io::split(client);
/// requests.write_all(b"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n").await?;
/// let answer = BufReader::new(answers).lines().next_line().await?;
/// assert_eq!(answer.as_deref(), Some(r#"{"jsonrpc":"2.0","id":1,"result":{}}"#));
///
/// drop(requests);
/// # served.abort();
/// # Ok::<(), std::io::Error>(()) })?;
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// As [`serve`].
pub async fn serve_over<R, W>(server: Server, reader: R, writer: W) -> io::Result<()>
where
    R: AsyncRead + Send + Unpin + 'static,
    W: AsyncWrite + Send + Unpin + 'static,
{
    let stop = CancellationToken::new();
    let transport = Stdio::new(reader, writer, stop.clone());
    let cut_off = async {
        stop.cancelled().await;
        tokio::time::sleep(LAST_WORDS).await;
    };
    match Box::pin(server.serve_with_ct(transport, stop.clone())).await {
        Ok(running) => tokio::select! {
            quit = running.waiting() => match quit {
                Ok(QuitReason::JoinError(error)) | Err(error) => Err(io::Error::other(error)),
                Ok(_) => Ok(()),
            },
            // rmcp would wait seconds more for answers that nobody reads.
            () = cut_off => Ok(()),
        },
        Err(ServerInitializeError::ConnectionClosed(_)) => Ok(()),
        Err(_) if stop.is_cancelled() => Ok(()),
        Err(error) => Err(io::Error::other(error)),
    }
}

/// One message a line, both ways.
struct Stdio<R, W> {
    lines: LineReader<R>,
    output: Output<W>,
    pending: Pending,
    /// Whether the client has opened a session, so that rmcp takes any message.
    open: bool,
    /// Whether there is no line left to read.
    ended: bool,
    /// When calls that are still open are cut off, once the client has closed its end.
    deadline: Option<Instant>,
    stop: CancellationToken,
}

impl<R, W> Stdio<R, W>
where
    R: AsyncRead + Send + Unpin,
    W: AsyncWrite + Send + Unpin + 'static,
{
    fn new(reader: R, writer: W, stop: CancellationToken) -> Self {
        Self {
            lines: LineReader::new(reader),
            output: Output {
                writer: Arc::new(Mutex::new(Some(writer))),
                stop: stop.clone(),
            },
            pending: Pending::default(),
            open: false,
            ended: false,
            deadline: None,
            stop,
        }
    }

    /// Answers what never reaches the server.
    ///
    /// In a task of its own, since `receive` may be dropped while it waits and half a
    /// line on the output would spoil all that follow.
    fn refuse(&self, error: ErrorData, id: Option<RequestId>) {
        // Under the id of an open call this is not the answer that closes it.
        let (output, writing) = (self.output.clone(), self.pending.writes(None));
        tokio::spawn(async move {
            if let Err(error) = output.write(&ServerJsonRpcMessage::error(error, id)).await {
                tracing::warn!(%error, "an answer could not be written");
            }
            drop(writing);
        });
    }

    /// Whether rmcp may see this message; keeps account of open calls.
    ///
    /// Before the session is open rmcp takes anything but a request for the end of it.
    fn admit(&mut self, message: &ClientJsonRpcMessage, bytes: usize) -> bool {
        match message {
            JsonRpcMessage::Request(call) => {
                self.open = self.open || opens_session(&call.request);
                let new = self.pending.opened(&call.id, bytes);
                if !new {
                    let text = "a request with this id is still open";
                    let error = ErrorData::invalid_request(text, None);
                    self.refuse(error, Some(call.id.clone()));
                }
                new
            }
            JsonRpcMessage::Notification(message) => {
                if let ClientNotification::CancelledNotification(cancelled) = &message.notification
                    && let Some(id) = &cancelled.params.request_id
                {
                    self.pending.closed(id);
                }
                self.open
            }
            JsonRpcMessage::Response(_) | JsonRpcMessage::Error(_) => self.open,
        }
    }

    /// Reads the line at hand; answers it here when it is no message.
    fn take_message(&mut self) -> Option<ClientJsonRpcMessage> {
        let line = self.lines.line();
        let bytes = line.len();
        let message = if line.is_empty() {
            None
        } else {
            let message = serde_json::from_slice(line).ok();
            if message.is_none()
                && let Some((error, id)) = refusal(line)
            {
                self.refuse(error, id);
            }
            message
        };
        self.lines.clear();
        message.filter(|message| self.admit(message, bytes))
    }

    /// Waits until another line may be read; `false` when the deadline comes first.
    ///
    /// Sees meanwhile that the client closes its end. Behind more lines than are kept
    /// that cannot be seen; then a client that has stopped to read counts as gone.
    async fn room(&mut self) -> bool {
        let pending = self.pending.clone();
        let mut room = pin!(pending.room());
        let mut full = false;
        loop {
            tokio::select! {
                biased;
                () = &mut room => return true,
                ahead = self.lines.look_ahead(), if self.deadline.is_none() && !full => match ahead {
                    Ok(Ahead::More) => full = true,
                    Ok(Ahead::End) => self.deadline = Some(Instant::now() + GRACE),
                    Err(error) => {
                        tracing::warn!(%error, "the input cannot be read");
                        self.deadline = Some(Instant::now() + GRACE);
                    }
                },
                () = pending.stalled(), if self.deadline.is_none() && full => {
                    tracing::warn!("the client writes and does not read");
                    self.deadline = Some(Instant::now());
                }
                () = sleep_until(self.deadline.unwrap_or_else(Instant::now)),
                    if self.deadline.is_some() => return false,
            }
        }
    }

    /// Gives open calls their time, then ends them.
    async fn drain(&mut self) {
        let deadline = *self.deadline.get_or_insert_with(|| Instant::now() + GRACE);
        if !self.pending.settle(deadline).await {
            tracing::warn!("the client has closed its end; calls still open are cut off");
            self.stop.cancel();
        }
    }
}

impl<R, W> Transport<RoleServer> for Stdio<R, W>
where
    R: AsyncRead + Send + Unpin,
    W: AsyncWrite + Send + Unpin + 'static,
{
    type Error = io::Error;

    fn send(
        &mut self,
        item: ServerJsonRpcMessage,
    ) -> impl Future<Output = io::Result<()>> + Send + 'static {
        let id = match &item {
            JsonRpcMessage::Response(answer) => Some(&answer.id),
            JsonRpcMessage::Error(answer) => answer.id.as_ref(),
            JsonRpcMessage::Request(_) | JsonRpcMessage::Notification(_) => None,
        };
        let (output, writing) = (self.output.clone(), self.pending.writes(id));
        async move {
            let written = output.write(&item).await;
            drop(writing);
            written
        }
    }

    async fn receive(&mut self) -> Option<ClientJsonRpcMessage> {
        while !self.ended && self.room().await {
            match self.lines.next().await {
                Ok(Line::Whole) => {
                    if let Some(message) = self.take_message() {
                        return Some(message);
                    }
                }
                Ok(Line::TooLong(id)) => {
                    let text = format!("the message is longer than {LONGEST_LINE} bytes");
                    self.refuse(ErrorData::invalid_request(text, None), id);
                }
                Ok(Line::End) => self.ended = true,
                Err(error) => {
                    tracing::warn!(%error, "the input cannot be read");
                    self.ended = true;
                }
            }
        }
        self.drain().await;
        None
    }

    async fn close(&mut self) -> io::Result<()> {
        // A write that nobody reads may hold it for ever.
        if let Ok(mut writer) = self.output.writer.try_lock() {
            writer.take();
        }
        Ok(())
    }
}

/// Where answers are written, one at a time.
struct Output<W> {
    writer: Arc<Mutex<Option<W>>>,
    /// Cancelled when nobody can read what is written.
    stop: CancellationToken,
}

impl<W> Clone for Output<W> {
    fn clone(&self) -> Self {
        Self {
            writer: Arc::clone(&self.writer),
            stop: self.stop.clone(),
        }
    }
}

impl<W: AsyncWrite + Unpin> Output<W> {
    async fn write(&self, message: &ServerJsonRpcMessage) -> io::Result<()> {
        let mut line = serde_json::to_vec(message)?;
        line.push(b'\n');
        let mut writer = self.writer.lock().await;
        let writer = writer.as_mut().ok_or(io::ErrorKind::NotConnected)?;
        let written = write_line(writer, &line).await;
        if written.is_err() {
            self.stop.cancel();
        }
        written
    }
}

async fn write_line(writer: &mut (impl AsyncWrite + Unpin), line: &[u8]) -> io::Result<()> {
    writer.write_all(line).await?;
    writer.flush().await
}

/// Whether rmcp leaves its handshake with this request.
///
/// The older revisions open with `initialize`, 2026-07-28 with any request that says
/// its version and capabilities itself. `server/discover` and `ping` open nothing.
fn opens_session(request: &ClientRequest) -> bool {
    match request {
        ClientRequest::InitializeRequest(_) => true,
        ClientRequest::PingRequest(_) | ClientRequest::DiscoverRequest(_) => false,
        request => {
            let meta = request.get_meta();
            meta.missing_required_keys(&ProtocolVersion::V_2026_07_28)
                .is_empty()
                && meta
                    .protocol_version()
                    .is_some_and(|version| ProtocolVersion::KNOWN_VERSIONS.contains(&version))
        }
    }
}

/// What to answer to a line that is no message; nothing to a notification.
fn refusal(line: &[u8]) -> Option<(ErrorData, Option<RequestId>)> {
    let value = match serde_json::from_slice::<serde_json::Value>(line) {
        Ok(value) => value,
        Err(error) => {
            let text = format!("the line is not JSON, at column {}", error.column());
            return Some((ErrorData::new(ErrorCode::PARSE_ERROR, text, None), None));
        }
    };
    if value.get("method").is_some() && value.get("id").is_none() {
        return None;
    }
    let id = value
        .get("id")
        .and_then(|id| serde_json::from_value(id.clone()).ok());
    let text = if value.is_array() {
        "batches are not part of MCP; send one message a line"
    } else {
        "the line is not a JSON-RPC 2.0 message"
    };
    Some((ErrorData::invalid_request(text, None), id))
}
