//! The calls, held against Sentry's own API description.

use std::collections::BTreeSet;

use sentry_api::endpoints::Route;
use serde_json::Value;

use super::{Run, beside, case, fits, routes};
use crate::script::{Script, Seen, json};

pub(super) fn description() -> Option<Value> {
    let folder = beside("SENTRY_CONTRACT_DIR", "contract")?;
    let text = std::fs::read_to_string(folder.join("openapi.json")).ok()?;
    Some(serde_json::from_str(&text).unwrap())
}

fn operation<'a>(description: &'a Value, route: &Route) -> &'a Value {
    let method = route.method.as_str().to_lowercase();
    &description["paths"][route.path][method]
}

fn names<'a>(values: impl IntoIterator<Item = &'a Value>) -> BTreeSet<String> {
    let names = values.into_iter().map(|value| value.as_str().unwrap());
    names.map(str::to_owned).collect()
}

/// The scopes of which any one suffices.
fn scopes(operation: &Value) -> BTreeSet<String> {
    let alternatives = operation["security"].as_array().into_iter().flatten();
    names(
        alternatives
            .filter_map(|known| known["auth_token"].as_array())
            .flatten(),
    )
}

#[test]
fn every_route_is_the_official_one() {
    let Some(description) = description() else {
        return;
    };
    for route in routes().filter(|route| route.documented) {
        let operation = operation(&description, route);
        assert!(operation.is_object(), "not described: {route:?}");
        let id = operation["operationId"].as_str().unwrap();
        // Some are sentences; those are named in the manner of the others.
        assert!(
            id.contains(' ') || id.eq_ignore_ascii_case(route.name),
            "{id}: {route:?}"
        );
        let own: BTreeSet<_> = route.scopes.iter().map(|&scope| scope.to_owned()).collect();
        assert_eq!(scopes(operation), own, "{}", route.name);
    }
    for route in routes().filter(|route| !route.documented) {
        assert!(
            operation(&description, route).is_null(),
            "documented: {route:?}"
        );
    }
}

/// What a request has, or what the description says of it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Arguments {
    query: BTreeSet<String>,
    body: BTreeSet<String>,
}

impl Arguments {
    async fn sent(route: &Route, run: Run) -> Self {
        let script = Script::acts([json(418, "{}")]);
        let _ = run(script.client()).await;
        let seen: Seen = script.seen().remove(0);
        let path = seen.url.strip_prefix("https://sentry.io").unwrap();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        assert!(fits(route.path, path), "{path}: {route:?}");
        assert_eq!(seen.method, route.method, "{}", route.name);
        let body: Value = serde_json::from_str(&seen.body).unwrap_or_default();
        let body = body.as_object().into_iter().flatten();
        Self {
            query: query
                .split('&')
                .filter_map(|pair| pair.split('=').next())
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
            body: body.map(|(name, _)| name.clone()).collect(),
        }
    }

    fn declared(operation: &Value) -> Self {
        let schema = body_schema(operation);
        let properties = schema["properties"].as_object().into_iter().flatten();
        Self {
            query: names(parameters(operation).map(|parameter| &parameter["name"])),
            body: properties.map(|(name, _)| name.clone()).collect(),
        }
    }

    fn required(operation: &Value) -> Self {
        let required = |parameter: &&Value| parameter["required"] == true;
        let query = parameters(operation).filter(required);
        let body = body_schema(operation)["required"].as_array();
        Self {
            query: names(query.map(|parameter| &parameter["name"])),
            body: names(body.into_iter().flatten()),
        }
    }
}

fn parameters(operation: &Value) -> impl Iterator<Item = &Value> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters.filter(|parameter| parameter["in"] == "query")
}

fn body_schema(operation: &Value) -> &Value {
    &operation["requestBody"]["content"]["application/json"]["schema"]
}

/// Bodies of which the description wrongly says that every field is required.
const PARTIAL: &[&str] = &["UpdateOrganizationIssue", "UpdateOrganizationIssues"];

/// Fields of bodies that the description calls optional, although it says in words that the
/// operation cannot do without.
const NEEDED_ALL_THE_SAME: &[(&str, &str)] = &[("CreateOrganizationTeam", "slug")];

#[tokio::test]
async fn everything_that_the_description_declares_can_be_sent() {
    let Some(description) = description() else {
        return;
    };
    for route in routes().filter(|route| route.documented) {
        let operation = operation(&description, route);
        let case = case(route.name);
        let most = Arguments::sent(route, case.most).await;
        let mut declared = Arguments::declared(operation);
        // Every list takes it, and few declare it.
        if most.query.contains("per_page") {
            declared.query.insert("per_page".to_owned());
        }
        assert_eq!(most, declared, "{}", route.name);

        let least = Arguments::sent(route, case.least).await;
        let mut required = Arguments::required(operation);
        if PARTIAL.contains(&route.name) {
            required.body.clear();
        }
        let needed = NEEDED_ALL_THE_SAME.iter();
        let needed = needed.filter(|(name, _)| *name == route.name);
        required
            .body
            .extend(needed.map(|(_, field)| (*field).to_owned()));
        assert_eq!(least, required, "{}", route.name);
    }
}

#[tokio::test]
async fn operations_that_nobody_documents_go_where_they_say() {
    for route in routes().filter(|route| !route.documented) {
        let case = case(route.name);
        Arguments::sent(route, case.least).await;
        Arguments::sent(route, case.most).await;
    }
}
