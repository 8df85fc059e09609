//! The program, as a person or a client starts it.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::sandbox::untagged;

/// The program in an environment that says nothing.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sentry-mcp"));
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nobody");
    std::fs::create_dir_all(&home).unwrap();
    command
        .args(arguments)
        .env_clear()
        .env("HOME", &home)
        .current_dir(&home)
        .stdin(Stdio::null());
    command
}

fn run(command: &mut Command) -> (i32, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        status.code().unwrap(),
        untagged(&text(stdout)),
        text(stderr),
    )
}

#[test]
fn the_main_command_of_the_readme() {
    let query = "query=is:unresolved level:error";
    let (code, stdout, stderr) = run(&mut program(&["--demo", "call", "search_issues", query]));
    assert_eq!((code, stderr.as_str()), (0, ""));
    let lines: Vec<_> = stdout.lines().collect();
    assert_eq!(
        lines[0],
        "`is:unresolved level:error` in `acme`: 10 of 40 issues"
    );
    assert_eq!(lines.len(), 1 + 1 + 20 + 1 + 1);
}

#[test]
fn a_call_prints_its_structure_too() {
    let arguments = [
        "--demo",
        "call",
        "--json",
        "search_issues",
        "limit=2",
        "project=shop-api,shop-web",
        "status=all",
    ];
    let (code, stdout, _) = run(&mut program(&arguments));
    assert_eq!(code, 0);
    let answer: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(answer["issues"].as_array().unwrap().len(), 2);
}

#[test]
fn failures_have_a_status_of_their_own() {
    let (code, stdout, _) = run(&mut program(&["call", "whoami"]));
    assert_eq!(code, 1);
    assert!(stdout.starts_with("SENTRY_NOT_CONFIGURED: "), "{stdout}");
    for (arguments, expected) in [
        (
            ["--demo", "call", "nothing", ""].as_slice(),
            "there is no tool nothing",
        ),
        (
            &["--demo", "call", "whoami", "name"],
            "`name` is no argument; write name=value",
        ),
        (
            &["--demo", "call", "search_issues", "limit=1", "limit=2"],
            "limit is given twice",
        ),
    ] {
        let (code, stdout, stderr) = run(&mut program(arguments));
        assert_eq!((code, stdout.as_str()), (2, ""), "{stderr}");
        assert!(stderr.contains(expected), "{stderr}");
    }
    assert_eq!(run(&mut program(&["--no-such-flag"])).0, 2);
    assert_eq!(run(&mut program(&["--timeout", "soon"])).0, 2);
}

#[test]
fn help_and_tools_for_people() {
    assert_snapshot!(run(&mut program(&["--help"])).1);
    assert_snapshot!(run(&mut program(&["tools"])).1);
    let (code, stdout, _) = run(&mut program(&["tools", "--json"]));
    assert_eq!(code, 0);
    assert!(serde_json::from_str::<Vec<Value>>(&stdout).unwrap().len() >= 6);
}

#[test]
fn the_doctor_says_what_to_do() {
    let (code, stdout, _) = run(&mut program(&["--demo", "doctor"]));
    assert_snapshot!(stdout);
    assert_eq!(code, 0);
    let (code, stdout, _) = run(&mut program(&["doctor"]));
    assert_snapshot!(stdout);
    assert_eq!(code, 1);
    // Nobody listens on this port, which only the system can give out.
    let mut unreachable = program(&["doctor"]);
    unreachable
        .env("SENTRY_AUTH_TOKEN", "t")
        .env("SENTRY_URL", "http://127.0.0.1:1")
        .env("SENTRY_TIMEOUT", "5");
    let (code, stdout, _) = run(&mut unreachable);
    assert_eq!(code, 1);
    for text in [
        "FAIL  server        http://127.0.0.1:1 cannot be reached",
        "cause: ",
        "check the host in SENTRY_URL",
    ] {
        assert!(stdout.contains(text), "{stdout}");
    }
    let mut wrong = program(&["doctor"]);
    wrong
        .env("SENTRY_AUTH_TOKEN", "${TOKEN}")
        .env("SENTRY_URL", "http://sentry.example.com");
    let (code, stdout, _) = run(&mut wrong);
    assert_snapshot!(stdout);
    assert_eq!(code, 1);
}

