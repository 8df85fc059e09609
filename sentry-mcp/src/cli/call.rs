//! `sentry-mcp call`: runs one tool and prints its answer.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use rmcp::model::{ContentBlock, JsonObject, Tool};
use serde_json::Value;

use crate::server::Server;

/// Run one tool and print its answer
#[derive(Debug, Args)]
pub struct Call {
    /// Name of the tool; `sentry-mcp tools` lists them
    tool: String,

    /// Arguments of the tool; lists as a=x,y
    #[arg(value_name = "NAME=VALUE")]
    arguments: Vec<String>,

    /// Print the structured answer as JSON instead of the text
    #[arg(long)]
    json: bool,
}

impl Call {
    pub(super) async fn run(
        self,
        server: &Server,
        output: &mut impl Write,
    ) -> io::Result<ExitCode> {
        let Some(tool) = server
            .tools()
            .into_iter()
            .find(|tool| tool.name == self.tool.as_str())
        else {
            return refuse(&format!(
                "there is no tool {}; see `sentry-mcp tools`",
                self.tool
            ));
        };
        let arguments = match read_arguments(&tool, &self.arguments) {
            Ok(arguments) => arguments,
            Err(text) => return refuse(&text),
        };
        let result = match server.call(self.tool, arguments).await {
            Ok(result) => result,
            Err(error) => return refuse(&error.message),
        };
        if self.json {
            let structured = result.structured_content.unwrap_or_default();
            serde_json::to_writer_pretty(&mut *output, &structured)?;
            writeln!(output)?;
        } else {
            for text in result.content.iter().filter_map(ContentBlock::as_text) {
                writeln!(output, "{}", text.text)?;
            }
        }
        output.flush()?;
        let failed = result.is_error == Some(true);
        Ok(if failed {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }
}

fn refuse(text: &str) -> io::Result<ExitCode> {
    writeln!(io::stderr(), "error: {text}")?;
    Ok(ExitCode::from(2))
}

/// Reads `name=value` pairs as the tool's schema has them.
fn read_arguments(tool: &Tool, pairs: &[String]) -> Result<JsonObject, String> {
    let mut arguments = JsonObject::new();
    for pair in pairs {
        let Some((name, text)) = pair.split_once('=') else {
            return Err(format!("`{pair}` is no argument; write name=value"));
        };
        let kind = tool
            .input_schema
            .get("properties")
            .and_then(|properties| properties.get(name)?.get("type")?.as_str());
        let value = read_value(kind, text);
        match (arguments.get_mut(name), value) {
            (None, value) => {
                arguments.insert(name.to_owned(), value);
            }
            (Some(Value::Array(values)), Value::Array(more)) => values.extend(more),
            (Some(_), _) => return Err(format!("{name} is given twice")),
        }
    }
    Ok(arguments)
}

/// A text that is no value of the kind stays one: the tool says what is wrong with it.
fn read_value(kind: Option<&str>, text: &str) -> Value {
    let json = || serde_json::from_str(text).ok();
    match kind {
        Some("boolean") => json().filter(Value::is_boolean),
        Some("integer" | "number") => json().filter(Value::is_number),
        Some("object") => json().filter(Value::is_object),
        Some("array") => json()
            .filter(Value::is_array)
            .or_else(|| Some(text.split(',').map(Value::from).collect())),
        _ => None,
    }
    .unwrap_or_else(|| Value::from(text))
}
