//! Prints how long tools take when each answer of Sentry takes 50 ms.
//!
//! ```sh
//! cargo bench --profile dist -p sentry-mcp --bench round_trip
//! ```
//!
//! The program asks a sandbox that is served on loopback HTTP, as it would ask Sentry, and
//! is asked over stdio, as a client would ask it. The first call of a tool also opens the
//! connection; the median is over the calls after it.

#![allow(missing_docs, clippy::print_stdout, reason = "a benchmark prints")]

use std::error::Error;
use std::io::{BufRead, BufReader, Lines, Write};
use std::net::Ipv4Addr;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use sentry_fixtures::{Fault, Sandbox};
use serde_json::{Value, json};

const LATENCY: Duration = Duration::from_millis(50);
const CALLS: usize = 40;

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let sandbox = Sandbox::new();
    sandbox.inject(Fault::latency(LATENCY).times(u32::MAX));
    let served = runtime.block_on(async { sandbox.serve((Ipv4Addr::LOCALHOST, 0).into()) })?;
    let mut session = Session::start(&served.url())?;
    for (tool, arguments) in [
        (
            "search_issues",
            json!({"query": "is:unresolved level:error"}),
        ),
        ("get_issue", json!({"issue": "SHOP-API-1F"})),
        ("get_issue", json!({"issue": "7100100037"})),
        ("list_projects", json!({})),
    ] {
        session.measure(tool, &arguments)?;
    }
    let requests = sandbox.requests().len();
    println!("{requests} requests in all");
    session.end()
}

/// A running server and its client's end.
struct Session {
    server: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
    id: u64,
}

impl Session {
    fn start(url: &str) -> Result<Self, Box<dyn Error>> {
        let mut server = Command::new(env!("CARGO_BIN_EXE_sentry-mcp"))
            .env_clear()
            .env("SENTRY_URL", url)
            .env("SENTRY_AUTH_TOKEN", Sandbox::TOKEN)
            .env("SENTRY_ORG", "acme")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let input = server.stdin.take().ok_or("no input")?;
        let output = BufReader::new(server.stdout.take().ok_or("no output")?).lines();
        let mut session = Self {
            server,
            input,
            output,
            id: 0,
        };
        let hello = json!({"protocolVersion": "2025-11-25", "capabilities": {},
            "clientInfo": {"name": "bench", "version": "1"}});
        session.ask("initialize", &hello)?;
        writeln!(
            session.input,
            r#"{{"jsonrpc":"2.0","method":"notifications/initialized"}}"#
        )?;
        Ok(session)
    }

    fn ask(&mut self, method: &str, params: &Value) -> Result<Value, Box<dyn Error>> {
        self.id += 1;
        let message = json!({"jsonrpc": "2.0", "id": self.id, "method": method, "params": params});
        writeln!(self.input, "{message}")?;
        let line = self.output.next().ok_or("the server has closed")??;
        Ok(serde_json::from_str(&line)?)
    }

    fn measure(&mut self, tool: &str, arguments: &Value) -> Result<(), Box<dyn Error>> {
        let params = json!({"name": tool, "arguments": arguments});
        let mut times = Vec::with_capacity(CALLS);
        for _ in 0..=CALLS {
            let began = Instant::now();
            let answer = self.ask("tools/call", &params)?;
            times.push(began.elapsed().as_secs_f64() * 1e3);
            if answer.pointer("/result/isError") == Some(&Value::Bool(true)) {
                return Err(format!("{tool} {arguments}: {answer}").into());
            }
        }
        let first = times.remove(0);
        times.sort_by(f64::total_cmp);
        let at = |index: usize| times.get(index).copied().unwrap_or(f64::NAN);
        let (median, worst) = (at(CALLS / 2), at(CALLS - 1));
        println!(
            "{tool} {arguments}: median {median:.1} ms, worst {worst:.1} ms, first {first:.1} ms"
        );
        Ok(())
    }

    fn end(mut self) -> Result<(), Box<dyn Error>> {
        drop(self.input);
        self.server.wait()?;
        Ok(())
    }
}
