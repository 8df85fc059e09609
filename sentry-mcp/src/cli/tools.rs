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
        let about = about(property);
        let mark = if required.contains(&name.as_str()) {
            " (required)"
        } else {
            ""
        };
        writeln!(output, "    {:<16}{about}{mark}", format!("{name}="))?;
    }
    writeln!(output)
}

/// What an argument is, and what it may be.
fn about(property: &Value) -> String {
    let choices = property
        .get("enum")
        .or_else(|| property.get("items")?.get("enum"));
    let choices = choices.and_then(Value::as_array).map(|choices| {
        let names: Vec<_> = choices.iter().filter_map(Value::as_str).collect();
        names.join(", ")
    });
    let bounds = match (property.get("minimum"), property.get("maximum")) {
        (Some(least), Some(most)) => Some(format!("{least} to {most}")),
        _ => None,
    };
    let description = property.get("description").and_then(Value::as_str);
    let kind = property.get("type").and_then(Value::as_str);
    let parts = [description.map(str::to_owned), choices, bounds];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        kind.unwrap_or_default().to_owned()
    } else {
        text
    }
}
