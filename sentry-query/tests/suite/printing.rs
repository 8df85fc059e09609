//! The canonical spelling.

use sentry_query::{Dialect, parse};

#[track_caller]
fn prints(dialect: Dialect, pairs: &[(&str, &str)]) {
    for (source, want) in pairs {
        let query = parse(source, dialect)
            .into_result()
            .unwrap_or_else(|error| panic!("{error}"));
        let printed = query.to_string();
        assert_eq!(&printed, want, "{source}");
        assert_eq!(parse(&printed, dialect).query(), &query, "{source}");
    }
}

#[test]
fn names_operators_and_units_have_one_spelling() {
    prints(
        Dialect::Issues,
        &[
            ("first_seen:-24h", "firstSeen:-24h"),
            ("assigned_to:me", "assigned:me"),
            ("affectedUsers:>5", "userCount:>5"),
            ("dist:7", "dist:7"),
            ("!timesSeen:>1.5k", "timesSeen:<=1500"),
            ("level:!=info", "!level:info"),
            ("!level:!=info", "level:info"),
            ("is:muted", "is:muted"),
            ("!is:\"resolved\"", "!is:resolved"),
            ("has:[level]", "has:level"),
            ("tags[a,  string]:x", "tags[a,string]:x"),
            (
                "lastSeen:2026-01-01T00:00:00+02:00",
                "lastSeen:2025-12-31T22:00:00Z",
            ),
            ("lastSeen:>2026-01-01T00:00:00", "lastSeen:>2026-01-01"),
            ("lastSeen:2026-01-01", "lastSeen:2026-01-01"),
            (
                "lastSeen:2026-01-01T00:00:00",
                "lastSeen:2026-01-01T00:00:00Z",
            ),
            ("lastSeen:+007d", "lastSeen:+7d"),
        ],
    );
    prints(
        Dialect::Events,
        &[
            ("transaction.duration:>5min", "transaction.duration:>5m"),
            (
                "p95():>0.50s or failure_rate( ):>5.%",
                "p95():>0.5s OR failure_rate():>5%",
            ),
            (
                "count_if(a,  equals,\"b c\"):>1k",
                "count_if(a, equals, \"b c\"):>1000",
            ),
            ("!error.handled:1", "error.handled:false"),
            ("count():>2.5KIB", "count():>2.5kib"),
            ("( a:b )or(c:d)", "(a:b) \"or\" (c:d)"),
            ("( a:b )or (c:d)", "(a:b) OR (c:d)"),
            ("a (\"\" ) b", "\"a\" \"b\""),
        ],
    );
}

#[test]
fn quotes_stand_only_where_they_are_needed() {
    prints(
        Dialect::Issues,
        &[
            ("a:\"b\"", "a:b"),
            ("a:\"b c\"", "a:\"b c\""),
            ("a:\"b(c)\"", "a:\"b(c)\""),
            ("a:\"\"", "a:\"\""),
            ("a:b\\\"c", "a:\"b\\\"c\""),
            ("a:\">5\"", "a:>5"),
            ("a:>5", "a:>5"),
            ("release.version:\">5\"", "release.version:\">5\""),
            ("release.version:>5", "release.version:>5"),
            ("a:\"[b, c]\"", "a:\"[b, c]\""),
            ("a:\"1,2\"", "a:\"1,2\""),
            (
                "a:[\"b\", \"c d\", \"\", \"e]\"]",
                "a:[b, \"c d\", \"\", \"e]\"]",
            ),
            ("a:C:\\dir\\", "a:C:\\dir\\"),
            ("release.version:==\\", "release.version:==\\"),
            ("release.version:=>\\", "release.version:=>\\"),
            ("\"a:b\":c", "\"a:b\":c"),
            ("\"level\":c", "level:c"),
            ("\"checkout\"", "checkout"),
            ("\"check out\"", "\"check out\""),
            ("\"a\" \"b\"", "\"a\" \"b\""),
            ("( x:1 ) y", "\"( x:1 )\" \"y\""),
            ("\"OR\"", "\"OR\""),
            ("a:\u{f00d}Contains\u{f00d}b*c", "a:*b\\*c*"),
        ],
    );
}

#[test]
fn numbers_have_no_exponent() {
    let huge = format!("timesSeen:>{}b", "9".repeat(320));
    let query = parse(&huge, Dialect::Issues).into_result().unwrap();
    assert_eq!(parse(&query.to_string(), Dialect::Issues).query(), &query);
    prints(
        Dialect::Issues,
        &[
            (
                "timesSeen:>1000000000000b",
                "timesSeen:>1000000000000000000000",
            ),
            ("timesSeen:<0.0000001", "timesSeen:<0.0000001"),
            ("timesSeen:-0.5", "timesSeen:-0.5"),
        ],
    );
}

/// Behind an operator a date or an amount would be read before a version.
#[test]
fn compared_versions_keep_the_quotes_they_need() {
    let quoted = [
        r#"release.version:>"2026-01-15""#,
        r#"release.version:<="2026-01-15Z""#,
        r#"release.version:>"2026-02-30""#,
        r#"release.version:<"2026-01-15+05:00""#,
        r#"release.version:>"@@26-01-15""#,
        r#"release.build:<"5s""#,
        r#"release.version:>="10mb""#,
        "release.version:>2.1.0",
        "release.version:>5",
        "release.version:>5k",
        "release.version:>-5",
        "release.version:2026-01-15",
        "!release.version:2026-01-15",
        "release.version:5s",
        "!release.version:5s",
    ];
    for text in quoted.map(|text| text.replace("@@", "٢٠")) {
        prints(Dialect::Events, &[(&text, &text)]);
    }
}

#[test]
fn text_does_not_become_a_filter() {
    prints(
        Dialect::Events,
        &[
            ("count():5( 3)", "\"count():5\" (3)"),
            ("p95():abc", "\"p95():abc\""),
            ("a count():5(b:c)", "\"a count():5\" (b:c)"),
        ],
    );
}
