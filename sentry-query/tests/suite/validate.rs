//! What is said about queries that Sentry takes.

use std::fmt::Write;

use proptest::prelude::*;
use sentry_query::{Code, Dataset, Query, Severity, Status, parse, render, validate};

use crate::properties::config;
use crate::soup;

/// Every query with what is found in it.
fn found(dataset: Dataset, queries: &[&str]) -> String {
    let mut out = String::new();
    for query in queries {
        let parsed = dataset.parse(query);
        assert!(parsed.is_ok(), "{query} is refused: {}", parsed.render());
        let findings = parsed.validate(dataset);
        assert!(!findings.is_empty(), "nothing is found in {query}");
        writeln!(out, "{}\n", render(query, &findings)).unwrap();
    }
    out
}

#[test]
fn names_of_fields() {
    insta::assert_snapshot!(found(Dataset::Issues, NAMES_IN_ISSUES));
    insta::assert_snapshot!(found(Dataset::Errors, NAMES_IN_ERRORS));
    insta::assert_snapshot!(found(Dataset::Spans, NAMES_IN_SPANS));
}

const NAMES_IN_ISSUES: &[&str] = &[
    "assigned_to:me",
    "detector:12",
    "assignee:me",
    "timeSeen:5",
    "!relase:1.0",
    "has:user.emial",
    "priority:high",
    "userEmail:a@example.com",
    "span.op:db",
    "\"sentry:dist\":5",
    "first_release:1.0",
    "unhandled:true",
];

const NAMES_IN_ERRORS: &[&str] = &[
    "assigned:me",
    "timesSeen:5",
    "(levle:error OR stack.filname:a.py)",
    "cout():>5",
    "count_unique(user.emial):>5",
];

const NAMES_IN_SPANS: &[&str] = &[
    "span.durration:3",
    "span_duration:3",
    "transaction.duration:3",
    "issue.priority:high",
    "count_rage_clicks:3",
    "!cart.total:>=5",
    "tags[cart]:<2.5",
    "span.status_code:>=400",
];

#[test]
fn values() {
    insta::assert_snapshot!(found(Dataset::Issues, VALUES_IN_ISSUES));
    insta::assert_snapshot!(found(Dataset::Errors, VALUES_IN_ERRORS));
    insta::assert_snapshot!(found(Dataset::Metrics, &["metric.type:guage"]));
    insta::assert_snapshot!(found(
        Dataset::Replays,
        &["click.selector:div*", "replay_type:sesion", "count_erors:3"]
    ));
    insta::assert_snapshot!(found(
        Dataset::Feedback,
        &["is:ignored", "issue.category:feedbak"]
    ));
}

const VALUES_IN_ISSUES: &[&str] = &[
    "is:ignored",
    "!is:muted",
    "status:ignored",
    "status:resolvedInNextRelease",
    "status:[open, closed]",
    "issue.priority:urgent",
    "issue.priority:h*",
    "issue.seer_actionability:*high",
    "issue.priority:>=low",
    "issue.priority:>=medium",
    "!level:>error",
    "level:<=Warning",
    "level:>fatal",
    "level:!=>error",
    "level:[>error]",
    "issue.category:>error",
    "level:warn",
    "level:error,fatal",
    "level:critical",
    "!level:[eror, info, \"debgu\"]",
    "issue.category:performnce",
    "monitor:nightly-job",
    "release.stage:low",
];

const VALUES_IN_ERRORS: &[&str] = &[
    "device.class:mid",
    "http.status_code:>=500",
    "level:ERR",
    "tags[cart, number]:many",
    "tags[vip,boolean]:[yes, true]",
];

#[test]
fn filters_that_contradict() {
    insta::assert_snapshot!(found(Dataset::Issues, CONFLICTS_IN_ISSUES));
    insta::assert_snapshot!(found(Dataset::Transactions, CONFLICTS_IN_TRANSACTIONS));
    insta::assert_snapshot!(found(Dataset::Spans, CONFLICTS_IN_SPANS));
    insta::assert_snapshot!(found(
        Dataset::Logs,
        &["log.severity_number:<5 log.severity_number:>=5"]
    ));
}

