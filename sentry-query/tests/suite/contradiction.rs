//! Filters that are said to contradict are true of no record, and the other way round.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::subsequence;
use sentry_query::{Code, Dataset, Diagnostic, FieldValue, Record, Timestamp, evaluate};

use crate::properties::config;

/// Filters that agree and disagree in many ways, about few keys.
const FILTERS: &[&str] = &[
    "is:resolved",
    "is:unresolved",
    "!is:unresolved",
    "is:archived",
    "is:new",
    "!is:new",
    "is:regressed",
    "is:archived_forever",
    "status:[resolved, unresolved]",
    "!status:[resolved, archived]",
    "!substatus:new",
    "is:assigned",
    "is:unassigned",
    "!is:assigned",
    "level:error",
    "level:info",
    "!level:error",
    "level:[error, info]",
    "!level:[info, warning]",
    "level:ERR*",
    "has:level",
    "!has:level",
    "level:\"\"",
    "timesSeen:5",
    "timesSeen:>5",
    "timesSeen:>=5",
    "timesSeen:<5",
    "timesSeen:<=5",
    "!timesSeen:>=5",
    "timesSeen:[1, 9]",
    "!timesSeen:[5, 9]",
    "!level:*",
    "level:[\"\", info]",
    "age:-24h",
    "age:+24h",
    "age:+1h",
    "firstSeen:2026-01-15",
    "firstSeen:<2026-01-15T00:00:00",
    "firstSeen:>=2026-01-15T00:00:00",
    "firstSeen:2026-01-15T06:00:00",
    "error.handled:true",
    "!error.handled:true",
    "error.handled:false",
    "error.unhandled:true",
    "error.unhandled:false",
    "assigned:none",
    "assigned:me",
    "!assigned:none",
    "assigned:[none, jane]",
    "level:[war*, inf*]",
];

#[derive(Clone, Debug)]
struct Issue(BTreeMap<&'static str, FieldValue<'static>>);

impl Record for Issue {
    fn field(&self, key: &str) -> FieldValue<'_> {
        self.0.get(key).cloned().unwrap_or(FieldValue::Missing)
    }
}

fn now() -> Timestamp {
    Timestamp::parse("2026-01-15T12:00:00Z").unwrap()
}

const STATES: [(i32, i32); 9] = [
    (0, 7),
    (0, 3),
    (0, 2),
    (0, 6),
    (2, 1),
    (2, 4),
    (2, 5),
    (1, 0),
    (6, 0),
];

const LEVELS: [&str; 4] = ["error", "info", "warning", ""];

const TIMES_SEEN: [f64; 5] = [1.0, 4.0, 5.0, 6.0, 9.0];

const FIRST_SEEN: [&str; 5] = [
    "2026-01-14T11:00:00Z",
    "2026-01-14T12:00:00Z",
    "2026-01-15T00:00:00Z",
    "2026-01-15T06:00:00Z",
    "2026-01-15T11:30:00Z",
];

/// An issue for every number: together they stand on both sides of each border of the filters.
fn issue(number: usize) -> Issue {
    let mut rest = number;
    let mut digit = |base: usize| {
        let digit = rest % base;
        rest /= base;
        digit
    };
    let (status, substatus) = STATES[digit(STATES.len())];
    let first_seen = Timestamp::parse(FIRST_SEEN[digit(FIRST_SEEN.len())]).unwrap();
    let unassigned = digit(2) == 1;
    let handled = digit(2) == 1;
    Issue(BTreeMap::from([
        ("status", FieldValue::Number(f64::from(status))),
        ("substatus", FieldValue::Number(f64::from(substatus))),
        ("unassigned", FieldValue::Boolean(unassigned)),
        (
            "assigned_to",
            match (unassigned, digit(2)) {
                (true, _) => "none",
                (false, 0) => "me",
                (false, _) => "jane",
            }
            .into(),
        ),
        ("level", LEVELS[digit(LEVELS.len())].into()),
        (
            "times_seen",
            FieldValue::Number(TIMES_SEEN[digit(TIMES_SEEN.len())]),
        ),
        ("first_seen", FieldValue::Time(first_seen)),
        ("error.handled", FieldValue::Boolean(handled)),
        ("error.unhandled", FieldValue::Boolean(!handled)),
    ]))
}

const ISSUES: usize = 9 * 5 * 2 * 2 * 2 * 4 * 5;

fn contradicts(source: &str) -> bool {
    let findings = Dataset::Issues.parse(source).validate(Dataset::Issues);
    let mut codes = findings.iter().map(Diagnostic::code);
    codes.any(|code| code == Code::ConflictingFilters)
}

fn matches(source: &str, issue: &Issue) -> bool {
    let query = Dataset::Issues.parse(source).into_result().unwrap();
    evaluate(&query, issue, now()).unwrap()
}

/// Two filters contradict exactly when no issue matches both, but for what is not looked into:
/// wildcards beside wildcards, who an issue is assigned to, errors that are neither handled nor
/// unhandled, and relative dates beside absolute ones.
#[test]
fn pairs_that_match_nothing_are_found() {
    let issues: Vec<Issue> = (0..ISSUES).map(issue).collect();
    let mut missed = Vec::new();
    for (index, first) in FILTERS.iter().enumerate() {
        for second in &FILTERS[index + 1..] {
            let source = format!("{first} {second}");
            let query = Dataset::Issues.parse(&source).into_result().unwrap();
            let mut all = issues.iter();
            let matched = all.any(|issue| evaluate(&query, issue, now()).unwrap());
            assert!(!(matched && contradicts(&source)), "{source}");
            if !matched && !contradicts(&source) {
                missed.push(source);
            }
        }
    }
    let known = [
        "!level:error level:ERR*",
        "!level:[info, warning] level:[war*, inf*]",
        "level:ERR* level:[war*, inf*]",
        "age:+24h firstSeen:2026-01-15",
        "age:+24h firstSeen:>=2026-01-15T00:00:00",
        "age:+24h firstSeen:2026-01-15T06:00:00",
        "!error.handled:true error.unhandled:false",
        "error.handled:false error.unhandled:false",
        "assigned:me assigned:[none, jane]",
    ];
    assert_eq!(missed, known);
}

#[test]
fn versions_that_nothing_has_are_found() {
    let operators = ["", ">", ">=", "<", "<="];
    let versions = ["1.0", "1.9", "1.9.0", "1.10", "shop@1.9+build", "2.0-beta"];
    let filters: Vec<String> = operators
        .iter()
        .flat_map(|operator| versions.map(|version| format!("release.version:{operator}{version}")))
        .collect();
    let candidates = [
        "0.1", "1.0", "1.5", "1.9", "1.9.5", "1.10", "1.11", "2.0-beta", "3.0",
    ];
    for (index, first) in filters.iter().enumerate() {
        for second in &filters[index + 1..] {
            let source = format!("{first} {second}");
            let matched = candidates.iter().any(|version| {
                let issue = Issue(BTreeMap::from([("release.version", (*version).into())]));
                matches(&source, &issue)
            });
            assert_eq!(contradicts(&source), !matched, "{source}");
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_contradicts_matches_nothing(
        filters in subsequence(FILTERS, 2..5),
        numbers in proptest::collection::vec(0..ISSUES, 1..20),
    ) {
        let source = filters.join(" ");
        if contradicts(&source) {
            for number in numbers {
                let issue = issue(number);
                prop_assert!(!matches(&source, &issue), "{} matches {:?}", source, issue);
            }
        }
    }
}
