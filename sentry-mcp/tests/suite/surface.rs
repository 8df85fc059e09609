//! What every client loads: the tools, their schemas, and what they cost.

use insta::assert_json_snapshot;
use sentry_mcp::{Config, Server};
use serde_json::{Value, json};
use tiktoken_rs::o200k_base_singleton;

use crate::client::Client;
use crate::sandbox::Place;

fn tools() -> Vec<Value> {
    let tools = Server::new(Config::demo()).tools();
    tools
        .iter()
        .map(|tool| serde_json::to_value(tool).unwrap())
        .collect()
}

#[test]
fn the_tools_as_clients_get_them() {
    for tool in tools() {
        let name = tool["name"].as_str().unwrap().to_owned();
        assert_json_snapshot!(format!("tool_{name}"), tool);
    }
}

#[test]
fn every_tool_says_what_it_does_and_costs_little() {
    let encoding = o200k_base_singleton();
    let mut total = 0;
    for tool in tools() {
        let name = tool["name"].as_str().unwrap();
        assert!(
            name.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_'),
            "{name}"
        );
        assert!(
            tool["title"].is_string() && tool["description"].is_string(),
            "{name}"
        );
        for hint in [
            "readOnlyHint",
            "destructiveHint",
            "idempotentHint",
            "openWorldHint",
        ] {
            assert!(tool["annotations"][hint].is_boolean(), "{name} {hint}");
        }
        let seen = json!({"name": name, "description": tool["description"], "inputSchema": tool["inputSchema"]});
        let cost = encoding.encode_ordinary(&seen.to_string()).len();
        assert!(cost <= 300, "{name} costs {cost}");
        total += cost;
    }
    assert!(total <= 1_100, "{total}");
}

/// The tables of tools are written by hand.
#[test]
fn both_readmes_name_every_tool() {
    for readme in ["README.md", "../README.md"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(readme);
        let text = std::fs::read_to_string(path).unwrap();
        let rows: String = text
            .lines()
            .filter(|line| line.starts_with("| `"))
            .collect();
        for tool in tools() {
            let name = format!("`{}`", tool["name"].as_str().unwrap());
            assert!(rows.contains(&name), "{readme} has no row with {name}");
        }
    }
}

#[test]
fn no_schema_holds_what_some_model_refuses() {
    for tool in tools() {
        let schema = &tool["inputSchema"];
        assert_eq!(schema["type"], "object", "{tool}");
        assert_eq!(schema["additionalProperties"], false, "{tool}");
        walk(schema, &mut |key, value| {
            assert!(
                ![
                    "$schema", "$ref", "$defs", "anyOf", "oneOf", "allOf", "format", "title"
                ]
                .contains(&key),
                "{tool}"
            );
            assert!(key != "type" || value.is_string(), "{tool}");
            assert!(key != "default" || !value.is_null(), "{tool}");
        });
    }
}

/// Calls `found` for each keyword; names of arguments are none.
fn walk(schema: &Value, found: &mut impl FnMut(&str, &Value)) {
    for (key, value) in schema.as_object().into_iter().flatten() {
        found(key, value);
        if key == "properties" {
            value
                .as_object()
                .unwrap()
                .values()
                .for_each(|property| walk(property, found));
        } else {
            walk(value, found);
        }
    }
}

#[tokio::test]
async fn every_tool_refuses_arguments_it_does_not_have() {
    let place = Place::new();
    for tool in tools() {
        let name: &'static str = tool["name"].as_str().unwrap().to_owned().leak();
        let (code, text) = place.refused(name, json!({"no_such_argument": 1})).await;
        assert_eq!(code, "SENTRY_INVALID_ARGUMENT", "{name}: {text}");
        assert!(
            text.contains("no argument `no_such_argument`"),
            "{name}: {text}"
        );
        for argument in tool["inputSchema"]["properties"]
            .as_object()
            .into_iter()
            .flatten()
        {
            assert!(
                text.contains(argument.0.as_str()),
                "{name} {}: {text}",
                argument.0
            );
        }
    }
}

#[tokio::test]
async fn the_resource_reads_fresh() {
    let place = Place::new();
    let mut client = Client::initialized(place.server.clone()).await;
    let list = client
        .ask(json!({"jsonrpc": "2.0", "id": 1, "method": "resources/list"}))
        .await;
    assert_json_snapshot!(list["result"]["resources"]);
    let read = |id: u32, uri: &str| json!({"jsonrpc": "2.0", "id": id, "method": "resources/read", "params": {"uri": uri}});
    for id in 2..4 {
        let answer = client.ask(read(id, "sentry://issues/recent")).await;
        let text = answer["result"]["contents"][0]["text"].as_str().unwrap();
        assert!(
            text.starts_with("`is:unresolved` in `acme`: 10 of "),
            "{text}"
        );
        crate::reading::assert_fenced(&crate::sandbox::untagged(text), &Value::Null);
        assert_eq!(
            place.requests(),
            ["GET /api/0/organizations/acme/issues/ 200"]
        );
    }
    let answer = client.ask(read(5, "sentry://issues/none")).await;
    assert_eq!(answer["error"]["code"], -32002);

    let mut client = Client::initialized(Server::new(crate::sandbox::config([]))).await;
    let answer = client.ask(read(1, "sentry://issues/recent")).await;
    assert_eq!(answer["error"]["data"]["code"], "SENTRY_NOT_CONFIGURED");
}
