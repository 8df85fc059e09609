//! Everyday phrases.

use std::fmt::Write;

use proptest::prelude::*;
use sentry_query::phrase::{Reading, interpret};
use sentry_query::{Code, Dataset, Key, Query, Term, render};

use crate::properties::config;
use crate::soup;

/// One line for each phrase: the query, and what is not understood.
fn table(dataset: Dataset, phrases: &str) -> String {
    let mut table = String::new();
    for phrase in phrases.lines().map(str::trim) {
        if phrase.is_empty() || phrase.starts_with("--") {
            writeln!(table, "{phrase}").unwrap();
            continue;
        }
        let Some(found) = interpret(phrase, dataset) else {
            writeln!(table, "{phrase}\n    is a query").unwrap();
            continue;
        };
        let unknown: Vec<&str> = found.unknown().map(|span| span.slice(phrase)).collect();
        write!(table, "{phrase}\n    {}", found.query()).unwrap();
        if !unknown.is_empty() {
            write!(table, "  | unknown: {}", unknown.join(" … ")).unwrap();
        }
        table.push('\n');
    }
    table
}

#[test]
fn phrases_about_issues() {
    insta::assert_snapshot!(table(Dataset::Issues, include_str!("phrases/issues.txt")));
}

#[test]
fn phrases_about_other_data_sets() {
    let sections = include_str!("phrases/data_sets.txt").split("-- ").skip(1);
    let tables = sections.map(|section| {
        let (name, phrases) = section.split_once('\n').unwrap();
        let dataset = Dataset::ALL.iter().find(|dataset| dataset.as_str() == name);
        format!("-- {name}\n{}", table(*dataset.unwrap(), phrases))
    });
    insta::assert_snapshot!(tables.collect::<String>());
}

/// What phrases become is what the tables of fields would have one write.
#[test]
fn queries_from_phrases_have_no_findings() {
    let sections = include_str!("phrases/data_sets.txt").split("-- ").skip(1);
    let sections = sections.map(|section| section.split_once('\n').unwrap());
    let issues = [("issues", include_str!("phrases/issues.txt"))];
    for (name, phrases) in sections.chain(issues) {
        let dataset = *Dataset::ALL
            .iter()
            .find(|one| one.as_str() == name)
            .unwrap();
        for phrase in phrases.lines() {
            let found = interpret(phrase, dataset).unwrap();
            let query = found.query().to_string();
            let findings = dataset.parse(&query).validate(dataset);
            assert!(
                findings.is_empty(),
                "{phrase} -> {}",
                render(&query, &findings)
            );
        }
    }
}

#[test]
fn traps_stay_text() {
    insta::assert_snapshot!(table(Dataset::Issues, include_str!("phrases/traps.txt")));
}

/// Nobody who takes whole phrases only is told the opposite.
#[test]
fn what_turns_a_phrase_around_is_not_passed_over() {
    let phrases = include_str!("phrases/issues.txt").lines();
    for phrase in phrases.filter(|phrase| !phrase.starts_with("--")) {
        for turn in [
            "never seen",
            "no longer",
            "should be",
            "until",
            "instead of",
            "hide",
        ] {
            let phrase = format!("{turn} {phrase}");
            let found = interpret(&phrase, Dataset::Issues).unwrap();
            assert!(!found.is_whole(), "{phrase} -> {}", found.query());
        }
    }
}

/// Words of the grammar, of traps and of queries, in any order.
fn phrase() -> impl Strategy<Value = String> {
    let known = include_str!("phrases/issues.txt").split_whitespace();
    let traps = include_str!("phrases/traps.txt").split_whitespace();
    let others = include_str!("phrases/data_sets.txt").split_whitespace();
    let words: Vec<&'static str> = known.chain(traps).chain(others).collect();
    let word = prop_oneof![
        8 => proptest::sample::select(words).prop_map(str::to_owned),
        1 => soup::value(),
    ];
    let phrase = proptest::collection::vec(word, 0..16).prop_map(|words| words.join(" "));
    prop_oneof![9 => phrase, 1 => soup::text()]
}

fn dataset() -> impl Strategy<Value = Dataset> {
    proptest::sample::select(Dataset::ALL)
}

/// Every field that a phrase may ask for.
const FIELDS: &[&str] = &[
    "assigned_to",
    "bookmarked_by",
    "browser.name",
    "count_dead_clicks",
    "count_errors",
    "count_rage_clicks",
    "count_warnings",
    "duration",
    "environment",
    "error.handled",
    "error.type",
    "error.unhandled",
    "first_release",
    "first_seen",
    "http.status_code",
    "issue.category",
    "issue.priority",
    "issue.type",
    "last_seen",
    "level",
    "log.severity_text",
    "os.name",
    "platform",
    "project",
    "regressed_in_release",
    "release",
    "release.version",
    "sdk.name",
    "severity",
    "span.duration",
    "span.status",
    "span.status_code",
    "status",
    "substatus",
    "times_seen",
    "timestamp",
    "transaction.duration",
    "transaction.status",
    "url",
    "user",
    "user.email",
    "user.id",
    "user_count",
];

