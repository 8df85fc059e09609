//! Tidies the schemas that tools advertise.

use std::sync::Arc;

use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::model::JsonObject;
use serde_json::Value;

/// Tidies the input schema of every tool of `router`.
///
/// Models pay for each token of a schema, and some model APIs refuse `$schema`,
/// `format`, `anyOf` and unions with `null`. So those go: an optional argument is one
/// that is not required, and a default of `null` says nothing.
pub(crate) fn tidy_all<S: Send + Sync + 'static>(router: &mut ToolRouter<S>) {
    for route in router.map.values_mut() {
        let mut schema = route.attr.input_schema.as_ref().clone();
        tidy_object(&mut schema);
        route.attr.input_schema = Arc::new(schema);
    }
}

fn tidy(value: &mut Value) {
    match value {
        Value::Object(schema) => tidy_object(schema),
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

fn tidy_object(schema: &mut JsonObject) {
    schema.remove("$schema");
    schema.remove("title");
    if schema.get("format").is_some_and(Value::is_string) {
        schema.remove("format");
    }
    // What an argument is when it is left out shows in its name or its description.
    let says_nothing = |value: &Value| value.is_null() || value == false || value == "";
    if schema.get("default").is_some_and(says_nothing) {
        schema.remove("default");
    }
    if schema.get("minimum").is_some_and(|least| *least == 0) {
        schema.remove("minimum");
    }
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    take_only_choice(schema);
    // Names of arguments are no keywords, so their object is not tidied itself.
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.values_mut().for_each(tidy);
    }
    for (key, value) in schema.iter_mut() {
        if !matches!(key.as_str(), "properties" | "enum" | "default" | "examples") {
            tidy(value);
        }
    }
}

/// Puts the one choice besides `null` in the place of an `anyOf`.
fn take_only_choice(schema: &mut JsonObject) {
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else {
        return;
    };
    choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
    if let [Value::Object(_)] = choices.as_slice()
        && let Some(Value::Object(only)) = choices.pop()
    {
        schema.remove("anyOf");
        for (key, value) in only {
            schema.entry(key).or_insert(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::tidy;

    #[test]
    fn noise_goes_and_names_of_arguments_stay() {
        let mut schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": {
                "format": {"type": ["string", "null"], "format": "date", "default": null},
                "title": {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}],
                          "description": "Titles."},
                "sort": {"type": ["string", "null"], "enum": ["date", null]},
                "dry_run": {"type": "boolean", "default": false},
                "count": {"type": "integer", "format": "uint64", "minimum": 0},
                "limit": {"type": "integer", "minimum": 1, "default": 10},
            },
            "additionalProperties": false,
        });
        tidy(&mut schema);
        let expected: Value = json!({
            "type": "object",
            "properties": {
                "format": {"type": "string"},
                "title": {"type": "array", "items": {"type": "string"}, "description": "Titles."},
                "sort": {"type": "string", "enum": ["date"]},
                "dry_run": {"type": "boolean"},
                "count": {"type": "integer"},
                "limit": {"type": "integer", "minimum": 1, "default": 10},
            },
            "additionalProperties": false,
        });
        assert_eq!(schema, expected);
    }
}
