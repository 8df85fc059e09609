//! The program `sentry-mcp`.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use sentry_mcp::cli::Cli;
use sentry_mcp::config::{Config, Environment};
use sentry_mcp::log;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let config = Config::resolve(&cli.flags, Environment::of_process());
    log::start(config.log());
    run(cli, config).unwrap_or_else(|error| {
        // A reader that has seen enough, such as `head`, is no failure of ours.
        if error.kind() == io::ErrorKind::BrokenPipe {
            return ExitCode::SUCCESS;
        }
        let _ = writeln!(io::stderr(), "error: {error}");
        ExitCode::FAILURE
    })
}

fn run(cli: Cli, config: Config) -> io::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let code = runtime.block_on(cli.run(config));
    // A read of a terminal or a file runs on a thread that nothing can end.
    runtime.shutdown_background();
    code
}
