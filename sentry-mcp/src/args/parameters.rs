//! Reads the arguments of a call.

use std::borrow::Cow;

use rmcp::ErrorData;
use rmcp::handler::server::common::{FromContextPart, schema_for_input};
use rmcp::handler::server::tool::ToolCallContext;
use rmcp::model::JsonObject;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{one_line, quoted};
use crate::{ErrorCode, ToolError};

/// The arguments of a call, or why they cannot be used.
///
/// Stands where rmcp's own type of this name would, whose failures have no code and no
/// word on the arguments there are. The schema of the tool is that of `T`.
#[derive(Debug)]
pub struct Parameters<T>(pub Result<T, ToolError>);

impl<S, T> FromContextPart<ToolCallContext<'_, S>> for Parameters<T>
where
    T: DeserializeOwned + JsonSchema + 'static,
{
    fn from_context_part(context: &mut ToolCallContext<'_, S>) -> Result<Self, ErrorData> {
        Ok(Self(read(context.arguments.take().unwrap_or_default())))
    }
}

impl<T: JsonSchema> JsonSchema for Parameters<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// Reads arguments; one that is `null` counts as not given.
fn read<T: DeserializeOwned + JsonSchema + 'static>(
    mut arguments: JsonObject,
) -> Result<T, ToolError> {
    arguments.retain(|_, value| !value.is_null());
    serde_path_to_error::deserialize(Value::Object(arguments)).map_err(|error| {
        let place = error.path().to_string();
        explain(&place, &error.into_inner().to_string(), &schema::<T>())
    })
}

fn schema<T: JsonSchema + 'static>() -> JsonObject {
    schema_for_input::<T>()
        .map(|schema| schema.as_ref().clone())
        .unwrap_or_default()
}

/// Turns serde's words into ours.
fn explain(place: &str, reason: &str, schema: &JsonObject) -> ToolError {
    let properties = schema.get("properties").and_then(Value::as_object);
    let names = properties
        .map(|properties| properties.keys().cloned().collect::<Vec<_>>().join(", "))
        .filter(|names| !names.is_empty())
        .unwrap_or_else(|| "none".to_owned());
    let quoted_after = |prefix: &str| {
        let rest = reason.strip_prefix(prefix)?.strip_prefix('`')?;
        rest.split_once('`').map(|(name, _)| name)
    };
    if let Some(name) = quoted_after("unknown field ") {
        return invalid(format!("There is no argument {}.", quoted(name)))
            .hint(format!("Use only these arguments: {names}."));
    }
    if let Some(name) = quoted_after("missing field ") {
        let about = properties
            .and_then(|properties| properties.get(name)?.get("description")?.as_str())
            .unwrap_or_default();
        return invalid(format!("The argument {} is missing.", quoted(name)))
            .hint(format!("Give {name}. {about}").trim_end());
    }
    if let Some(name) = quoted_after("duplicate field ") {
        return invalid(format!(
            "The argument {} is given twice, under two names.",
            quoted(name)
        ))
        .hint(format!("Give only {name}."));
    }
    let reason = match (quoted_after("unknown variant "), choices(properties, place)) {
        (Some(value), Some(choices)) => format!("{} is not one of {choices}", quoted(value)),
        _ if reason.starts_with("invalid ") => expectation(properties, place),
        _ => one_line(reason, 300),
    };
    if place == "." || place == "?" {
        invalid(format!("The arguments cannot be read: {reason}."))
    } else {
        invalid(format!("The argument {}: {reason}.", quoted(place)))
    }
    .hint(format!(
        "Correct it and call again. The arguments are: {names}."
    ))
}

fn invalid(message: String) -> ToolError {
    ToolError::new(ErrorCode::InvalidArgument, message)
}

/// What the schema of an argument expects, in the place of serde's words on Rust's types.
fn expectation(properties: Option<&JsonObject>, place: &str) -> String {
    if let Some(choices) = choices(properties, place) {
        return format!("expected one of {choices}");
    }
    let name = place.split(['[', '.']).next().unwrap_or_default();
    let type_name = properties
        .and_then(|properties| properties.get(name)?.get("type"))
        .and_then(|types| match types {
            Value::Array(types) => types
                .iter()
                .find_map(|name| name.as_str().filter(|name| *name != "null")),
            one => one.as_str(),
        });
    let expected = match type_name {
        Some("string") => "a text",
        Some("boolean") => "true or false",
        Some("integer") => "a whole number that is not negative",
        Some("number") => "a number",
        Some("array") => "a list",
        _ => "another type",
    };
    format!("expected {expected}")
}

/// The values that the schema of an argument allows.
fn choices(properties: Option<&JsonObject>, place: &str) -> Option<String> {
    let name = place.split(['[', '.']).next().unwrap_or_default();
    let schema = properties?.get(name)?;
    let choices = schema
        .get("enum")
        .or_else(|| schema.get("items")?.get("enum"))?;
    let names: Vec<_> = choices
        .as_array()?
        .iter()
        .filter_map(Value::as_str)
        .collect();
    Some(names.join(", "))
}
