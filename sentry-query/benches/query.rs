//! Prints how fast queries are parsed and evaluated.
//!
//! ```sh
//! cargo bench -p sentry-query
//! ```
//!
//! The queries are the ones beside the repository where those are there, and ours otherwise. Each
//! figure is the best of several rounds, in which ours and the peer take turns.

#![allow(missing_docs, clippy::print_stdout, reason = "a benchmark prints")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use sentry_query::{Dialect, FieldValue, Pattern, Query, Record, Timestamp, evaluate, parse};
use tantivy_query_grammar::parse_query_lenient;

const ROUNDS: usize = 15;

/// Realistic queries, for where the shared ones are absent.
const OWN: &[&str] = &[
    "is:unresolved level:error",
    "transaction.duration:>5s transaction.op:http.server",
    "release:[shop@1.0, shop@2.0] environment:production",
    "message:\"connection reset by peer\" !user.email:*@example.com",
    "(browser.name:Chrome OR browser.name:Safari) error.type:TypeError",
    "count():>10 p95(transaction.duration):>500ms",
    "timestamp:>2026-01-01 timestamp:<2026-02-01T12:00:00Z",
    "checkout failed after payment",
];

fn main() {
    let queries = queries();
    let bytes: usize = queries.iter().map(|(text, _)| text.len()).sum();
    println!("{} queries, {bytes} bytes", queries.len());
    parsing(&queries, bytes);
    linearity();
    evaluating();
}

fn parsing(queries: &[(String, Dialect)], bytes: usize) {
    let ours = |tokens: bool| {
        for (text, dialect) in queries {
            let parsed = parse(black_box(text), *dialect);
            if tokens {
                black_box(parsed.tokens());
            }
            black_box(parsed);
        }
    };
    let peer = || {
        for (text, _) in queries {
            black_box(parse_query_lenient(black_box(text)));
        }
    };
    let [with, without, theirs] = best([&|| ours(true), &|| ours(false), &peer]);
    let speed = |time: Duration| throughput(bytes, time);
    println!(
        "parse with tokens, tree and diagnostics: {:6.1} MB/s",
        speed(with)
    );
    println!(
        "parse with tree and diagnostics:         {:6.1} MB/s",
        speed(without)
    );
    println!(
        "tantivy parse_query_lenient:             {:6.1} MB/s",
        speed(theirs)
    );
    println!(
        "with tokens {:.1} times as fast as the peer",
        theirs.as_secs_f64() / with.as_secs_f64(),
    );
}

fn linearity() {
    let terms = |count: usize| "level:error release:shop@2.1 !os:ios \"a b\" ".repeat(count / 4);
    let unclosed = |piece: &str, count: usize| piece.repeat(count);
    let texts = [
        ("10,000 terms", terms(1_000), terms(10_000)),
        (
            "200,000 unclosed parentheses",
            unclosed("(", 20_000),
            unclosed("(", 200_000),
        ),
        (
            "200,000 unclosed quotes",
            unclosed("a:\"", 20_000),
            unclosed("a:\"", 200_000),
        ),
        (
            "200,000 unclosed lists",
            unclosed("a:[", 20_000),
            unclosed("a:[", 200_000),
        ),
    ];
    for (name, short, long) in texts {
        let run = |text: &str| {
            let parsed = parse(black_box(text), Dialect::Events);
            black_box(parsed.tokens());
            black_box(parsed);
        };
        let [short, long] = best([&|| run(&short), &|| run(&long)]);
        growth(name, short, long);
    }
}

fn growth(name: &str, short: Duration, long: Duration) {
    println!(
        "{name}: {:.1} ms, {:.1} times a tenth of it",
        long.as_secs_f64() * 1e3,
        long.as_secs_f64() / short.as_secs_f64(),
    );
}

fn evaluating() {
    let now = Timestamp::from_micros(1_768_478_400_000_000);
    let queries: Vec<Query> = [
        "is:unresolved level:error timesSeen:>100 firstSeen:-24h",
        "!level:info environment:[production, staging] has:release release:shop@2.1",
        "title:*timeout* user.email:*@example.com assigned:#payments",
        "release.version:>=2.0.0 !platform:python userCount:<1k",
    ]
    .iter()
    .map(|text| parse(text, Dialect::Issues).query().clone())
    .collect();
    let filters: usize = queries.iter().map(|query| query.terms().len()).sum();
    let run = || {
        for query in &queries {
            for _ in 0..1_000 {
                let _ = black_box(evaluate(black_box(query), &Issue, now));
            }
        }
    };
    let [time] = best([&run]);
    // An upper bound of what was decided: a query ends at its first filter that does not match.
    let all = queries
        .iter()
        .all(|query| evaluate(query, &Issue, now) == Ok(true));
    println!(
        "evaluate: {:.1} million filters a second{}",
        throughput(filters * 1_000, time),
        if all { "" } else { " (some were not reached)" },
    );
    let matched = |length: usize| {
        let pattern = Pattern::new(format!("*{}b*", "a".repeat(length / 20)));
        let text = "a".repeat(length);
        move || {
            black_box(pattern.matches(black_box(&text)));
        }
    };
    let (short, long) = (matched(20_000), matched(200_000));
    let [short, long] = best([&short, &long]);
    growth("a wildcard of 10,000 characters over 200,000", short, long);
}

/// An issue that all the queries above match, so that each of their filters is decided.
struct Issue;

impl Record for Issue {
    fn field(&self, key: &str) -> FieldValue<'_> {
        match key {
            "status" | "platform" => FieldValue::Number(0.0),
            "level" => "error".into(),
            "times_seen" => FieldValue::Number(250.0),
            "user_count" => FieldValue::Number(25.0),
            "first_seen" => FieldValue::Time(Timestamp::from_micros(1_768_470_000_000_000)),
            "environment" => "production".into(),
            "release" => "shop@2.1".into(),
            "release.version" => "2.1.0".into(),
            "title" => "Read timeout after 30 s".into(),
            "user.email" => "jane@example.com".into(),
            "assigned_to" => "#payments".into(),
            _ => FieldValue::Missing,
        }
    }
}

/// The best time of one run of each, measured in turns.
fn best<const N: usize>(runs: [&dyn Fn(); N]) -> [Duration; N] {
    let mut times = [Duration::MAX; N];
    for _ in 0..ROUNDS {
        for (run, time) in runs.iter().zip(&mut times) {
            let start = Instant::now();
            let mut count = 0;
            while start.elapsed() < Duration::from_millis(20) {
                run();
                count += 1;
            }
            *time = (*time).min(start.elapsed() / count);
        }
    }
    times
}

/// Units per microsecond, which is bytes in MB/s and filters in millions a second.
#[allow(clippy::cast_precision_loss, reason = "the counts are small")]
fn throughput(count: usize, time: Duration) -> f64 {
    count as f64 / (time.as_secs_f64() * 1e6)
}

fn queries() -> Vec<(String, Dialect)> {
    let shared = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../shared/query/bench-queries.json"
    );
    let Ok(text) = std::fs::read_to_string(shared) else {
        println!("the shared queries are absent: ours are measured");
        return OWN
            .iter()
            .map(|text| ((*text).to_owned(), Dialect::Events))
            .collect();
    };
    let pairs: Vec<(String, String)> = serde_json::from_str(&text).unwrap_or_default();
    let dialect = |name: &str| match name {
        "issues" => Dialect::Issues,
        _ => Dialect::Events,
    };
    pairs
        .into_iter()
        .map(|(text, name)| (text, dialect(&name)))
        .collect()
}
