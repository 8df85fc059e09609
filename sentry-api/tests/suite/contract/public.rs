//! The list of public operations that the coverage is counted by.

use std::collections::BTreeSet;

use http::Method;

use super::description::description;
use super::routes;

const PUBLIC: &str = include_str!("../../../operations.tsv");

/// Method and path of every operation on the list.
fn public() -> BTreeSet<(String, String)> {
    let lines = PUBLIC.lines().map(|line| line.split('\t').collect());
    let rows = lines.map(|columns: Vec<&str>| (columns[0].to_owned(), columns[1].to_owned()));
    rows.collect()
}

#[test]
fn every_documented_operation_is_on_the_list_of_public_ones() {
    let public = public();
    for route in routes() {
        let own = (route.method.to_string(), route.path.to_owned());
        assert_eq!(public.contains(&own), route.documented, "{route:?}");
    }
}

#[test]
fn the_list_has_the_operations_of_the_description() {
    let Some(description) = description() else {
        return;
    };
    let mut described = BTreeSet::new();
    for (path, item) in description["paths"].as_object().unwrap() {
        let names = item.as_object().unwrap().keys();
        let methods = names.map(|name| name.to_uppercase());
        let known = [
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::DELETE,
            Method::PATCH,
        ];
        let methods = methods.filter(|name| known.iter().any(|method| method.as_str() == name));
        described.extend(methods.map(|method| (method, path.clone())));
    }
    assert_eq!(public(), described);
}