const CONFLICTS_IN_ISSUES: &[&str] = &[
    "is:resolved is:unresolved",
    "is:resolved level:error is:regressed",
    "status:resolved is:new",
    "!is:unresolved is:escalating",
    "level:error level:info",
    "level:error os.name:iOS level:[info, warning]",
    "level:error !level:error",
    "timesSeen:>10 timesSeen:<5",
    "age:-1h age:+1d",
    "lastSeen:2026-01-15 lastSeen:<2026-01-01",
    "has:release !has:release",
    "!has:user.email user.email:a@example.com",
    "is:linked is:unlinked",
    "is:assigned is:unassigned",
    "error.handled:true error.handled:false",
    "level:error level:error",
    "is:assigned assigned:none",
    "assigned:[me, #payments] os.name:iOS is:unassigned",
    "assigned:none !assigned:none",
    "error.handled:true error.unhandled:true",
    "level:err* level:fatal",
    "level:[fatal, debug] level:[err*, warn*, inf*]",
    "timesSeen:5 !timesSeen:5",
    "timesSeen:[1, 10] timesSeen:5",
    "has:release !release:*",
    "!release:* release:1",
    "release:latest !release:latest",
    "has:assigned is:unassigned",
    "release.version:>2.0 release.version:<1.0",
    "release.version:1.10 release.version:<1.9",
    "release.version:>=2.0 release.version:<2",
];

const CONFLICTS_IN_TRANSACTIONS: &[&str] = &[
    "transaction.op:pageload AND transaction.op:navigation",
    "transaction:/a OR (transaction.duration:>3s transaction.duration:<1s)",
    "count():>10 count():<=10",
    "failure_rate():>5% failure_rate():<1%",
    "transaction.op:pageload AND transaction.op:pageload",
    "(level:error) (level:fatal)",
    "((level:error transaction:/a) level:fatal) OR transaction:/b",
    "level:error OR level:fatal OR level:error",
    "(level:error OR level:error) transaction:/a",
];

const CONFLICTS_IN_SPANS: &[&str] = &[
    "span.op:db* span.op:http",
    "span.op:http (span.op:DB* trace:a)",
    "span.duration:>5s span.duration:<3000",
];

/// What is normal, or may well be.
#[test]
fn nothing_is_said_of_good_queries() {
    let silent = [
        // The parser says what is meant by it.
        (Dataset::Issues, "users:>100"),
        (Dataset::Issues, "is:unresolved is:new level:error age:-24h"),
        (
            Dataset::Issues,
            "is:archived is:archived_forever !is:for_review",
        ),
        (
            Dataset::Issues,
            "customer:acme customerType:enterprise plan:gold page:2",
        ),
        (
            Dataset::Issues,
            "assigned:me assigned:my_teams assigned:#payments",
        ),
        (
            Dataset::Issues,
            "error.type:A error.type:B stack.filename:a.py stack.filename:b.py",
        ),
        (Dataset::Issues, "message:first message:second"),
        (Dataset::Issues, "release:latest release:1.0"),
        (
            Dataset::Issues,
            "level:err* level:[error, fatal] level:ERROR",
        ),
        (
            Dataset::Issues,
            "timesSeen:>=5 timesSeen:<=5 age:-7d age:+1d",
        ),
        (Dataset::Issues, "status:1 substatus:[new, ongoing]"),
        (Dataset::Issues, "firstSeen:>2026-01-01 firstSeen:-24h"),
        (
            Dataset::Issues,
            "browser.version:5 os.version:6 region:eu thread:main",
        ),
        (Dataset::Errors, "level:error OR level:info"),
        (
            Dataset::Errors,
            "http.status_code:5* count():>5 unheard_of():>5",
        ),
        (
            Dataset::Errors,
            "transaction.duration:>5m transaction.op:pageload spans.db:>1s",
        ),
        (
            Dataset::Errors,
            "status:paid team:a origin:web activity:login",
        ),
        (
            Dataset::Spans,
            "level:error gen_ai.system:x my.attribute:5 tags[x,number]:>5",
        ),
        (Dataset::Replays, "url:/a url:/b tag:x tag:y"),
        (Dataset::Logs, "payment.id:5 severity:error"),
    ];
    all_silent(&silent);
}

