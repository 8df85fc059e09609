//! What each rule of the grammar makes of a query, quirks included.

use std::fmt::Write;

use serde_json::{Value as Json, json};

use crate::tree;

/// A tree on one line: keys, operators and values, wildcards behind a `~`.
fn line(dialect: &str, query: &str) -> String {
    let answer = tree::answer(&json!({ "query": query, "dialect": dialect }));
    match answer["ast"].as_array() {
        Some(nodes) => list(nodes),
        None => format!("error: {}", answer["error"].as_str().unwrap()),
    }
}

fn list(nodes: &[Json]) -> String {
    nodes.iter().map(node).collect::<Vec<_>>().join("   ")
}

fn node(node: &Json) -> String {
    match node["type"].as_str().unwrap() {
        "op" => node["op"].as_str().unwrap().to_owned(),
        "paren" => format!("( {} )", list(node["children"].as_array().unwrap())),
        _ => {
            let (key, op) = (node["key"].as_str().unwrap(), node["op"].as_str().unwrap());
            format!("{key} {op} {}", value(&node["value"]))
        }
    }
}

fn value(value: &Json) -> String {
    let list = |one: fn(&Json) -> String| {
        let values = value["values"].as_array().unwrap();
        format!(
            "[{}]",
            values.iter().map(one).collect::<Vec<_>>().join(", ")
        )
    };
    match value["kind"].as_str().unwrap() {
        "text" => value["raw"].to_string(),
        "wildcard" => format!("~{}", value["raw"]),
        "texts" => list(self::value),
        "numbers" => list(Json::to_string),
        "number" | "boolean" => value["value"].to_string(),
        "enum" => format!("#{}", value["value"]),
        "date" => value["value"].as_str().unwrap().to_owned(),
        "duration" => format!("{}ms", value["ms"]),
        "size" => format!("{} bytes", value["bytes"]),
        "percentage" => format!("fraction {}", value["fraction"]),
        kind => format!("{kind} {}", value["pattern"]),
    }
}

fn lines(dialect: &str, queries: &[&str]) -> String {
    let mut out = String::new();
    for query in queries {
        writeln!(out, "{query}\n    {}", line(dialect, query)).unwrap();
    }
    out
}

#[test]
fn dates() {
    insta::assert_snapshot!(lines(
        "events",
        &[
            "timestamp:>2026-01-02",
            "timestamp:=2026-01-02T03:04:05.6",
            "timestamp:2026-01-02",
            "timestamp:2026-01-02T03:04:05",
            "timestamp:2026-01-02Z",
            "timestamp:2026-01-02+05:00",
            "timestamp:2026-01-02T03:04:05-08:00",
            "timestamp:-24h",
            "timestamp:+2w",
            "timestamp:>-24h",
            "!timestamp:-24h",
            "timestamp:now",
            "timestamp:2026-02-30",
            "random:2026-01-02",
            "random:!=2026-01-02",
            "random:-24h",
            "timestamp:-24hours",
            "timestamp:2026-01-02T03:04",
            "timestamp:5",
            "timestamp:٢٠٢٦-٠١-٠٢",
            "random:!=٢٠٢٦-٠١-٠٢",
        ],
    ));
}

#[test]
fn durations_sizes_and_numbers() {
    insta::assert_snapshot!(lines(
        "events",
        &[
            "transaction.duration:>1.5s",
            "!transaction.duration:<=2min",
            "transaction.duration:3m",
            "transaction.duration:3M",
            "transaction.duration:5",
            "transaction.duration:>fast",
            "project.id:3m",
            "project.id:3s",
            "project.id:[1, 2k]",
            "!project.id:[1]",
            "project.id:[1, x]",
            "project.id:[1,]",
            "project.id:>=-1.5k",
            "project.id:5.",
            "project.id:.5",
            "project.id:1e5",
            "project.id:5kb",
            "random:5kb",
            "random:>5kb",
            "random:!=500",
            "random:!=abc",
            "!random:>500",
            "random:500,600",
            "random:500]x",
            "measurements.lcp:>2s",
            "measurements.cls:>2s",
            "measurements.cls:>0.1",
            "spans.db:>1h",
            "duration:>3s",
            "release.build:>5",
            "release.build:>5s",
            "release.version:>1.2.3",
            "!release.version:>1.2.3",
        ],
    ));
}

