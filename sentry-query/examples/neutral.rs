//! Reads lines `{"query", "dialect"}` on stdin and prints the neutral tree of each as a JSON line:
//! `{"ok", "ast", "bool", "bool_error", "error"}`.

#[path = "neutral/tree.rs"]
mod tree;

use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let answer = match serde_json::from_str::<serde_json::Value>(&line) {
            Ok(input) => tree::answer(&input),
            Err(error) => serde_json::json!({ "ok": false, "error": format!("no JSON: {error}") }),
        };
        writeln!(out, "{answer}")?;
    }
    out.flush()
}
