//! The examples of Sentry's own API description, read into the models.
//!
//! They are no part of the project: the tests take their folder from
//! `SENTRY_EXAMPLES_DIR`, or find it beside the project, and are skipped without them.

use http::Method;
use sentry_api::endpoints::Route;
use serde_json::Value;

use super::{beside, case, routes};
use crate::damage::sunk_by;
use crate::script::{Script, json};

struct Example {
    file: String,
    route: &'static Route,
    status: u16,
    body: Value,
}

/// The examples of the operations that have a type.
fn examples() -> Vec<Example> {
    let Some(folder) = beside("SENTRY_EXAMPLES_DIR", "contract/examples") else {
        return Vec::new();
    };
    let index = std::fs::read_to_string(folder.join("index.jsonl")).unwrap();
    let lines = index
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let examples = lines.filter_map(|line: Value| {
        let method: Method = line["method"].as_str()?.parse().unwrap();
        let is_its = |route: &&Route| route.method == method && line["path"] == route.path;
        let file = line["file"].as_str()?.to_owned();
        let body = std::fs::read_to_string(folder.join(&file)).unwrap();
        Some(Example {
            route: routes().find(is_its)?,
            status: u16::try_from(line["status"].as_u64()?).unwrap(),
            body: serde_json::from_str(&body).unwrap(),
            file,
        })
    });
    examples.collect()
}

/// Whatever the model names has the value that it had.
fn lost_nothing(written: &Value, original: &Value, at: &str) {
    match (written, original) {
        (Value::Object(written), Value::Object(original)) => {
            for (key, value) in written {
                match original.get(key) {
                    Some(original) => lost_nothing(value, original, &format!("{at}.{key}")),
                    None => assert!(is_nothing(value), "{at}.{key} was made up: {value}"),
                }
            }
        }
        (Value::Array(written), Value::Array(original)) => {
            assert_eq!(written.len(), original.len(), "{at}");
            for (number, (written, original)) in written.iter().zip(original).enumerate() {
                lost_nothing(written, original, &format!("{at}[{number}]"));
            }
        }
        // Ids become text, counts numbers, times one shape.
        (written, original) if is_nothing(written) => {
            assert!(is_nothing(original), "{at}: {original} was lost");
        }
        (Value::String(_) | Value::Number(_), Value::String(_) | Value::Number(_)) => {}
        (written, original) => assert_eq!(written, original, "{at}"),
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.values().all(is_nothing),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

#[tokio::test]
async fn official_examples_decode_and_lose_nothing() {
    let examples = examples();
    for example in &examples {
        let script = Script::acts([json(example.status, example.body.to_string())]);
        let read = (case(example.route.name).least)(script.client()).await;
        let read = read.unwrap_or_else(|error| panic!("{}: {error}", example.file));
        lost_nothing(&read.model, &example.body, &example.file);
        assert!(read.is_stable, "{}: it reads otherwise again", example.file);
    }
    eprintln!("{} official examples were read", examples.len());
}

#[tokio::test]
async fn no_damaged_value_costs_an_official_example() {
    for example in examples() {
        let run = case(example.route.name).least;
        let sunk = sunk_by(
            example.body,
            |client| async move { run(client).await.map(drop) },
        );
        assert_eq!(sunk.await, "", "{}", example.file);
    }
}
