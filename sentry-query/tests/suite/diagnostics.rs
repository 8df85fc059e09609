//! What people and agents are told about wrong queries.

use std::fmt::Write;

use sentry_query::{Code, Diagnostic, Dialect, Parse, ParseError, Severity, parse};

/// Every query with what is said about it.
fn told(dialect: Dialect, queries: &[&str]) -> String {
    let mut out = String::new();
    for query in queries {
        let parsed = parse(query, dialect);
        assert!(
            !parsed.diagnostics().is_empty(),
            "nothing is said about {query}"
        );
        let verdict = if parsed.is_ok() { "taken" } else { "refused" };
        assert_mends(&parsed);
        writeln!(out, "── {verdict}\n{}\n", rendered(parsed)).unwrap();
    }
    out
}

/// What a lone problem suggests makes a query that Sentry takes, without the problem.
fn assert_mends(parsed: &Parse) {
    let [problem] = parsed.diagnostics() else {
        return;
    };
    if let Some(fixed) = problem.fixed(parsed.source()) {
        let again = parse(&fixed, parsed.query().dialect());
        assert!(again.is_ok(), "{fixed}");
        assert_ne!(fixed, parsed.source());
        let codes: Vec<Code> = again.diagnostics().iter().map(Diagnostic::code).collect();
        assert!(!codes.contains(&problem.code()), "{fixed}");
    }
}

fn rendered(parsed: Parse) -> String {
    let diagnostics = parsed.render().to_string();
    match parsed.into_result() {
        Ok(_) => diagnostics,
        Err(error) => {
            let error: ParseError = error;
            assert_eq!(error.to_string(), diagnostics);
            diagnostics
        }
    }
}

#[test]
fn wrong_issue_searches() {
    insta::assert_snapshot!(told(
        Dialect::Issues,
        &[
            "is:resloved level:error",
            "is:bookmarked",
            "is:[resolved, archived]",
            "is:open",
            "!is:For-Review",
            "is:",
            "level:error OR level:fatal is:unresolved",
            "is:unresolved OR is:archived",
            "is:unresolved (level:error OR level:fatal)",
            "!(level:error os:ios)",
            "timesSeen:>100 or userCount:>5",
            "level:error AND is:unresolved",
            "!has:[user.email, user.id]",
            "has:[user.email, user.id]",
            "has:*",
            "has:\"user email\"",
            "(level:error) is:unresolved",
            "!(level:error)",
            "NOT level:info is:unresolved",
            "(level:error is:unresolved",
            "level:error) is:unresolved",
            "level:error ( )",
            "message:\"payment failed",
            "message:payment\"failed\"",
            "TypeError: x is undefined",
            "release: 2.1",
            "level:[error,]",
            "age:24h",
            "age:>24h",
            "!age:-24h",
            "age:yesterday",
            "firstSeen:2026-02-30",
            "firstSeen:>2026-13-01",
            "age:-99999999d",
            "timesSeen:many",
            "timesSeen:>1,000",
            "timesSeen:>5min",
            "timesSeen:true",
            "error.handled:yes",
            "count():>5",
            "level:error\nis:unresolved",
            "http.status_code:>=500",
            "foo[*]:",
            "is:resloved age:soon level:\"x ( timesSeen:abc",
        ],
    ));
}

#[test]
fn issue_searches_with_habits_from_elsewhere() {
    insta::assert_snapshot!(told(
        Dialect::Issues,
        &[
            "level=error",
            "level!=error is:unresolved",
            "!level=info",
            "level<>error",
            "timesSeen>100",
            "level:error && is:unresolved",
            "level:error || level:fatal",
            "-level:info",
            "!!level:error",
            "level!:error",
            "! level:error",
            "message:'payment failed' is:unresolved",
            "environment:'production'",
            "level:error, is:unresolved",
            "is:unresolved,archived",
            "is: unresolved",
            "has: user",
            "has:user.*",
            "timesSeen:100+",
            "timesSeen:>1_000",
            "lastSeen:today",
            "age:+7d",
            "lastSeen:>yesterday",
            "firstSeen:3months",
            "age:<2weeks",
            "lastSeen:>2026/01/15",
            "lastSeen:2026-01-15T12:00",
            "count:>100",
            "users:>5",
            "is:high",
            "is:mine",
            "is:regresed",
            "level:",
            "!is:",
            "error.unhandled:maybe",
            "userCount:[1, two]",
        ],
    ));
}

