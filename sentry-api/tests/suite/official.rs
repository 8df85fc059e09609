//! The examples of Sentry's own API description, read into the models.
//!
//! They are no part of the project: the test takes their folder from
//! `SENTRY_EXAMPLES_DIR`, or finds it beside the project, and is skipped without them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use sentry_api::endpoints::{OrganizationHandle, ROUTES, ShortId};
use sentry_api::model::{Event, Issue, Organization, Project};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::damage::sunk_by;

#[allow(clippy::disallowed_methods, reason = "the folder of the examples")]
fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/contract/examples");
    let folder = std::env::var_os("SENTRY_EXAMPLES_DIR").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no official examples (set SENTRY_EXAMPLES_DIR)");
    None
}

/// Reads an example, and reads it again from what was written of it.
fn round<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(folder: &Path, name: &str) {
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    let first: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let written: Value = serde_json::to_value(&first).unwrap();
    let second: T = serde_json::from_value(written.clone()).unwrap();
    assert_eq!(first, second, "{name}");
    let original: Value = serde_json::from_str(&text).unwrap();
    lost_nothing(&written, &original, name);
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

#[test]
fn official_examples_decode_and_lose_nothing() {
    let Some(folder) = folder() else { return };
    round::<Vec<Organization>>(&folder, "listOrganizations.json");
    round::<Organization>(&folder, "getOrganization.json");
    round::<Vec<Project>>(&folder, "listOrganizationProjects.json");
    round::<Vec<Issue>>(&folder, "listOrganizationIssues.json");
    round::<Issue>(&folder, "getOrganizationIssue.json");
    round::<Event>(&folder, "getOrganizationIssueEvent.json");
    round::<ShortId>(&folder, "resolveOrganizationShortId.json");
}

#[tokio::test]
async fn no_damaged_value_costs_an_official_example() {
    let Some(folder) = folder() else { return };
    let read = |name: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap()
    };
    let organizations = |acme: OrganizationHandle| acme.get();
    assert_eq!(
        sunk_by(read("getOrganization.json"), organizations).await,
        ""
    );
    let projects = |acme: OrganizationHandle| acme.projects();
    assert_eq!(
        sunk_by(read("listOrganizationProjects.json"), projects).await,
        ""
    );
    let issues = |acme: OrganizationHandle| acme.issues();
    assert_eq!(
        sunk_by(read("listOrganizationIssues.json"), issues).await,
        ""
    );
    let event = |acme: OrganizationHandle| acme.issue("1").latest_event();
    assert_eq!(
        sunk_by(read("getOrganizationIssueEvent.json"), event).await,
        ""
    );
}

/// The scopes of which any one suffices, sorted.
fn scopes(operation: &Value) -> BTreeSet<&str> {
    let alternatives = operation["security"].as_array().unwrap().iter();
    let lists = alternatives.filter_map(|known| known["auth_token"].as_array());
    lists
        .flatten()
        .map(|scope| scope.as_str().unwrap())
        .collect()
}

#[test]
fn every_route_is_the_official_one() {
    let Some(folder) = folder() else { return };
    let Ok(text) = std::fs::read_to_string(folder.join("../openapi.json")) else {
        return eprintln!("skipped: no API description beside the examples");
    };
    let description: Value = serde_json::from_str(&text).unwrap();
    let routes = ROUTES.iter().copied().flatten();
    for route in routes.filter(|route| route.name != "GetRoot") {
        let method = route.method.as_str().to_lowercase();
        let operation = &description["paths"][route.path][method];
        let id = operation["operationId"].as_str().unwrap_or_default();
        assert!(id.eq_ignore_ascii_case(route.name), "{id}: {route:?}");
        assert_eq!(scopes(operation), route.scopes.iter().copied().collect());
    }
}
