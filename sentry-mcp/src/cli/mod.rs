//! The command line.

mod call;
mod doctor;
mod sandbox;
mod tools;

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{Config, Flags};
use crate::server::Server;
use crate::stdio;

/// What `--help` says of the environment.
const ENVIRONMENT: &str = "\
Environment, where no flag says otherwise:
  SENTRY_AUTH_TOKEN            the token; it has no flag, since others can read command lines
  SENTRY_URL                   base URL of a self-hosted server
  SENTRY_ORG, SENTRY_PROJECT   defaults of calls that name none
  SENTRY_CUSTOM_HEADERS        more headers, as `Name: value; Name: value`
  SENTRY_TIMEOUT, SENTRY_MAX_CALLS_PER_MINUTE, SENTRY_MCP_LOG

What is not set there is taken from ~/.sentryclirc, the file of sentry-cli.";

/// Lets agents work with Sentry: an MCP server, and its tools as commands
///
/// Without a command it serves MCP over standard input and output.
#[derive(Debug, Parser)]
#[command(name = "sentry-mcp", version, max_term_width = 100, after_help = ENVIRONMENT)]
#[non_exhaustive]
pub struct Cli {
    /// What applies to every command.
    #[command(flatten)]
    pub flags: Flags,

    /// What to do instead of serving.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What the program can do besides serving over stdio.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum Command {
    /// Run one tool and print its answer
    Call(call::Call),
    /// List the tools and their arguments
    Tools(tools::Tools),
    /// Check configuration, server, token, scopes and organization
    Doctor(doctor::Doctor),
    /// Serve the sandbox over HTTP on this machine, for any Sentry client
    Sandbox(sandbox::Sandbox),
}

impl Cli {
    /// Carries the command out.
    ///
    /// # Errors
    ///
    /// Fails when the streams of the process cannot be used.
    pub async fn run(self, config: Config) -> io::Result<ExitCode> {
        let output = &mut io::stdout();
        match self.command {
            None => serve(config).await,
            Some(Command::Call(call)) => call.run(&Server::new(config), output).await,
            Some(Command::Tools(tools)) => tools.run(&Server::new(config), output),
            Some(Command::Doctor(doctor)) => doctor.run(&Server::new(config), output).await,
            Some(Command::Sandbox(sandbox)) => sandbox.run(output).await,
        }
    }
}

async fn serve(config: Config) -> io::Result<ExitCode> {
    if io::stdin().is_terminal() {
        writeln!(
            io::stderr(),
            "sentry-mcp serves MCP and waits for a client's messages on standard input.\n\
             It is meant to be started by an MCP client; `sentry-mcp --help` lists commands for people.\n\
             Ctrl-D ends it."
        )?;
    }
    stdio::serve(Server::new(config)).await?;
    Ok(ExitCode::SUCCESS)
}