#[test]
fn issue_searches_with_more_habits() {
    insta::assert_snapshot!(told(
        Dialect::Issues,
        &[
            "timesSeen > 100 is:unresolved",
            "level = error",
            "level in [error, fatal]",
            "level:error & os.name:iOS",
            "environment:[prod staging]",
            "error.type:[ TypeError, ValueError ]",
            "environment:[\"prod\" \"staging\"]",
            "level:(error OR fatal)",
            "message:\u{201C}payment failed\u{201D}",
            "title:%timeout%",
            "title:/^Read.*/",
            "title:/.*timeout.*/",
            "tags[\"plan\"]:pro",
            "Is:unresolved HAS:user",
            "is:unresolved sort:freq limit:50",
            "is:!unresolved",
            "has:!user",
            "-firstSeen:-7d",
            "NOT age:-24h",
            "lastSeen!:-24h",
            "url:https://example.com/(a)b",
            "TypeError: Cannot read property 'x' of undefined (reading 'y')",
            "release:>=1.2.3",
            "firstSeen:!=-24h",
        ],
    ));
}

#[test]
fn wrong_event_searches() {
    insta::assert_snapshot!(told(
        Dialect::Events,
        &[
            "is:unresolved level:error",
            "level:error OR",
            "AND level:error",
            "a:b OR OR c:d",
            "!(level:error OR level:fatal)",
            "!(level:error os:ios)",
            "NOT (level:error)",
            "(level:error",
            "url:\"a\"b",
            "p95(transaction.duration,):>3s",
            "unknown():>5s",
            "avg(nothing):>5s",
            "avg(title):>5s",
            "transaction.duration:>3parsecs",
            "measurements.cls:>3s",
            "transaction.duration:>99999999999999d",
            "timestamp:[2026-01-01]",
            "is:unresolved OR level:error",
            "level:error OR is:unresolved",
            "level=error || level=fatal",
            "count()>5",
            "count:>5",
            "duration:>3s",
            "transaction.duration:>3seconds",
            "transaction.duration:[1s, 2s]",
            "transaction.duration>500ms",
            "level:error AND (os.name:iOS OR",
            "error.handled:[true]",
            "timestamp:!=-24h",
            "percentile(transaction.duration, 0.95,):>3s",
            "last_seen():>=2026-02-30",
            "failure_rate(:>5%",
            "failure_rate( ):abc",
            "url:/a/b(c)",
            "spans.http:01(ms",
            "project_id<=67635pb",
            "level:error & os.name:iOS",
            "level:error OR)",
            "(level:error) AND OR (level:info)",
        ],
    ));
    insta::assert_snapshot!(told(
        Dialect::EventsRegex,
        &[
            "message://(a//",
            "timestamp://a//",
            "message://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa//"
        ],
    ));
}

#[test]
fn odd_text_keeps_the_carets_in_place() {
    let long = format!("{} level: {}", "ä".repeat(80), "b".repeat(80));
    let lines = "message:\"one\ntwo\" age:\tsoon";
    insta::assert_snapshot!(told(
        Dialect::Issues,
        &[
            "日本 is:resloved",
            "\u{f00d}x\u{202e} level:\"y",
            &long,
            lines,
            "message:\u{f00d}Contains\u{f00d}a\"b",
        ],
    ));
}

#[test]
fn a_query_can_have_several_problems() {
    let parsed = parse("is:x )age:y (( a:\"b", Dialect::Issues);
    let codes: Vec<Code> = parsed.diagnostics().iter().map(Diagnostic::code).collect();
    assert_eq!(
        codes,
        [
            Code::UnknownIsValue,
            Code::UnmatchedParenthesis,
            Code::InvalidDate,
            Code::UnclosedParenthesis,
            Code::UnclosedParenthesis,
            Code::UnclosedQuote,
        ]
    );
}

#[test]
fn good_queries_are_silent() {
    for query in [
        "is:unresolved",
        "age:-24h",
        "firstSeen:-30d firstSeen:+7d",
        "R & D x > y a = b [draft] in [a]",
        "url:/api/0/ title:/etc/passwd sort",
        "isolated:true Has ISO:x",
        "tags[plan]:pro price:5%",
        "a*b \"(c)\"",
        "foo(bar) baz()",
        "!has:user level:[a, b]",
        "release:shop@1.2",
        "note this",
        "url:https://x/?a=b",
    ] {
        assert_eq!(parse(query, Dialect::Issues).diagnostics(), [], "{query}");
    }
}

#[test]
fn warnings_do_not_refuse() {
    let parsed = parse("NOT level:info", Dialect::Issues);
    assert_eq!(parsed.diagnostics()[0].severity(), Severity::Warning);
    assert!(parsed.is_ok());
    assert_eq!(
        parsed.diagnostics()[0].fixed("NOT level:info").as_deref(),
        Some("!level:info")
    );
}
