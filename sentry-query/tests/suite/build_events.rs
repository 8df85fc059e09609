//! Event queries that programs build.

use std::time::Duration;

use sentry_query::build::{Condition, all, any, field, flag, function, has, tag, text, typed_tag};
use sentry_query::schema::{spans, transactions};
use sentry_query::{
    AttributeKind, BuildError, Dataset, EventQuery, Level, MAX_DEPTH, Percentage, Query, Size,
    SizeUnit, Term, Timestamp, newer_than, older_than,
};

/// Builds the query, which its data set has to read back as it is.
#[track_caller]
fn prints(dataset: Dataset, query: EventQuery, text: &str) {
    let query = query.build().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(query.to_string(), text);
    let read = dataset.parse(text);
    assert!(read.is_ok(), "{}", read.render());
    assert_eq!(read.query(), &query);
}

fn a() -> Condition {
    field("a").equals("1")
}

fn b() -> Condition {
    field("b").equals("2")
}

fn c() -> Condition {
    field("c").equals("3")
}

#[test]
fn conditions_have_the_groups_they_need_and_no_others() {
    let cases = [
        (a().and(b()).and(c()), "a:1 b:2 c:3"),
        (a().or(b()).or(c()), "a:1 OR b:2 OR c:3"),
        (a().and(b()).or(c()), "a:1 b:2 OR c:3"),
        (a().or(b()).and(c()), "(a:1 OR b:2) c:3"),
        (a().and(b().or(c())), "a:1 (b:2 OR c:3)"),
        (a().or(b().and(c())), "a:1 OR b:2 c:3"),
        (
            all([any([a(), b()]), any([b(), c()])]),
            "(a:1 OR b:2) (b:2 OR c:3)",
        ),
        (
            any([any([a(), any([b()])]), all([c()])]),
            "a:1 OR b:2 OR c:3",
        ),
        (all([all([a(), all([b()])]), any([c()])]), "a:1 b:2 c:3"),
        (
            any([all([any([a(), b()]), c()]), a()]),
            "(a:1 OR b:2) c:3 OR a:1",
        ),
    ];
    for (condition, want) in cases {
        prints(Dataset::Errors, Query::errors().and(condition), want);
    }
}

#[test]
fn a_negated_group_is_written_out() {
    let cases = [
        (!a(), "!a:1"),
        (!!a(), "a:1"),
        ((!a()).and(b()), "!a:1 b:2"),
        (!(a().and(b())), "!a:1 OR !b:2"),
        (!(a().or(b())), "!a:1 !b:2"),
        (!(a().or(!b())), "!a:1 b:2"),
        (!!(a().or(b())), "a:1 OR b:2"),
        (!(a().or(b().and(c()))), "!a:1 (!b:2 OR !c:3)"),
        (a().and(!(b().or(c()))), "a:1 !b:2 !c:3"),
        (!has("a"), "!has:a"),
        (!text("a b"), "!message:\"a b\""),
        (!field("a").contains("x"), "!a:*x*"),
        (!field("a").one_of(["x", "y z"]), "!a:[x, \"y z\"]"),
        (!field("error.handled").is_true(), "error.handled:false"),
        (
            !field("stack.lineno").between(1, 5),
            "stack.lineno:<1 OR stack.lineno:>5",
        ),
        (
            !field("stack.lineno").one_of(["1", "2k"]),
            "!stack.lineno:[1, 2000]",
        ),
        (
            !field("timestamp").at(newer_than(Duration::from_secs(60))),
            "timestamp:+1m",
        ),
        (!field("timestamp").equals("-24h"), "timestamp:+24h"),
        (!function("count", &[]).greater_than(5), "count():<=5"),
        (
            !field("release.version").at_least("2.1"),
            "release.version:<2.1",
        ),
    ];
    for (condition, want) in cases {
        prints(Dataset::Errors, Query::errors().and(condition), want);
    }
    prints(
        Dataset::Errors,
        Query::errors()
            .field("a")
            .not()
            .equals("1")
            .field("b")
            .not()
            .not()
            .equals("2"),
        "!a:1 b:2",
    );
    prints(
        Dataset::Spans,
        Query::spans()
            .function("count", &[])
            .not()
            .between(1, 5)
            .has("x"),
        "(count():<1 OR count():>5) has:x",
    );
}

