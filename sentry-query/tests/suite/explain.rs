//! What a query says in plain English.

use std::collections::HashMap;
use std::fmt::Write;

use proptest::prelude::*;
use sentry_query::{
    Dataset, Dialect, FieldValue, Query, Record, Timestamp, evaluate, explain, parse,
};

use crate::properties::config;
use crate::soup;

fn explained(dataset: Dataset, text: &str) -> String {
    explain(dataset.parse(text).query(), dataset)
}

#[test]
fn a_search_reads_as_a_sentence() {
    assert_eq!(
        explained(
            Dataset::Issues,
            "is:unresolved !is:assigned age:-24h timesSeen:>100 tags[plan]:[pro, \"a b\"] checkout",
        ),
        "Unresolved issues that are not assigned, that were first seen in the last 24 hours, that \
         happened more than 100 times, whose tag \"plan\" is one of \"pro\" or \"a b\", and that \
         mention \"checkout\".",
    );
    assert_eq!(
        explained(
            Dataset::Errors,
            "(a:1 OR b:2*) AND timestamp:2026-01-15 OR p95():>3s"
        ),
        "Errors ((whose \"a\" is \"1\" or whose \"b\" starts with \"2\") and that happened on \
         2026-01-15 (UTC)) or whose p95 is above 3 seconds.",
    );
    assert_eq!(explained(Dataset::Replays, ""), "All replays.");
}

#[test]
fn regular_expressions() {
    let parsed = parse(
        "custom://time(out)?// !custom://a b//",
        Dialect::EventsRegex,
    );
    assert!(parsed.is_ok());
    assert_eq!(
        explain(parsed.query(), Dataset::Logs),
        "Log entries whose \"custom\" matches the regular expression \"time(out)?\" and whose \
         \"custom\" does not match the regular expression \"a b\".",
    );
}

#[test]
fn what_sentry_refuses_is_said() {
    let mut out = String::new();
    for (dataset, query) in [
        (Dataset::Errors, "customer:error OR"),
        (Dataset::Errors, "AND customer:error"),
        (Dataset::Errors, "customer:error AND OR customer:info"),
        (Dataset::Errors, "(customer:error OR) cart:iOS"),
        (Dataset::Issues, "is:unresolved OR is:archived"),
        (Dataset::Issues, "is:unresolved count():>5"),
        (Dataset::Errors, "(((customer:error"),
        (Dataset::Errors, "is:unresolved"),
    ] {
        assert!(!dataset.parse(query).is_ok());
        writeln!(out, "{query}\n    {}", explained(dataset, query)).unwrap();
    }
    insta::assert_snapshot!(out);
}

#[test]
fn values_cannot_read_as_the_sentence() {
    let value = "x\". All issues.\n\u{202e}\\\u{200b}";
    let query = Query::issues()
        .field("customer")
        .equals(value)
        .build()
        .unwrap();
    assert_eq!(
        explain(&query, Dataset::Issues),
        r#"Issues whose "customer" is "x\". All issues.\u{a}\u{202e}\\\u{200b}"."#,
    );
}

const VALUES: &[&str] = &[
    "5",
    "=5",
    "!=5",
    ">5",
    ">=5",
    "<5",
    "<=5",
    "5s",
    ">5s",
    "5m",
    "5*",
    "*5",
    "*5*",
    "5*5",
    "[5, 6]",
    "\"\"",
    r"5\*",
    "-5h",
    "+5h",
    "-5d",
    "2026-01-05",
    ">2026-01-05",
    ">=2026-01-05",
    "<2026-01-05",
    "=2026-01-05",
    "2026-01-05T00:00:00",
    "true",
    "false",
];

const KEYS: &[&str] = &[
    "firstSeen",
    "timesSeen",
    "assigned",
    "release",
    "release.version",
    "error.handled",
    "custom",
    "tags[custom]",
    "flags[custom]",
    "custom[*]",
    "message",
    "stack.lineno",
];

/// Each operator and kind of value says something of its own.
#[test]
fn different_filters_read_differently() {
    let mut seen: HashMap<String, (String, Query)> = HashMap::new();
    for key in KEYS {
        for (sign, value) in VALUES.iter().flat_map(|value| [("", value), ("!", value)]) {
            let text = format!("{sign}{key}:{value}");
            let parsed = Dataset::Issues.parse(&text);
            if !parsed.is_ok() {
                continue;
            }
            let sentence = explain(parsed.query(), Dataset::Issues);
            let query = parsed.into_result().unwrap();
            if let Some((other, same)) =
                seen.insert(sentence.clone(), (text.clone(), query.clone()))
            {
                assert_eq!(query, same, "{text} and {other}: {sentence}");
            }
        }
    }
}

struct Truths(u32);

impl Record for Truths {
    fn field(&self, key: &str) -> FieldValue<'_> {
        let bit = match key {
            "a" => 1,
            "b" => 2,
            _ => 4,
        };
        FieldValue::Number(f64::from(u8::from(self.0 & bit != 0)))
    }
}

/// Whatever reads alike holds alike: grouping is never lost.
#[test]
fn logic_reads_as_it_holds() {
    let words = ["a:1", "b:1", "c:1", "AND", "OR", "(", ")"];
    let mut seen: HashMap<String, (Vec<bool>, String)> = HashMap::new();
    let now = Timestamp::from_micros(0);
    for number in 0..7_usize.pow(6) {
        let picked = (0..6).scan(number, |rest, _| {
            let word = words[*rest % 7];
            *rest /= 7;
            Some(word)
        });
        let text = picked.collect::<Vec<_>>().join(" ");
        if text.matches('(').count() != text.matches(')').count() {
            continue;
        }
        let parsed = parse(&text, Dialect::Events);
        if !parsed.is_ok() {
            continue;
        }
        let query = parsed.query();
        let holds: Vec<bool> = (0..8)
            .map(|truths| evaluate(query, &Truths(truths), now).unwrap())
            .collect();
        let sentence = explain(query, Dataset::Errors);
        let (same, other) = seen
            .entry(sentence)
            .or_insert((holds.clone(), text.clone()));
        assert_eq!(&holds, same, "{text} and {other}");
    }
    assert!(seen.len() > 1000, "{}", seen.len());
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_query_is_one_line(source in soup::text(), dialect in soup::dialect()) {
        for dataset in [Dataset::Issues, Dataset::Spans] {
            let sentence = explain(parse(&source, dialect).query(), dataset);
            prop_assert!(sentence.ends_with('.'));
            prop_assert!(!sentence.contains(char::is_control));
            prop_assert_eq!(sentence.replace("\\\\", "").replace("\\\"", "").matches('"').count() % 2, 0);
        }
    }

    /// What a caller passes stays between its quotes.
    #[test]
    fn values_stay_between_their_quotes(value in soup::value()) {
        let Ok(query) = Query::issues().field("custom").equals(&value).build() else {
            return Ok(());
        };
        let sentence = explain(&query, Dataset::Issues);
        let quoted = sentence.strip_prefix("Issues whose \"custom\" is ").unwrap();
        let outside = quoted.replace("\\\\", "").replace("\\\"", "");
        prop_assert!(quoted == "not set." || (outside.matches('"').count() == 2 && outside.ends_with("\".")));
    }
}

#[test]
fn long_queries_take_linear_time() {
    let unit = "level:[error, \"a\"] OR (custom:*x* !has:[a, b]) ";
    let one = explained(Dataset::Errors, &unit.repeat(10)).len();
    let many = explained(Dataset::Errors, &unit.repeat(10_000)).len();
    assert!(many < 1_100 * one);
}
