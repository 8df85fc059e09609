//! Queries that programs build.

use std::time::Duration;

use proptest::prelude::*;
use sentry_query::{
    Age, Amount, Assignee, AttributeKind, BuildError, Dialect, Level, Operator, Pattern, Priority,
    Query, Status, Term, Timestamp, Value, newer_than, older_than, parse,
};

use crate::soup;

#[track_caller]
fn prints(query: Result<Query, BuildError>, text: &str) {
    let query = query.unwrap();
    assert_eq!(query.to_string(), text);
    let read = parse(text, Dialect::Issues);
    assert!(read.is_ok(), "{:?}", read.diagnostics());
    assert_eq!(read.query(), &query);
}

#[test]
fn named_filters_have_their_words() {
    let query = Query::issues()
        .is(Status::Unresolved)
        .is_not(Status::ForReview)
        .level(Level::Fatal)
        .priority(Priority::High)
        .release("shop@2.1+7")
        .environment("production")
        .assigned("#payments")
        .has("user.email")
        .has_not("tags[build id]")
        .build();
    assert_eq!(query.unwrap_err().key(), Some("tags[build id]"));
    let query = Query::issues()
        .is(Status::Unresolved)
        .is_not(Status::ForReview)
        .level(Level::Fatal)
        .priority(Priority::High)
        .release("shop@2.1+7")
        .environment("production")
        .assigned(Assignee::User("ana@example.com".into()))
        .has("user.email")
        .has_not("tags[build]")
        .build();
    prints(
        query,
        "is:unresolved !is:for_review level:fatal issue.priority:high release:shop@2.1+7 \
         environment:production assigned:ana@example.com has:user.email !has:tags[build]",
    );
}

fn age_of(age: fn(Duration) -> Age, millis: u64) -> Age {
    age(Duration::from_millis(millis))
}

#[test]
fn whole_numbers_of_any_size_are_amounts() {
    let seen = |amount: Amount| {
        Query::issues()
            .field("timesSeen")
            .greater_than(amount)
            .build()
    };
    prints(seen(vec![1, 2].len().into()), "timesSeen:>2");
    prints(seen(5_000_000_000_u64.into()), "timesSeen:>5000000000");
    prints(seen((-7_i64).into()), "timesSeen:>-7");
    prints(seen((1_u64 << 53).into()), "timesSeen:>9007199254740992");
    prints(seen(0.1_f32.into()), "timesSeen:>0.1");
    prints(seen((-0.0).into()), "timesSeen:>0");
    for beyond in [
        Amount::from(u64::MAX),
        i64::MIN.into(),
        ((1_u64 << 53) + 1).into(),
    ] {
        assert_eq!(
            seen(beyond).unwrap_err().to_string(),
            "`timesSeen` takes 64-bit floating point numbers, which skip this one: give one of at \
             most 2^53"
        );
    }
}