#[test]
fn what_always_or_never_holds_is_no_part_of_a_query() {
    for always in [all([]), !any([]), any([a(), all([])]), !all([a(), any([])])] {
        prints(Dataset::Errors, Query::errors().and(always.clone()), "");
        prints(Dataset::Errors, Query::errors().and(always).and(b()), "b:2");
    }
    for never in [
        any([]),
        !all([]),
        all([a(), any([])]),
        any([any([]), !all([])]),
    ] {
        assert!(Query::errors().and(never.clone()).build().is_err());
        prints(Dataset::Errors, Query::errors().and(never.or(b())), "b:2");
    }
    prints(Dataset::Errors, Query::errors(), "");
    prints(
        Dataset::Errors,
        Query::errors().or(a()).or(b()),
        "a:1 OR b:2",
    );
    let once = any([all([any([a(), b()]), all([])]), any([])]);
    prints(Dataset::Errors, Query::errors().and(once), "a:1 OR b:2");
}

#[test]
fn each_data_set_reads_its_fields_by_their_kind() {
    prints(
        Dataset::Spans,
        Query::spans()
            .field(spans::SPAN_DURATION)
            .between(Duration::from_millis(1), Duration::from_secs(7200))
            .typed_tag("cart", AttributeKind::Number)
            .less_than(5)
            .typed_tag("gift", AttributeKind::Boolean)
            .is_true()
            .typed_tag("items", AttributeKind::Array)
            .equals("hat")
            .typed_tag("plan", AttributeKind::String)
            .starts_with("free")
            .tag("plan")
            .equals("x")
            .flag("new-cart")
            .equals("true")
            .field("names[*]")
            .equals(">5"),
        "span.duration:>=1ms span.duration:<=2h tags[cart,number]:<5 tags[gift,boolean]:true \
         tags[items,array][*]:hat tags[plan,string]:free* tags[plan]:x flags[new-cart]:true \
         names[*]:\">5\"",
    );
}

#[test]
fn amounts_have_the_unit_that_fits() {
    prints(
        Dataset::Transactions,
        Query::transactions()
            .field(transactions::TRANSACTION_DURATION)
            .at_most(1.5)
            .field("measurements.lcp")
            .equal_to(Duration::from_micros(2_500_250))
            .field("timestamp")
            .less_than(Timestamp::parse("2026-01-15T12:00:00Z").unwrap())
            .field("release.build")
            .greater_than(7)
            .field("timestamp")
            .at(older_than(Duration::from_secs(86_400))),
        "transaction.duration:<=1.5 measurements.lcp:2500.25ms timestamp:<2026-01-15T12:00:00Z \
         release.build:>7 timestamp:+1d",
    );
    prints(
        Dataset::Errors,
        Query::errors()
            .and(tag("a").equals("x").or(flag("b").is_true()))
            .field("custom")
            .is_true()
            .field("level")
            .one_of([Level::Error, Level::Fatal]),
        "(tags[a]:x OR flags[b]:true) custom:true level:[error, fatal]",
    );
    // What only spans type is text elsewhere.
    assert!(
        Query::logs()
            .field("span.duration")
            .greater_than(5)
            .build()
            .is_err()
    );
    assert!(
        Query::errors()
            .and(typed_tag("cart", AttributeKind::Number).less_than(5))
            .build()
            .is_err()
    );
}

