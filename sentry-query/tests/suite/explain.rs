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

/// Every query, which has to be right, with its explanation.
fn table(dataset: Dataset, queries: &[&str]) -> String {
    let mut out = String::new();
    for query in queries {
        let parsed = dataset.parse(query);
        assert!(parsed.is_ok(), "{}", parsed.render());
        let sentence = explain(parsed.query(), dataset);
        writeln!(out, "{query}\n    {sentence}").unwrap();
    }
    out
}

#[test]
fn issues() {
    insta::assert_snapshot!(table(
        Dataset::Issues,
        &[
            "",
            "is:unresolved",
            "is:unresolved level:error firstSeen:-24h !environment:dev release:shop@2.* timesSeen:>100 checkout",
            "is:unresolved is:unassigned level:[error, fatal]",
            "is:ignored is:for_review !is:linked",
            "!is:resolved !is:unlinked is:linked",
            "is:archived_until_escalating",
            "is:new is:for_review assigned:me",
            "assigned:[me, my_teams, none, \"#payments\", jane@example.com]",
            "!assigned_or_suggested:[none, my_teams] bookmarks:me !subscribed:me",
            "!assigned:none !assigned:[me, none, \"#payments\"]",
            "!has:assigned has:bookmarks !has:subscribed !has:assigned_or_suggested",
            "url:[\"\", a] !os.name:[\"\", iOS]",
            "age:+7d lastSeen:-1h",
            "firstSeen:2026-01-15 lastSeen:2026-01-15T12:00:00",
            "lastSeen:>=2026-01-15 lastSeen:<2026-01-16T08:30:00+02:00 firstSeen:!=2026-01-15",
            "timesSeen:1 userCount:>=50",
            "timesSeen:!=5 !userCount:[1, 2]",
            "firstRelease:latest !release:[latest, 2.0, 3.*]",
            "has:user.email !has:environment user.id:\"\"",
            "release.version:>=2.1 !release.build:>500",
            "error.handled:false error.unhandled:1",
            "stack.in_app:true stack.lineno:>10",
            "url:*/checkout* !url:*.png message:boom* culprit:a*b",
            "!message:timeout message:[a, \"b c\"] !message:[a, b*]",
            "tags[plan]:pro !tags[plan, string]:free flags[new-cart]:true",
            "\"payment failed\" checkout TypeError*",
            "issue.id:123456 project:[shop*] !url:[/cart] status:resolved",
            "(level:error) duration:>3s",
            r#"quoted:"he said \"no\", and that are \\ " "#,
        ],
    ));
}

#[test]
fn events() {
    insta::assert_snapshot!(table(
        Dataset::Errors,
        &[
            "",
            "level:error OR level:fatal",
            "level:error AND os.name:[iOS, Android] AND !has:user.id",
            "level:error os.name:iOS OR level:fatal",
            "level:error (os.name:iOS OR os.name:Android)",
            "((level:error) (os.name:iOS)) OR (browser.name:Safari (timestamp:-1h OR timestamp:+30d)) OR crash",
            "has:[user.id, user.email, tags[plan]]",
            "!has:[user.id, user.email]",
            "error.type[*]:TypeError !stack.filename[*]:*.js",
            "timestamp:>2026-01-15T12:00:00.5Z error.received:-30m",
            "count():>100 count_unique(user.id):<=5",
            "last_seen():-24h max(timestamp):>2026-01-15",
            "foo(bar baz) NOT x",
            "OR",
            "user.email:*@example.com* !user.ip:10.*",
        ],
    ));
    insta::assert_snapshot!(table(
        Dataset::Transactions,
        &[
            "transaction.duration:>3s !transaction.duration:<=1.5m",
            "transaction.duration:[100, 200] transaction.duration:>1500",
            "p95(transaction.duration):>3s p95():<250 apdex():>=0.9",
            "failure_rate():>5% count_if(transaction.status, equals, ok):>1k",
            "measurements.lcp:>2.5s measurements.custom:<3",
            "team_key_transaction:true spans.db:>1h",
        ],
    ));
}