#[test]
fn a_home_that_is_no_folder_of_its_own_is_not_the_working_tree() {
    let tree = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cloned");
    std::fs::create_dir_all(&tree).unwrap();
    let text = "[auth]\ntoken=t\n[defaults]\nurl=http://127.0.0.1:9\n";
    std::fs::write(tree.join(".sentryclirc"), text).unwrap();
    for home in ["", "."] {
        let mut command = program(&["doctor"]);
        let (code, stdout, _) = run(command.env("HOME", home).current_dir(&tree));
        assert_eq!(code, 1);
        assert!(!stdout.contains("127.0.0.1"), "{stdout}");
        assert!(stdout.contains("FAIL  token         none"), "{stdout}");
    }
}

#[cfg(unix)]
#[test]
fn sources_of_a_token_that_cannot_be_read_are_named() {
    use std::os::unix::ffi::OsStrExt as _;

    let mut command = program(&["call", "whoami"]);
    command.env("SENTRY_TOKEN", std::ffi::OsStr::from_bytes(b"\xff"));
    let (code, stdout, _) = run(&mut command);
    assert_eq!(code, 1);
    assert!(
        stdout.contains("the token of SENTRY_TOKEN is not UTF-8"),
        "{stdout}"
    );

    // Opening it would wait for somebody to write.
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("piped");
    let _ = std::fs::remove_dir_all(&home);
    std::fs::create_dir_all(&home).unwrap();
    let made = Command::new("mkfifo")
        .arg(home.join(".sentryclirc"))
        .status();
    assert!(made.unwrap().success());
    let (code, stdout, _) = run(program(&["call", "whoami"]).env("HOME", &home));
    assert_eq!(code, 1);
    assert!(stdout.contains("it is no file"), "{stdout}");
}

#[test]
fn an_answer_cannot_be_cut_to_less_than_its_first_lines() {
    for tokens in ["0", "199", "-1", "few"] {
        let argument = format!("--max-output-tokens={tokens}");
        let (code, _, stderr) = run(&mut program(&[&argument, "tools"]));
        assert_eq!(code, 2);
        assert!(stderr.contains("from 200 on"), "{stderr}");
    }
    assert_eq!(
        run(&mut program(&["--max-output-tokens=200", "tools"])).0,
        0
    );
}

#[test]
fn a_port_in_use_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let (code, _, stderr) = run(&mut program(&["sandbox", "--port", &port]));
    assert_eq!(code, 1);
    let expected = format!("error: 127.0.0.1:{port} cannot be listened on: ");
    assert!(stderr.starts_with(&expected), "{stderr}");
}

/// A served sandbox, which ends when its input closes.
struct Served {
    child: Child,
    url: String,
    token: String,
}

impl Served {
    fn start() -> Self {
        let mut command = program(&["sandbox", "--port", "0"]);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (url, token) = (
            lines.next().unwrap().unwrap(),
            lines.next().unwrap().unwrap(),
        );
        assert!(url.starts_with("http://127.0.0.1:"), "{url}");
        Self { child, url, token }
    }

    fn program(&self, arguments: &[&str], token: &str) -> Command {
        let mut command = program(arguments);
        command
            .env("SENTRY_URL", &self.url)
            .env("SENTRY_AUTH_TOKEN", token);
        command
    }

    fn stop(mut self) {
        drop(self.child.stdin.take());
        assert!(self.child.wait().unwrap().success());
    }
}

/// What of a search does not depend on the moment it was made.
fn essence(json: &str) -> Vec<Value> {
    let answer: Value = serde_json::from_str(json).unwrap();
    let issue = |issue: &Value| {
        json!([
            issue["id"],
            issue["shortId"],
            issue["title"],
            issue["count"],
            issue["status"]
        ])
    };
    answer["issues"]
        .as_array()
        .unwrap()
        .iter()
        .map(issue)
        .collect()
}