#[test]
fn booleans() {
    insta::assert_snapshot!(lines(
        "events",
        &[
            "error.handled:true",
            "error.handled:FALSE",
            "!error.handled:1",
            "error.handled:=true",
            "error.handled:yes",
            "error.handled:[true]",
            "random:true",
            "!random:true",
            "project.id:1",
            "project.id:true",
            "has:true",
        ],
    ));
}

#[test]
fn aggregates() {
    insta::assert_snapshot!(lines(
        "events",
        &[
            "count():>5",
            "!count():>5",
            "p95():>1.5s",
            "p95(transaction.duration):5m",
            "count():5m",
            "avg( transaction.duration ):>3s",
            "failure_rate():>5%",
            "count():<5%",
            "!count():5%",
            "failure_rate():5%x",
            "count():>2kib",
            "last_seen():-24h",
            "last_seen():>+24h",
            "max(timestamp):>=2026-01-02",
            "random():2026-01-02",
            "!random():2026-01-02",
            "count():-5",
            "count_if(a,  equals, \"b, c\"):1",
            "count_if(`a:b (c)`):1",
            "f(tags[x, number]):1",
            "f(a,):1",
            "f(a,,b):1",
            "p95():abc",
            "f(a b):1",
            "f(a(b)):1",
            "p95 ():5",
            "unknown():5s",
            "avg(nothing):5s",
            "count():5 x",
        ],
    ));
}

#[test]
fn has_and_is() {
    insta::assert_snapshot!(lines(
        "events",
        &[
            "has:user",
            "!has:user",
            "has:tags[a, string]",
            "has:\"a:b\"",
            "has:[a, b]",
            "!has:[a, b]",
            "has:[a]",
            "has:",
            "has:*",
            "has:\"a b\"",
            "has:[a,]",
            "has:foo*",
            "\"has\":user",
            "is:unresolved",
        ],
    ));
    insta::assert_snapshot!(lines(
        "issues",
        &[
            "is:unresolved",
            "!is:ignored",
            "is:\"assigned\"",
            "is:unassigned",
            "!is:for_review",
            "is:regressed",
            "is:Unresolved",
            "is:[new, resolved]",
            "has:[age]",
            "has:[a, b]",
            "has:age",
        ],
    ));
}

#[test]
fn text_and_lists() {
    insta::assert_snapshot!(lines(
        "events",
        &[
            "a:b",
            "!a:b",
            "a:!=b",
            "!a:!=b",
            "a:=b",
            "a:>b",
            "a:",
            "a: b",
            "a:\"\"",
            "a:\"b c\"",
            "a:\"b \\\"c\\\"\"",
            "a:\"b\"c",
            "a:b(c)",
            "a:b\"c",
            "a:\"b",
            "a:b\\\"c",
            "a:b*",
            "a:b\\*",
            "a:b\\\\*",
            "a:[b, c]",
            "!a:[b, c*]",
            "a:[\"b c\" , d]",
            "a:[ b]",
            "a:[b ]",
            "a:[b,]",
            "a:[]",
            "a:[,b]",
            "a:[b,,c]",
            "a:[[b]]",
            "a:[b]c",
            "a:['b', c\"d]",
            "a:[1, 2]",
            "\"a:b\":c",
            "tags[a]:b",
            "tags[a:b, string]:c",
            "tags[a,number]:>5",
            "flags[a]:b",
            "tags[a,array]:b",
            "a[*]:b",
            "!a[*]:>5",
            "tags[a, array][*]:b",
            "a[*]:",
            "a[*]:[b,c]",
            "timestamp[*]:x",
            "a[0]:b",
            "https://x.io",
            "a:\u{f00d}Contains\u{f00d}b",
            "a:\u{f00d}StartsWith\u{f00d}[b*, c]",
            "a:\u{f00d}EndsWith\u{f00d}>b",
            "a:\u{f00d}Contains\u{f00d}\\d",
            "a:\u{f00d}Matches\u{f00d}b",
        ],
    ));
}

