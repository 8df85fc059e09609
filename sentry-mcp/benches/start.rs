//! Prints how long the server takes to start, and how much memory it holds.
//!
//! ```sh
//! cargo bench --profile dist -p sentry-mcp --bench start
//! ```
//!
//! The server is started again and again without a token, as a client would start it. With
//! `SENTRY_MCP_PEER=/path/to/server` another stdio server is measured in the same run, turn
//! by turn, and the ratios are printed.

#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark prints, and takes its peer from the environment"
)]

use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const STARTS: usize = 60;
const INITIALIZE: &str = r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"bench","version":"1"}}}"#;
const INITIALIZED: &str = r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#;
const LIST: &str = r#"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#;

/// One start of a server.
struct Start {
    to_initialize: Duration,
    to_tools_list: Duration,
    resident_kib: u64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let own = env!("CARGO_BIN_EXE_sentry-mcp");
    let peer = std::env::var("SENTRY_MCP_PEER").ok();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        ours.push(start(own)?);
        if let Some(peer) = &peer {
            theirs.push(start(peer)?);
        }
    }
    let ours = report("sentry-mcp", &ours);
    if !theirs.is_empty() {
        let theirs = report("peer", &theirs);
        let [initialize, list, memory] = std::array::from_fn(|index| {
            let pair = (ours.get(index), theirs.get(index));
            pair.0
                .zip(pair.1)
                .map_or(f64::NAN, |(own, peer)| own / peer)
        });
        println!("ratio: initialize {initialize:.2}, tools/list {list:.2}, resident {memory:.2}");
    }
    Ok(())
}

fn start(command: &str) -> Result<Start, Box<dyn Error>> {
    let mut words = command.split_whitespace();
    let program = words.next().ok_or("no command")?;
    let began = Instant::now();
    let mut server = Command::new(program)
        .args(words)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut input = server.stdin.take().ok_or("no input")?;
    let mut output = BufReader::new(server.stdout.take().ok_or("no output")?);
    let mut line = String::new();

    writeln!(input, "{INITIALIZE}")?;
    output.read_line(&mut line)?;
    let to_initialize = began.elapsed();
    writeln!(input, "{INITIALIZED}\n{LIST}")?;
    output.read_line(&mut line)?;
    let to_tools_list = began.elapsed();
    if !line.contains("\"tools\"") {
        return Err(format!("{program} did not list its tools").into());
    }

    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id()))?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let resident = resident.and_then(|text| text.split_whitespace().next());
    let resident_kib = resident.ok_or("no VmRSS")?.parse()?;
    drop(input);
    server.wait()?;
    Ok(Start {
        to_initialize,
        to_tools_list,
        resident_kib,
    })
}

/// Prints the medians and gives them.
#[allow(clippy::cast_precision_loss, reason = "kibibytes of a small process")]
fn report(name: &str, starts: &[Start]) -> [f64; 3] {
    let milliseconds = |duration: &Duration| duration.as_secs_f64() * 1e3;
    let initialize = median(
        starts
            .iter()
            .map(|start| milliseconds(&start.to_initialize)),
    );
    let list = median(
        starts
            .iter()
            .map(|start| milliseconds(&start.to_tools_list)),
    );
    let memory = median(starts.iter().map(|start| start.resident_kib as f64));
    println!(
        "{name}: initialize {initialize:.2} ms, tools/list {list:.2} ms, resident {memory:.0} KiB (medians of {})",
        starts.len()
    );
    [initialize, list, memory]
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