fn check_terms(query: &Query) -> Result<(), TestCaseError> {
    for term in query.terms() {
        match term {
            Term::Is(_) | Term::FreeText(_) => {}
            Term::Filter(filter) => {
                prop_assert!(FIELDS.contains(&filter.key.name()), "{}", query);
            }
            Term::Has(has) => {
                let known = |key: &Key| matches!(key.name(), "release" | "user");
                prop_assert!(has.keys.as_slice().iter().all(known), "{}", query);
            }
            other => prop_assert!(false, "{:?} in {}", other, query),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    /// Whatever the words are, they become filters on known fields, values and text.
    #[test]
    fn phrases_become_valid_queries(phrase in phrase(), dataset in dataset()) {
        let Some(found) = interpret(&phrase, dataset) else {
            return Ok(());
        };
        let printed = found.query().to_string();
        let parsed = dataset.parse(&printed);
        prop_assert!(parsed.is_ok(), "{:?} -> {}", phrase, printed);
        prop_assert_eq!(parsed.query(), found.query(), "{:?} -> {}", phrase, printed);
        check_terms(found.query())?;
        let findings = parsed.validate(dataset);
        let conflict = findings.iter().find(|found| found.code() == Code::ConflictingFilters);
        prop_assert!(conflict.is_none(), "{:?} -> {}", phrase, printed);
    }

    #[test]
    fn parts_cover_every_word(phrase in phrase(), dataset in dataset()) {
        let Some(found) = interpret(&phrase, dataset) else {
            return Ok(());
        };
        let mut end = 0;
        for part in found.parts() {
            let span = part.span;
            prop_assert!(span.start() >= end && !span.is_empty(), "{:?}", phrase);
            let between = phrase.get(end..span.start());
            let between = between.is_some_and(|text| !text.contains(char::is_alphanumeric));
            prop_assert!(between, "{:?}: {:?}", phrase, found.parts());
            end = span.end();
        }
        prop_assert!(!phrase.get(end..).unwrap().contains(char::is_alphanumeric), "{:?}", phrase);
        let counted = found.understood().count() + found.unknown().count();
        prop_assert_eq!(counted, found.parts().len());
        prop_assert_eq!(found.is_whole(), found.unknown().next().is_none());
        for part in found.parts() {
            if let Reading::Filter(filter) = &part.reading {
                prop_assert!(dataset.parse(filter).is_ok(), "{:?}: {}", phrase, filter);
            }
        }
    }

    /// A word that somebody else chose stays a value, wherever a phrase has room for one.
    #[test]
    fn hostile_words_stay_values(word in soup::value()) {
        let phrases = [
            format!("issues assigned to {word}"),
            format!("issues assigned to the {word} team"),
            format!("errors in the {word} environment"),
            format!("errors in release {word}"),
            format!("errors on /{word}"),
            format!("{word}Error in production"),
            format!("unresolved {word} errors"),
        ];
        for phrase in phrases {
            let Some(found) = interpret(&phrase, Dataset::Issues) else {
                continue;
            };
            let printed = found.query().to_string();
            let parsed = Dataset::Issues.parse(&printed);
            prop_assert_eq!(parsed.query(), found.query(), "{:?} -> {}", phrase, printed);
            prop_assert!(found.query().terms().len() <= 3 + phrase.split_whitespace().count());
            check_terms(found.query())?;
        }
    }
}

/// Work that was done again for each word would not end here.
#[test]
fn long_phrases_end() {
    let units = [
        "the ",
        "new ",
        "new open ",
        "errors and ",
        "errors or ",
        "in production or ",
        "not in staging, ",
        "assigned to #team or ",
        "in the last 3 hours ",
        "unresolved checkout errors ",
        "TypeError ",
        "not ",
        "don't show errors and ",
        "!fatal ",
        "assigned to assigned ",
        "in v2.1, 2.2 and ",
        "resolved open ",
        "new resolved ",
        "more than ",
        "TypeErrors, KeyErrors and ",
        "a\\* ",
        "\u{202e}\0 ",
    ];
    for unit in units {
        let phrase = unit.repeat(5_000);
        for dataset in [Dataset::Issues, Dataset::Spans] {
            let found = interpret(&phrase, dataset).unwrap();
            assert!(dataset.parse(&found.query().to_string()).is_ok(), "{unit}");
        }
    }
}

#[test]
fn what_has_no_spelling_stays_unknown() {
    let phrase = r"errors in a\*b with c\*d checkout";
    let found = interpret(phrase, Dataset::Issues).unwrap();
    assert_eq!(
        found.query().to_string(),
        r#"level:error "with" "checkout""#
    );
    let unknown: Vec<&str> = found.unknown().map(|span| span.slice(phrase)).collect();
    assert_eq!(unknown, [r"a\*b with c\*d checkout"]);
}

#[test]
fn parts_say_what_each_word_was_taken_for() {
    let phrase =
        "Show me new checkout ISSUES, in the QA environment; assigned to jane@example.com!";
    let found = interpret(phrase, Dataset::Issues).unwrap();
    let parts = found.parts().iter();
    let parts = parts.map(|part| format!("{}: {:?}", part.span.slice(phrase), part.reading));
    insta::assert_snapshot!(parts.collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_phrase_without_words_asks_for_everything() {
    for phrase in ["", "  ", "all issues", "please show me the issues"] {
        let found = interpret(phrase, Dataset::Issues).unwrap();
        assert!(found.is_whole() && found.query().is_empty(), "{phrase}");
    }
}