fn all_silent(queries: &[(Dataset, &str)]) {
    for (dataset, query) in queries {
        let parsed = dataset.parse(query);
        assert!(parsed.is_ok(), "{query}");
        assert_eq!(parsed.validate(*dataset), [], "{query}");
    }
}

/// What may well hold together.
#[test]
fn nothing_is_said_of_filters_that_agree() {
    all_silent(&[
        (
            Dataset::Errors,
            "(level:error OR level:info) (level:info OR level:fatal) level:info",
        ),
        (
            Dataset::Issues,
            "is:assigned assigned:me !assigned:[none, #old] assigned:[none, me]",
        ),
        (
            Dataset::Issues,
            "is:unassigned assigned:none !assigned:me assigned_or_suggested:me",
        ),
        (
            Dataset::Errors,
            "error.handled:false error.unhandled:true release.version:1.0 release.version:1.0.0",
        ),
        (
            Dataset::Errors,
            "!has:url url:[\"\", a] !has:os.name !os.name:[iOS, Android]",
        ),
        (
            Dataset::Errors,
            "release.version:>=2.0 release.version:<=2.0.0 release.version:2.* !release.version:>2.1",
        ),
        (
            Dataset::Errors,
            "release.version:>=nightly release.version:<1 release.build:>9 release.build:<1",
        ),
        (
            Dataset::Errors,
            "transaction.duration:<5s transaction.duration:>3000 stack.colno:[1, 2]",
        ),
        (
            Dataset::Issues,
            "release:latest !release:1.0 release:shop* timesSeen:[1, 10] timesSeen:>5 !timesSeen:1",
        ),
        (
            Dataset::Errors,
            "transaction:/A* transaction:[/b, /api] transaction:*i !transaction:/b*",
        ),
    ]);
}

#[test]
fn event_search_knows_the_duration_of_transactions() {
    let source = "transaction.duration>=5s";
    let parsed = Dataset::Errors.parse(source);
    let problem = &parsed.diagnostics()[0];
    assert_eq!(problem.code(), Code::MissingColon);
    assert_eq!(
        problem.fixed(source).as_deref(),
        Some("transaction.duration:>=5s")
    );
}

/// What was meant as an OR, a negation or a comparison is said by the parser alone.
/// The typed tag would refuse the value.
#[test]
fn no_type_is_suggested_for_what_is_no_comparison() {
    let findings = Dataset::Spans.parse("cart:=>5").validate(Dataset::Spans);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].suggestion(), None);
}

/// A list would not close before what is glued to the value.
#[test]
fn no_list_is_suggested_for_glued_values() {
    for query in [
        "level:error level:info()",
        "level:\"error\"b level:info",
        "level:error AND level:info(c)",
    ] {
        let findings = Dataset::Errors.parse(query).validate(Dataset::Errors);
        assert_eq!(findings.len(), 1, "{query}");
        assert_eq!(findings[0].suggestion(), None, "{query}");
    }
}

#[test]
fn words_of_other_languages_are_no_conflict() {
    for query in [
        "foo:>5 foo:<10",
        "level:error || level:fatal",
        "!(level:error) level:fatal",
        "NOT (level:error) level:fatal",
    ] {
        let parsed = Dataset::Errors.parse(query);
        assert!(!parsed.diagnostics().is_empty(), "{query}");
        assert_eq!(parsed.validate(Dataset::Errors), [], "{query}");
    }
}