#[test]
fn a_served_sandbox_gives_the_same_over_http() {
    let served = Served::start();
    let call = [
        "call",
        "--json",
        "search_issues",
        "query=is:unresolved level:error",
    ];
    let (code, over_http, stderr) = run(&mut served.program(&call, &served.token));
    assert_eq!((code, stderr.as_str()), (0, ""), "{over_http}");
    // Neither says an organization: the token of a served sandbox does.
    let (_, in_process, _) = run(&mut program(&[
        "--demo",
        "call",
        "--json",
        "search_issues",
        "query=is:unresolved level:error",
    ]));
    assert_eq!(essence(&over_http), essence(&in_process));

    let (code, stdout, _) = run(&mut served.program(&["doctor"], &served.token));
    assert_eq!(code, 0, "{stdout}");
    let (code, stdout, _) = run(&mut served.program(&["doctor"], "sntryu_wrong"));
    assert_eq!(code, 1);
    assert!(
        stdout.contains("FAIL  token         SENTRY_AUTH_FAILED"),
        "{stdout}"
    );
    assert!(!stdout.contains("sntryu_wrong"), "{stdout}");
    served.stop();
}

/// Runs the stdio server over these lines and gives its output.
fn converse(command: &mut Command, lines: &[Value]) -> (i32, Vec<Value>, String) {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    for line in lines {
        writeln!(input, "{line}").unwrap();
    }
    drop(input);
    let (mut stdout, mut stderr) = (String::new(), String::new());
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut stdout)
        .unwrap();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut stderr)
        .unwrap();
    let answers = stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    (child.wait().unwrap().code().unwrap(), answers, stderr)
}

fn hello() -> Vec<Value> {
    vec![
        json!({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
            "protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "suite", "version": "1"}}}),
        json!({"jsonrpc": "2.0", "method": "notifications/initialized"}),
    ]
}

fn call(id: u32, tool: &str, arguments: &Value) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": {"name": tool, "arguments": arguments}})
}

#[test]
fn the_output_is_protocol_alone_and_logs_hold_no_data() {
    let mut lines = hello();
    lines.push(json!({"jsonrpc": "2.0", "id": 1, "method": "tools/list"}));
    lines.push(call(2, "get_issue", &json!({"issue": "SHOP-WEB-2K"})));
    lines.push(call(
        3,
        "search_issues",
        &json!({"query": "level:error secret-of-the-user"}),
    ));
    let (code, answers, stderr) = converse(&mut program(&["--demo", "--log", "trace"]), &lines);
    assert_eq!(code, 0);
    let mut ids: Vec<_> = answers
        .iter()
        .map(|answer| answer["id"].as_u64().unwrap())
        .collect();
    ids.sort_unstable();
    assert_eq!(ids, [0, 1, 2, 3]);
    assert!(stderr.contains("get_issue"), "{stderr}");
    for data in ["WidgetError", "secret-of-the-user", "npx", "SHOP-WEB-2K"] {
        assert!(!stderr.contains(data), "{data}: {stderr}");
    }
}

#[test]
fn a_client_that_says_nothing_or_only_probes_is_no_failure() {
    let probe = json!({"jsonrpc": "2.0", "id": 1, "method": "server/discover", "params": {"_meta": {
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": {}}}});
    for lines in [vec![], vec![probe]] {
        let (code, answers, stderr) = converse(&mut program(&[]), &lines);
        assert_eq!((code, stderr.as_str()), (0, ""));
        assert_eq!(answers.len(), lines.len());
    }
}

#[test]
fn a_token_is_found_nowhere() {
    let token = "canary-token-of-the-suite";
    let served = Served::start();
    for url in [
        served.url.as_str(),
        "http://127.0.0.1:1",
        "https://sentry.invalid",
    ] {
        let mut lines = hello();
        lines.push(call(1, "whoami", &json!({})));
        lines.push(call(2, "search_issues", &json!({})));
        let mut command = served.program(&["--log", "trace", "--timeout", "3"], token);
        let (code, answers, stderr) = converse(command.env("SENTRY_URL", url), &lines);
        assert_eq!(code, 0);
        let all = format!("{}{stderr}", Value::from(answers));
        assert!(!all.contains("canary"), "{url}: {all}");
        for command in [["doctor", "--log=trace"], ["call", "whoami"]] {
            let mut command = served.program(&command, token);
            let (code, stdout, stderr) =
                run(command.env("SENTRY_URL", url).env("SENTRY_TIMEOUT", "3"));
            assert_eq!(code, 1);
            assert!(
                !format!("{stdout}{stderr}").contains("canary"),
                "{url}: {stdout}{stderr}"
            );
        }
    }
}
