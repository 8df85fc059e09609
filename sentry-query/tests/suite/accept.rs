//! What a text is once a completion was accepted.

use proptest::prelude::*;
use sentry_query::{
    CompletionKind, Completions, Dataset, MAX_COMPLETIONS, Severity, complete, complete_with,
};

use crate::complete::known;
use crate::properties::config;
use crate::soup;

fn errors(dataset: Dataset, text: &str) -> usize {
    let parsed = dataset.parse(text);
    let errors = parsed
        .diagnostics()
        .iter()
        .filter(|p| p.severity() == Severity::Error);
    errors.count()
}

/// An item waits for what comes after it, or leaves the text as right as it was.
fn check_items(dataset: Dataset, text: &str, found: &Completions) -> Result<(), TestCaseError> {
    let before = errors(dataset, text);
    for item in &found.items {
        let waits = item.insert.ends_with([':', '(', ',', ' ', '['])
            || item.kind == CompletionKind::Operator;
        let applied = found.apply(text, item);
        if !waits {
            let after = errors(dataset, &applied);
            prop_assert!(after <= before, "{} -> {}", text, applied);
        }
        let end = found.span.start() + item.insert.len();
        prop_assert_eq!(&applied[found.span.start()..end], item.insert.as_str());
    }
    Ok(())
}

/// Queries of all kinds, which are cut everywhere.
const QUERIES: &[&str] = &[
    "is:unresolved level:[error, fatal] !environment:dev release.version:>=2.1 age:-24h checkout",
    "assigned:[me, \"#pay ments\"] !has:[user.email] timesSeen:>100 error.handled:true (a b)",
    "has:[user.id, tags[plan]] !url:\"*/a b*\" tags[plan, string]:pro flags[x]:true OR c (d:e AND f)",
    "count():>5 p95(transaction.duration):<=3s count_unique(user.id):1 last_seen():-24h failure_rate():>5%",
    "transaction.duration:[1, 2] measurements.lcp:>2.5s timestamp:>=2026-01-15T12:00:00 error.type[*]:T*",
    "span.duration:>1s span.op:db tags[n, number]:>5 tags[b,boolean]:true tags[a, array][*]:x",
    "log.severity_text:warn log.severity_number:>=9 \"a phrase\" duration:>60 is_archived:false",
    "http.response_content_length:>5mb sampling_rate:0.5 \"a:b\":c count_if(a, equals, \"x y\"):2",
    "timestamp:=1999-02-27 firstSeen:!=2026-01-15 error.handled:=true timesSeen:=5 release.version:!=2",
    "environment:\"qa 2\" level:error environment:[\"qa 2\", prod] release:\"my release 1.0\" (a:\"b c\")",
    "last_seen():>2026-01-15 apdex():!=1 percentile(transaction.duration, 0.95):>2s",
];

#[test]
fn items_leave_a_text_as_right_as_it_was() {
    for dataset in Dataset::ALL {
        for query in QUERIES {
            for offset in 0..=query.len() {
                let text = &query[..offset];
                let found = complete(text, offset, *dataset);
                check_items(*dataset, text, &found).unwrap();
            }
        }
    }
}

/// The same in the middle of a query; another key or function changes what its value means.
#[test]
fn values_leave_the_rest_of_a_query_alone() {
    for dataset in Dataset::ALL {
        for query in QUERIES {
            for offset in 0..query.len() {
                let found = complete_with(query, offset, *dataset, &known);
                let inner = [CompletionKind::Value, CompletionKind::IsValue];
                if inner.contains(&found.kind) || query[..offset].ends_with("has:") {
                    check_items(*dataset, query, &found).unwrap();
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_place_has_an_answer(source in soup::text(), at in 0..60_usize) {
        for dataset in [Dataset::Issues, Dataset::Transactions] {
            let found = complete_with(&source, at, dataset, &known);
            prop_assert!(found.items.len() <= MAX_COMPLETIONS);
            prop_assert!(source.get(found.span.range()).is_some());
            prop_assert!(found.span.start() <= at);
            for item in &found.items {
                prop_assert!(!item.label.is_empty() && !item.insert.is_empty());
            }
        }
    }

    #[test]
    fn items_leave_any_text_as_right_as_it_was(source in soup::text()) {
        for dataset in [Dataset::Issues, Dataset::Spans, Dataset::Errors] {
            let found = complete(&source, source.len(), dataset);
            check_items(dataset, &source, &found)?;
        }
    }
}
