//! `sentry-mcp tools`: lists the tools.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use rmcp::model::Tool;
use serde_json::Value;

use crate::server::Server;

/// List the tools and their arguments
#[derive(Debug, Args)]
pub struct Tools {
    /// Print them as clients get them
    #[arg(long)]
    json: bool,
}

impl Tools {
    pub(super) fn run(self, server: &Server, output: &mut impl Write) -> io::Result<ExitCode> {
        let tools = server.tools();
        if self.json {
            serde_json::to_writer_pretty(&mut *output, &tools)?;
            writeln!(output)?;
        } else {
            for tool in &tools {
                print(tool, output)?;
            }
        }
        output.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}

fn print(tool: &Tool, output: &mut impl Write) -> io::Result<()> {
    let description = tool.description.as_deref().unwrap_or_default();
    writeln!(output, "{}\n    {description}", tool.name)?;
    let schema = &tool.input_schema;
    let required: Vec<_> = schema
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        let about = property
            .get("description")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let mark = if required.contains(&name.as_str()) {
            " (required)"
        } else {
            ""
        };
        writeln!(output, "    {:<16}{about}{mark}", format!("{name}="))?;
    }
    writeln!(output)
}