/// Whatever is suggested is taken by Sentry and no longer has the finding.
#[test]
fn suggestions_mend() {
    let tables: [(Dataset, &[&str]); 8] = [
        (Dataset::Issues, NAMES_IN_ISSUES),
        (Dataset::Errors, NAMES_IN_ERRORS),
        (Dataset::Spans, NAMES_IN_SPANS),
        (Dataset::Issues, VALUES_IN_ISSUES),
        (Dataset::Errors, VALUES_IN_ERRORS),
        (Dataset::Issues, CONFLICTS_IN_ISSUES),
        (Dataset::Transactions, CONFLICTS_IN_TRANSACTIONS),
        (Dataset::Spans, CONFLICTS_IN_SPANS),
    ];
    let mut suggested = 0;
    for (dataset, queries) in tables {
        for query in queries {
            let findings = dataset.parse(query).validate(dataset);
            for finding in &findings {
                let Some(fixed) = finding.fixed(query) else {
                    continue;
                };
                suggested += 1;
                let mended = dataset.parse(&fixed);
                assert!(mended.is_ok(), "{query} -> {fixed}: {}", mended.render());
                let left = mended.validate(dataset);
                let same = left.iter().filter(|other| other.code() == finding.code());
                let before = findings
                    .iter()
                    .filter(|other| other.code() == finding.code());
                assert!(same.count() < before.count(), "{query} -> {fixed}");
            }
        }
    }
    assert!(suggested > 35, "{suggested}");
}

#[test]
fn a_built_query_has_findings_without_places() {
    let query = Query::issues()
        .is(Status::Resolved)
        .is(Status::Unresolved)
        .build()
        .unwrap();
    let findings = validate(&query, Dataset::Issues);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].code(), Code::ConflictingFilters);
    assert_eq!(findings[0].suggestion(), None);
}

#[test]
fn findings_are_bounded() {
    let parsed = Dataset::Issues.parse(&"level:x levle:error ".repeat(2000));
    assert_eq!(parsed.validate(Dataset::Issues).len(), 1000);
}

#[test]
fn time_is_linear() {
    let time = |count: usize| {
        let mut query = String::new();
        for index in 0..count {
            let group = "(".repeat(1 + index % 50) + "s:b*" + &")".repeat(1 + index % 50);
            write!(query, "k{index}x:a span.{index}:b !q:a{index} q:a{index} ").unwrap();
            write!(query, "{group} s:[b{index}, c] {group} (t:{index} OR u:1) ").unwrap();
        }
        let parsed = Dataset::Errors.parse(&query);
        let runs = (0..3).map(|_| {
            let start = std::time::Instant::now();
            assert_eq!(parsed.validate(Dataset::Errors).len(), 1);
            start.elapsed()
        });
        runs.min().unwrap()
    };
    let (short, long) = (time(1000), time(10_000));
    assert!(long < short * 40, "{short:?} {long:?}");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn findings_are_whole(
        source in soup::text(),
        dialect in soup::dialect(),
        dataset in prop::sample::select(Dataset::ALL),
    ) {
        // A data set is also asked about queries of another dialect.
        for parsed in [parse(&source, dialect), dataset.parse(&source)] {
            let findings = parsed.validate(dataset);
            prop_assert!(findings.is_sorted_by_key(|finding| finding.span().start()));
            for finding in &findings {
                prop_assert!(finding.severity() != Severity::Error);
                prop_assert!(source.get(finding.span().range()).is_some());
                prop_assert!(!finding.expected().is_empty());
                prop_assert!(!render(&source, &findings).to_string().is_empty());
                if let (true, Some(fixed)) = (parsed.is_ok(), finding.fixed(&source)) {
                    let mended = dataset.parse(&fixed);
                    let refused = dataset.parse(&source).is_ok() && !mended.is_ok();
                    prop_assert!(!refused, "{} -> {}: {}", source, fixed, mended.render());
                }
            }
        }
    }
}