#[test]
fn the_other_data_sets() {
    insta::assert_snapshot!(table(
        Dataset::Spans,
        &[
            "span.duration:>1s span.duration:<500",
            "span.op:[db, http.client] OR span.description:*SELECT* AND environment:production",
            "http.response_content_length:>1.5mib cache.item_size:<=500 p50(span.duration):>5",
            "tags[cart.size,number]:>=5 tags[beta,boolean]:true flags[x,number]:1",
            "!tags[plan,string]:[free, pro] count():>10",
        ],
    ));
    insta::assert_snapshot!(table(
        Dataset::Logs,
        &[
            "timeout timestamp:-1h",
            "log.severity_text:[warn, error] !log.body:*health*",
            "tags[n,number]:[1, 2] log.severity_number:>=17",
        ],
    ));
    insta::assert_snapshot!(table(
        Dataset::Metrics,
        &[
            "metric.name:cart.size value:>10",
            "release:latest",
            "avg(value):>5 metric.type:counter"
        ],
    ));
    insta::assert_snapshot!(table(
        Dataset::Replays,
        &[
            "has:user.email checkout",
            "duration:>60 duration:<5m count_errors:>=1 is_archived:false",
        ],
    ));
    insta::assert_snapshot!(table(
        Dataset::Feedback,
        &["is:unresolved message:*slow*", "url:*/cart assigned:none"],
    ));
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
fn what_is_left_out_is_said() {
    let mut out = String::new();
    let long = format!("is:{} level:error", "x".repeat(100));
    for (dataset, query) in [
        (Dataset::Issues, "is:open"),
        (Dataset::Issues, "level:error age:24h timesSeen:100..200"),
        (Dataset::Issues, "is:unresolved OR is:archived"),
        (Dataset::Issues, "is:open OR level:error"),
        (Dataset::Issues, "is:unresolved count():>5"),
        (Dataset::Issues, "is:a is:b level:error is:c is:d is:e"),
        (Dataset::Issues, "has:[a, b]"),
        (Dataset::Issues, "level: checkout"),
        (Dataset::Issues, "\"a b\" timesSeen:\"many times\" c"),
        (Dataset::Issues, &long),
        (Dataset::Errors, "is:unresolved OR level:error"),
        (Dataset::Errors, "(is:unresolved OR level:error) a:b"),
        (Dataset::Errors, "customer:error OR"),
        (Dataset::Errors, "(((customer:error"),
        (Dataset::Errors, "customer:error)"),
        (Dataset::Errors, "a:b ()"),
        (Dataset::Errors, "environment:[a,] level:\"error"),
        (Dataset::Errors, "failure_rate():>5s release:\"x"),
        (Dataset::Errors, "level:error"),
    ] {
        let parsed = dataset.parse(query);
        let sentence = parsed.explain(dataset);
        assert_eq!(sentence.contains("refuses"), !parsed.is_ok(), "{query}");
        writeln!(out, "{query}\n    {sentence}").unwrap();
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
    "tags[custom,string]",
    "tags[custom,number]",
    "tags[custom,boolean]",
    "flags[custom]",
    "flags[custom,string]",
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

#[test]
fn different_fields_read_differently() {
    for dataset in Dataset::ALL {
        let mut seen = HashMap::new();
        for row in dataset.fields().filter(|row| !row.name.contains('(')) {
            let sentence = explained(*dataset, &format!("has:{}", row.documented()));
            if let Some(other) = seen.insert(sentence, row.documented()) {
                assert_eq!(row.documented(), other, "{dataset:?}");
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
            let parsed = parse(&source, dialect);
            let sentence = parsed.explain(dataset);
            prop_assert_eq!(sentence.contains("Sentry refuses"), !parsed.is_ok());
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
    for unit in ["(", "is:open ", "is:open", "level:", "a:\"b ", "a:b ) "] {
        let parsed = Dataset::Issues.parse(&unit.repeat(100_000));
        let sentence = parsed.explain(Dataset::Issues);
        assert_eq!(sentence.contains("Sentry refuses"), !parsed.is_ok());
    }
}