#[test]
fn errors_name_what_the_caller_passed() {
    let error = |query: Result<Query, BuildError>| query.unwrap_err().to_string();
    let told = error(Query::issues().assigned(r"a b\").build());
    assert!(
        told.starts_with("a value of `assigned` ends in a backslash"),
        "{told}"
    );
    let errors = Query::errors;
    let told = error(errors().field("stack.filename[*]").equals(r"a b\").build());
    assert!(
        told.starts_with("a value of `stack.filename[*]` ends in a backslash"),
        "{told}"
    );
    assert_eq!(
        error(
            errors()
                .field("stack.filename[*]")
                .one_of(["a", "b"])
                .build()
        ),
        "`stack.filename[*]` is compared with one value, since members of arrays take no list: ask \
         for each with `equals` and join them with `any`"
    );
    for day in ["9999-12-31", "2026-02-30"] {
        let told = error(errors().field("timestamp").equals(day).build());
        assert!(
            told.starts_with("`timestamp` was given a day that is in no calendar"),
            "{told}"
        );
    }
    assert_eq!(
        error(errors().has("a[*]").build()),
        "`a[*]` is no key: keys are letters, digits and _ . - :"
    );
    assert_eq!(
        error(errors().text(r"a\*b").build()),
        "free text has a star after a backslash, which reads as a star alone: ask with \
         `field(\"message\").contains(..)`, which can say both"
    );
}

/// A name that comes from outside never chooses the form of the key.
#[test]
fn names_of_tags_and_flags_stay_names() {
    for name in ["*", "a,number", "a, array", "x,array][*", "a]", "", "a b"] {
        let errors = Query::errors;
        for query in [
            errors().tag(name).equals("x").build(),
            errors().flag(name).equals("x").build(),
            errors()
                .typed_tag(name, AttributeKind::Array)
                .equals("x")
                .build(),
            Query::issues().tag(name).equals("x").build(),
        ] {
            let error = query.unwrap_err();
            let key = error.key().unwrap();
            assert!(key.contains(&format!("s[{name}")), "{key}");
        }
    }
    let ranged = Query::errors().tag("*").between(1, 2).build();
    assert_eq!(ranged.unwrap_err().key(), Some("tags[*]"));
}

#[test]
fn versions_that_look_like_amounts_are_compared() {
    let after = |version: &str| {
        Query::issues()
            .field("release.version")
            .greater_than(version)
            .build()
    };
    prints(after("2026-01-15"), r#"release.version:>"2026-01-15""#);
    prints(after("5s"), r#"release.version:>"5s""#);
    prints(after("10mb"), r#"release.version:>"10mb""#);
    prints(after("2026.1"), "release.version:>2026.1");
    prints(after("2.1.0-rc1"), "release.version:>2.1.0-rc1");
}

#[test]
fn every_status_is_known() {
    let all = [
        Status::Unresolved,
        Status::Resolved,
        Status::Archived,
        Status::ArchivedForever,
        Status::ArchivedUntilEscalating,
        Status::ArchivedUntilConditionMet,
        Status::Escalating,
        Status::New,
        Status::Ongoing,
        Status::Regressed,
        Status::Assigned,
        Status::Unassigned,
        Status::ForReview,
        Status::Linked,
        Status::Unlinked,
    ];
    for status in all {
        prints(
            Query::issues().is(status).build(),
            &format!("is:{}", status.as_str()),
        );
    }
}

#[test]
fn ages_use_the_largest_whole_unit() {
    let age = |seconds| {
        Query::issues()
            .age(newer_than(Duration::from_secs(seconds)))
            .build()
    };
    prints(age(60), "firstSeen:-1m");
    prints(age(61), "firstSeen:-2m");
    prints(age(5400), "firstSeen:-90m");
    prints(age(7200), "firstSeen:-2h");
    prints(age(14 * 86_400), "firstSeen:-2w");
    prints(age(0), "firstSeen:-1m");
    let beyond = "`firstSeen` was given a time outside of the years 1 to 9999";
    for seconds in [u64::MAX, 2100 * 365 * 86_400] {
        assert_eq!(
            age(seconds)
                .unwrap_err()
                .to_string()
                .replace("`age`", "`firstSeen`"),
            beyond
        );
    }
    let span = |age, millis| Query::issues().age(age_of(age, millis)).build();
    prints(span(newer_than, 500), "firstSeen:-1m");
    prints(span(older_than, 1), "firstSeen:+1m");
    prints(span(newer_than, 60_500), "firstSeen:-2m");
    prints(span(newer_than, 3_600_500), "firstSeen:-61m");
    prints(span(older_than, 60_500), "firstSeen:+2m");
    let old = Query::issues()
        .last_seen(older_than(Duration::from_secs(86_400)))
        .build();
    prints(old, "lastSeen:+1d");
    let noon = Timestamp::parse("2026-01-15T12:00:00Z").unwrap();
    prints(
        Query::issues().age(Age::since(noon)).build(),
        "firstSeen:>=2026-01-15T12:00:00Z",
    );
    let midnight = Timestamp::parse("2026-01-15T00:00:00Z").unwrap();
    prints(
        Query::issues().age(Age::before(midnight)).build(),
        "firstSeen:<2026-01-15",
    );
    let newer = newer_than(Duration::from_secs(3600));
    prints(
        Query::issues().field("age").not().at(newer).build(),
        "firstSeen:+1h",
    );
}

#[test]
fn typed_fields_take_their_kind_only() {
    prints(
        Query::issues().field("timesSeen").equals("1k").build(),
        "timesSeen:1000",
    );
    prints(
        Query::issues().field("timesSeen").not().at_least(5).build(),
        "timesSeen:<5",
    );
    prints(
        Query::issues()
            .field("error.handled")
            .not()
            .equals("1")
            .build(),
        "error.handled:false",
    );
    for wrong in ["many", "yes", "5 OR 6", "5 x:y", "[1, 2]x", ""] {
        let query = Query::issues().field("timesSeen").equals(wrong).build();
        assert_eq!(query.unwrap_err().key(), Some("timesSeen"), "{wrong}");
    }
    assert!(
        Query::issues()
            .field("level")
            .greater_than(3)
            .build()
            .is_err()
    );
    assert!(
        Query::issues()
            .field("timesSeen")
            .greater_than(f64::NAN)
            .build()
            .is_err()
    );
    assert!(
        Query::issues()
            .field("timesSeen")
            .contains("5")
            .build()
            .is_err()
    );
    assert!(
        Query::issues()
            .field("level")
            .at(newer_than(Duration::from_secs(60)))
            .build()
            .is_err()
    );
}

#[test]
fn keys_outside_the_grammar_are_refused() {
    for key in [
        "",
        "a b",
        "ключ",
        "a\"b",
        "tags[x] OR y",
        "tags[]",
        "a:b c",
        "tags[x]:y z",
        "a(b)",
    ] {
        assert_eq!(
            Query::issues()
                .field(key)
                .equals("x")
                .build()
                .unwrap_err()
                .key(),
            Some(key)
        );
        assert!(Query::issues().has(key).build().is_err(), "{key}");
    }
    prints(
        Query::issues().field("a:b").equals("x").build(),
        "\"a:b\":x",
    );
    prints(
        Query::issues().field("is").equals("unresolved").build(),
        "\"is\":unresolved",
    );
    prints(
        Query::issues().field("has").equals("user").build(),
        "\"has\":user",
    );
    prints(Query::issues().has("true").build(), "has:\"true\"");
    prints(
        Query::issues().tag("a:b").equals("x").build(),
        "tags[a:b]:x",
    );
}

#[test]
fn values_without_a_spelling_are_refused() {
    assert!(
        Query::issues()
            .field("k")
            .equals("ends in a backslash\\")
            .build()
            .is_err()
    );
    prints(
        Query::issues().field("k").equals("C:\\dir\\").build(),
        "k:C:\\dir\\",
    );
    assert!(Query::issues().field("k").equals("\\*").build().is_err());
    prints(
        Query::issues().field("k").contains("\\*").build(),
        "k:*\\\\\\**",
    );
    assert!(
        Query::issues()
            .field("k")
            .one_of::<[&str; 0]>([])
            .build()
            .is_err()
    );
    assert!(Query::issues().text("").build().is_err());
    assert!(Query::issues().text("k:v\\").build().is_err());
    prints(Query::issues().text("a\\").build(), "a\\");
    prints(
        Query::issues().text("a").text("b").text("c d").build(),
        "\"a\" \"b\" \"c d\"",
    );
    prints(
        Query::issues().text("a").has("b").text("c_1").build(),
        "a has:b c_1",
    );
    prints(
        Query::issues().text("OR").text("not").text("x:y").build(),
        "\"OR\" \"not\" \"x:y\"",
    );
}

/// The value of the only term, as a program meant it.
fn only_value(query: &Query) -> (&str, Operator, &Value) {
    match query.terms() {
        [Term::Filter(filter)] => (filter.key.name(), filter.operator, &filter.value),
        terms => panic!("{terms:?}"),
    }
}

proptest! {
    #![proptest_config(crate::properties::config())]

    #[test]
    fn a_hostile_value_stays_a_value(value in soup::value(), negated in any::<bool>()) {
        let field = Query::issues().field("customer");
        let query = if negated { field.not().equals(&value) } else { field.equals(&value) };
        if let Ok(query) = query.build() {
            let read = parse(&query.to_string(), Dialect::Issues).into_result().unwrap();
            let (key, operator, found) = only_value(&read);
            let Value::Text(pattern) = found else { panic!("{found:?}") };
            prop_assert_eq!(key, "customer");
            prop_assert_eq!(operator == Operator::NotEqual, negated);
            prop_assert!(!pattern.is_wildcard());
            prop_assert_eq!(pattern.text(), value.as_str());
        } else {
            let odd = value.contains("\\*") || value.contains("\\\\*") || value.ends_with('\\');
            prop_assert!(odd, "{:?} has a spelling", value);
        }
    }

    #[test]
    fn hostile_parts_stay_literal(value in soup::value(), candidate in soup::value()) {
        if let Ok(query) = Query::issues().field("k").contains(&value).build() {
            let read = parse(&query.to_string(), Dialect::Issues).into_result().unwrap();
            let (_, _, Value::Text(pattern)) = only_value(&read) else { panic!("{read}") };
            let text = [candidate.as_str(), &value, &candidate].concat();
            prop_assert!(pattern.matches(&text));
            let within = candidate.to_lowercase().contains(&value.to_lowercase());
            prop_assert_eq!(pattern.matches(&candidate), within);
        }
    }

    #[test]
    fn hostile_lists_and_texts_stay_apart(
        values in proptest::collection::vec(soup::value(), 1..4),
        text in soup::value(),
    ) {
        let query = Query::issues()
            .is(Status::Unresolved)
            .field("k").one_of(&values)
            .text(&text)
            .level(Level::Error)
            .build();
        if let Ok(query) = query {
            let read = parse(&query.to_string(), Dialect::Issues).into_result().unwrap();
            let [Term::Is(_), Term::Filter(list), Term::FreeText(free), Term::Filter(_)] = read.terms()
            else { panic!("{read}") };
            let Value::Texts(patterns) = &list.value else { panic!("{list:?}") };
            let texts: Vec<_> = patterns.iter().map(Pattern::text).collect();
            prop_assert_eq!(texts, values);
            prop_assert_eq!(free.pattern.text(), text);
        }
    }
}