#[test]
fn free_text_and_groups() {
    insta::assert_snapshot!(lines(
        "events",
        &[
            "a b  c",
            "\"a  b\" c",
            "\"\"",
            "a \"b c\"",
            "\"a",
            "a\"",
            "!a",
            "NOT a",
            "foo()",
            "foo(a b)",
            "foo (a)",
            "foo (a:b)",
            "(a)",
            "(a) b",
            "( )",
            "()",
            "(a",
            "a)",
            "a\tb:c",
            "a:b\tc:d",
            "a\nb",
            "\"a\nb\"",
            "(\"\")",
            "!(a:b)",
            "x(a:b)y",
            "\u{3000}a\u{a0}b",
        ],
    ));
    insta::assert_snapshot!(lines(
        "issues",
        &[
            "( x:1 ) y",
            "(a)",
            "((level:x))",
            "(is:bogus)",
            "(a OR b)",
            "foo(a)",
            "OR:x",
            "oracle",
            "a AND"
        ],
    ));
}

#[test]
fn boolean_logic() {
    insta::assert_snapshot!(lines(
        "events",
        &[
            "a:b OR c:d",
            "a:b or c:d and e:f",
            "(a:b OR c:d) e:f",
            "OR:x",
            "or(b)",
            "ORacle",
            "a OR(b)",
            "OR",
            "a:b OR",
            "(a:b)OR c:d",
            "((a:b))",
            "a and (b or (c d))",
        ],
    ));
}

#[test]
fn aliases() {
    insta::assert_snapshot!(lines(
        "issues",
        &[
            "assigned:me",
            "bookmarks:me",
            "subscribed:me",
            "firstRelease:1",
            "first-release:1",
            "age:-1h",
            "firstSeen:-1h",
            "lastSeen:-1h",
            "event.timestamp:-1h",
            "timesSeen:1",
            "userCount:1",
            "affectedUsers:1",
            "dist:1",
            "tags[dist]:1",
            "dist[*]:1",
            "first_seen:-1h",
            "assigned_to:me",
        ],
    ));
}

#[test]
fn regular_expressions() {
    insta::assert_snapshot!(lines(
        "events-regex",
        &[
            "a://b c//",
            "!a://(?i)x//",
            "a[*]://b//",
            "tags[x]://b//",
            "a://b\\/\\/c//",
            "a://b//c//",
            "a://b",
            "a:////",
            "a:\"//b//\"",
            "timestamp://b//",
            "a://(//",
            "a://[x//",
            "a://b\nc//",
        ],
    ));
}

#[test]
fn boolean_structure() {
    let tree = |query: &str| {
        let answer = tree::answer(&json!({ "query": query, "dialect": "events" }));
        answer
            .get("bool")
            .or_else(|| answer.get("bool_error"))
            .map(Json::to_string)
    };
    let tree = |query: &str| tree(query).unwrap_or_default();
    assert_eq!(tree("a b:c"), "");
    assert_eq!(tree("a:b OR c:d e:f"), r#"{"or":[0,{"and":[1,2]}]}"#);
    assert_eq!(tree("(a:b OR c:d) AND e:f"), r#"{"and":[{"or":[0,1]},2]}"#);
    assert_eq!(
        tree("timestamp:2026-01-01 OR a:b"),
        r#"{"or":[{"and":[0,1]},2]}"#
    );
    assert_eq!(tree("has:[a, b] c:d"), r#"{"and":[{"or":[0,1]},2]}"#);
    assert_eq!(tree("OR"), r#"{"and":[]}"#);
    assert!(tree("a:b OR").contains("right side of 'OR'"));
    assert!(tree("(AND a:b)").contains("left side of 'AND'"));
    assert!(tree("a:b or AND c:d").contains("'OR AND'"));
}
