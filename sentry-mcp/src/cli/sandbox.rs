//! `sentry-mcp sandbox`: serves the sandbox on this machine.

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use sentry_fixtures::Sandbox as Fixtures;
use tokio::io::{AsyncReadExt as _, Stdin};
use tokio::time::timeout;

/// Serve the sandbox over HTTP on this machine, for any Sentry client
///
/// Prints its URL and a token for it, a line each, and serves until Ctrl-C, or until a pipe
/// on its standard input closes.
#[derive(Debug, Args)]
pub struct Sandbox {
    /// Port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    port: u16,
}

/// How long an input that is closed already may take to show it.
const CLOSED_WITHIN: Duration = Duration::from_millis(50);

impl Sandbox {
    pub(super) async fn run(self, output: &mut impl Write) -> io::Result<ExitCode> {
        let holder = Holder::find().await;
        let sandbox = Fixtures::new();
        // Says its organization itself, so that a client needs no more than these lines.
        let token = Fixtures::ORGANIZATION_TOKEN;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let served = sandbox.serve(address).map_err(|error| {
            let text = format!("{address} cannot be listened on: {error}");
            io::Error::new(error.kind(), text)
        })?;
        writeln!(output, "{}\n{token}", served.url())?;
        output.flush()?;
        writeln!(
            io::stderr(),
            "serving the sandbox; use it with SENTRY_URL={} SENTRY_AUTH_TOKEN={token}",
            served.url()
        )?;
        tokio::select! {
            interrupted = tokio::signal::ctrl_c() => interrupted?,
            () = holder.lets_go() => {}
        }
        served.shutdown().await;
        Ok(ExitCode::SUCCESS)
    }
}

/// Whoever holds the other end of the standard input, if anyone does.
enum Holder {
    Someone(Stdin),
    Nobody,
}

impl Holder {
    /// An input that is no pipe, or closed from the start as that of many a background
    /// job, is held by nobody.
    async fn find() -> Self {
        if !is_pipe() {
            return Self::Nobody;
        }
        let mut input = tokio::io::stdin();
        match timeout(CLOSED_WITHIN, input.read_u8()).await {
            Ok(Err(_)) => Self::Nobody,
            Ok(Ok(_)) | Err(_) => Self::Someone(input),
        }
    }

    async fn lets_go(self) {
        let Self::Someone(mut input) = self else {
            return std::future::pending().await;
        };
        while input.read_u8().await.is_ok() {}
    }
}

#[cfg(unix)]
fn is_pipe() -> bool {
    use std::os::fd::AsFd as _;
    use std::os::unix::fs::FileTypeExt as _;

    let input = io::stdin()
        .as_fd()
        .try_clone_to_owned()
        .map(std::fs::File::from);
    input
        .and_then(|input| input.metadata())
        .is_ok_and(|input| input.file_type().is_fifo() || input.file_type().is_socket())
}

#[cfg(not(unix))]
fn is_pipe() -> bool {
    false
}