#[test]
fn functions_take_what_they_return() {
    let second = Duration::from_secs(1);
    prints(
        Dataset::Transactions,
        Query::transactions()
            .function("p95", &[])
            .greater_than(second)
            .function("percentile", &["transaction.duration", "0.95"])
            .at_least(second)
            .function("failure_rate", &[])
            .less_than(Percentage::new(12.5))
            .function("count_unique", &["tags[a,string]"])
            .equal_to(3)
            .function("count_if", &["a", "equals", "x\"y, (z)"])
            .at_most(-1)
            .function("sum", &["a"])
            .between(
                Size::new(1, SizeUnit::Kibibyte),
                Size::new(2, SizeUnit::Mebibyte),
            )
            .function("last_seen", &[])
            .at(newer_than(Duration::from_secs(3600)))
            .function("count", &[])
            .not()
            .greater_than(5),
        "p95():>1s percentile(transaction.duration, 0.95):>=1s failure_rate():<12.5% \
         count_unique(tags[a,string]):3 count_if(a, equals, \"x\\\"y, (z)\"):<=-1 sum(a):>=1kib \
         sum(a):<=2mib last_seen():-1h count():<=5",
    );
    let refused = [
        function("count", &[]).greater_than(second),
        function("p95", &["level"]).greater_than(second),
        function("nonsense", &[]).greater_than(second),
        function("count", &[]).less_than(Percentage::new(5)),
        function("count", &[]).less_than(f64::INFINITY),
        function("count", &[]).less_than("2.1.0"),
        function("random", &[]).at(newer_than(second)),
        function("a b", &[]).less_than(1),
        function("", &[]).less_than(1),
        function("f", &["ends in \\"]).less_than(1),
        function("f", &["a\tb"]).less_than(1),
    ];
    for condition in refused {
        let query = Query::transactions().and(condition.clone()).build();
        assert!(query.is_err(), "{condition:?}: {query:?}");
    }
    prints(
        Dataset::Errors,
        Query::errors()
            .function("f", &["", "`a", "a`b"])
            .equal_to(1),
        "f(\"\", \"`a\", a`b):1",
    );
}

#[test]
fn nesting_is_bounded_and_costs_no_stack() {
    let nested =
        |depth: usize| (0..depth).fold(any([a(), b()]), |inner, _| any([all([inner, a()]), b()]));
    let deepest = Query::errors().and(nested(MAX_DEPTH)).build().unwrap();
    assert!(matches!(deepest.terms().last(), Some(Term::Filter(_))));
    let error = Query::errors()
        .and(nested(MAX_DEPTH + 1))
        .build()
        .unwrap_err();
    assert!(error.to_string().contains("121 levels"), "{error}");
    let deep = nested(50_000);
    assert!(Query::errors().and(deep.clone()).build().is_err());
    assert!(Query::errors().and(!deep).build().is_err());
    let negated = (0..200_001).fold(a(), |condition, _| !condition);
    prints(Dataset::Errors, Query::errors().and(negated), "!a:1");
    let alone = (0..50_000).fold(a(), |condition, _| !all([any([condition])]));
    prints(Dataset::Errors, Query::errors().and(alone), "a:1");
    let inwards = (0..50_001).fold(a(), |inner, _| b().and(!c().or(inner)));
    assert!(Query::errors().and(inwards).build().is_err());
    let long = (0..100_000).fold(Query::errors(), |query, _| query.or(b()));
    assert_eq!(long.build().unwrap().terms().len(), 199_999);
}

#[test]
fn errors_say_what_to_do() {
    let never: Condition = any([]);
    let deep = (0..200).fold(a(), |inner, _| a().or(b().and(inner)));
    let nothing: [&str; 0] = [];
    let errors: Vec<BuildError> = [
        field("os name").equals("iOS"),
        has(""),
        field("path").equals("Program Files\\"),
        field("path").one_of(["a", "b \\"]),
        field("path").equals("\\*"),
        text("two: words\\"),
        text("\\*"),
        text(""),
        text("a\\").and(text("b")),
        field("level").greater_than(3),
        field("level").at(newer_than(Duration::ZERO)),
        field("stack.lineno").contains("5"),
        field("stack.lineno").equals(">5"),
        field("stack.lineno").equals("[1, 2]"),
        field("stack.lineno").equals("5 OR a:b"),
        field("stack.lineno").one_of(["1", "many"]),
        field("stack.lineno").at_least(f64::NAN),
        field("level").one_of(nothing),
        field("timestamp").not().equals("2026-01-15"),
        field("timestamp").at_least(Timestamp::from_micros(i64::MAX)),
        field("transaction.duration").at_least(Duration::MAX),
        function("failure_rate", &[]).at_least(Percentage::new(-1)),
        function("count", &[]).at_least(Duration::from_secs(1)),
        function("p95", &["level"]).at_least(Duration::from_secs(1)),
        deep,
        never,
    ]
    .into_iter()
    .map(|condition| {
        Query::errors()
            .and(condition.clone())
            .build()
            .expect_err(&format!("{condition:?}"))
    })
    .collect();
    let text: Vec<String> = errors.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(text.join("\n"));
    // The first problem is the one that is told.
    let two = Query::errors()
        .field("a b")
        .equals("x")
        .field("c d")
        .equals("y")
        .build();
    assert_eq!(two.unwrap_err().key(), Some("a b"));
}
