//! Agreement with Sentry's own parser on judged queries.
//!
//! The corpora are no part of the repository; without them the tests say so and pass.

use std::path::PathBuf;

use serde_json::Value as Json;

use crate::tree;

fn lines(name: &str) -> Option<Vec<Json>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/query");
    let Ok(text) = std::fs::read_to_string(folder.join(name)) else {
        eprintln!("skipped: ../shared/query/{name} is not here");
        return None;
    };
    Some(
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
    )
}

/// Equality with numbers compared as `f64`, and milliseconds with a tolerance.
fn same(want: &Json, have: &Json, key: &str) -> bool {
    match (want, have) {
        (Json::Object(want), Json::Object(have)) => {
            want.len() == have.len()
                && want
                    .iter()
                    .all(|(key, want)| have.get(key).is_some_and(|have| same(want, have, key)))
        }
        (Json::Array(want), Json::Array(have)) => {
            want.len() == have.len()
                && want
                    .iter()
                    .zip(have)
                    .all(|(want, have)| same(want, have, key))
        }
        (Json::Number(want), Json::Number(have)) => {
            let (want, have) = (want.as_f64().unwrap(), have.as_f64().unwrap());
            let tolerance = if key == "ms" {
                want.abs() * 1e-9 + 5e-7
            } else {
                0.0
            };
            (want - have).abs() <= tolerance
        }
        _ => want == have,
    }
}

fn check(name: &str) {
    let Some(lines) = lines(name) else { return };
    let mut wrong = Vec::new();
    for want in lines.iter().filter(|line| line.get("note").is_none()) {
        let have = tree::answer(want);
        for field in ["ok", "ast", "bool", "bool_error", "error"] {
            let (want_field, have_field) = (&want[field], &have[field]);
            if !same(want_field, have_field, field) {
                wrong.push(format!(
                    "{field} of {}: {want_field} / {have_field}",
                    want["query"]
                ));
                break;
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn corpus_of_events_and_issues() {
    check("corpus-dev.jsonl");
}

#[test]
fn corpus_of_regular_expressions() {
    check("corpus-regex.jsonl");
}

#[test]
fn fixtures_of_sentry() {
    check("fixtures-neutral.jsonl");
}

#[test]
fn queries_that_crash_the_back_end_are_answered() {
    for line in lines("corpus-internal.jsonl").unwrap_or_default() {
        assert_eq!(tree::answer(&line)["ok"], Json::Bool(false), "{line}");
    }
}
