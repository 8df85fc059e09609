//! Queries that are changed keep the spelling of the rest.

use proptest::prelude::*;
use sentry_query::{Dataset, Dialect, Query, Term, parse};

use crate::soup;

fn events(source: &str) -> Query {
    parse(source, Dialect::Events)
        .into_result()
        .unwrap_or_else(|error| panic!("{error}"))
}

/// Removes every filter on this key.
fn without(source: &str, key: &str) -> Query {
    let mut query = events(source);
    query.retain(|term| !matches!(term, Term::Filter(filter) if filter.key.name() == key));
    query
}

#[test]
fn an_unchanged_query_is_its_source() {
    for source in [
        "",
        "  a:1   b:\"2\" ",
        "a:1 or (b:>2 AND c:[x,y]) \"\"",
        "foo  bar \"baz\"",
    ] {
        assert_eq!(events(source).as_written(Dialect::Events).unwrap(), source);
        assert_eq!(
            without(source, "z").as_written(Dialect::Events).unwrap(),
            source
        );
    }
    let spans = Dataset::Spans
        .parse("span.duration:>03s")
        .into_result()
        .unwrap();
    assert_eq!(
        spans.as_written(Dataset::Spans).unwrap(),
        "span.duration:>03s"
    );
    assert_eq!(
        spans.as_written(Dataset::Errors).unwrap_err().to_string(),
        "the query reads otherwise in this search: name the one that it was parsed for"
    );
    let joined = events("a\\").and(events("b\\"));
    assert!(
        joined
            .as_written(Dialect::Events)
            .unwrap_err()
            .to_string()
            .contains("beside")
    );
}

#[test]
fn what_remains_keeps_its_spelling() {
    let cases = [
        ("x:1 a:\"1\"  b:[p,q]", "a:\"1\" b:[p,q]"),
        ("a:\"1\" or x:1 OR b:2", "a:\"1\" or b:2"),
        ("x:1 OR a:\"1\"", "a:\"1\""),
        ("a:\"1\" OR x:1", "a:\"1\""),
        ("a:\"1\" and x:1 OR b:2", "a:\"1\" OR b:2"),
        ("a:\"1\" OR x:1 AND b:2", "a:\"1\" OR b:2"),
        ("a:\"1\" x:1 and b:2", "a:\"1\" and b:2"),
        ("(a:\"1\"  OR x:1) b:\"2\"", "(a:\"1\") b:\"2\""),
        ("( a:\"1\" ) (x:1 (x:2))", "( a:\"1\" )"),
        ("x:1", ""),
    ];
    for (source, want) in cases {
        let query = without(source, "x");
        assert_eq!(query.as_written(Dialect::Events).unwrap(), want, "{source}");
        assert_eq!(&events(want), &query);
    }
}

#[test]
fn nothing_changes_where_nothing_is_removed() {
    for source in [
        "OR",
        "foo x:1 OR",
        "a:1 OR OR b:2",
        "AND (OR) x:1",
        "(a:1 OR) b:2",
    ] {
        let mut query = parse(source, Dialect::Events).query().clone();
        let before = query.clone();
        query.retain(|_| true);
        assert_eq!(query, before, "{source}");
        assert_eq!(query.as_written(Dialect::Events).unwrap(), source);
    }
}

#[test]
fn what_is_written_is_what_sentry_takes() {
    let open = Dataset::Issues
        .parse(r#"(url:["a\"])"#)
        .into_result()
        .unwrap();
    let joined = open.and(Dataset::Issues.parse("foo").into_result().unwrap());
    let written = joined.as_written(Dataset::Issues).unwrap();
    let read = Dataset::Issues.parse(&written);
    assert!(read.is_ok(), "{written}");
    assert_eq!(read.query(), &joined);

    let mut query = events("(foo\\ x:1 bar) y:1");
    query.retain(|term| !matches!(term, Term::Filter(filter) if filter.key.name() == "x"));
    let error = query.as_written(Dialect::Events).unwrap_err().to_string();
    assert!(error.contains("beside"), "{error}");

    let refused = parse("x:1 AND AND b:2", Dialect::Issues).query().clone();
    let error = refused
        .and(events("d:1"))
        .as_written(Dialect::Issues)
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "a part of the query is refused by Sentry: mend what its diagnostics say first"
    );
}

#[test]
fn words_with_new_neighbors_are_quoted_where_they_have_to_be() {
    assert_eq!(
        without("foo x:1 bar a:\"1\"", "x")
            .as_written(Dialect::Events)
            .unwrap(),
        "\"foo\" \"bar\" a:1"
    );
    let joined = events("foo a:\"1\"").and(events("bar"));
    assert_eq!(
        joined.as_written(Dialect::Events).unwrap(),
        "foo a:\"1\" bar"
    );
    let joined = events("a:[b,c]").and(events(", d"));
    assert_eq!(
        joined.as_written(Dialect::Events).unwrap(),
        "a:[b,c] \", d\""
    );
    let joined = events("a:\"1\" foo").and(events("bar"));
    assert_eq!(
        joined.as_written(Dialect::Events).unwrap(),
        "a:1 \"foo\" \"bar\""
    );
}

#[test]
fn joined_queries_must_both_match() {
    let both = |left: &str, right: &str| events(left).and(events(right)).to_string();
    assert_eq!(both("a:1 OR b:2", "c:3"), "(a:1 OR b:2) c:3");
    assert_eq!(both("a:1", "b:2 OR c:3"), "a:1 (b:2 OR c:3)");
    assert_eq!(both("OR", "a:1"), "a:1");
    assert_eq!(both("a:1", "and"), "a:1");
    assert_eq!(both("", "b:2 OR c:3"), "b:2 OR c:3");
    assert_eq!(both("a:1 OR b:2", ""), "a:1 OR b:2");
    let built = Query::errors().field("a").equals("1").build().unwrap();
    assert_eq!(
        built
            .and(events("b:\"2\""))
            .as_written(Dialect::Events)
            .unwrap(),
        "a:1 b:\"2\""
    );
}

/// Only words that end in a backslash may have no spelling.
fn reads_back(query: &Query, dialect: Dialect) -> Result<(), TestCaseError> {
    match query.as_written(dialect) {
        Ok(text) => {
            let read = parse(&text, dialect);
            prop_assert_eq!(read.query(), query, "{}", text);
            prop_assert!(read.is_ok(), "{}", text);
        }
        Err(error) => prop_assert!(query.to_string().contains('\\'), "{}: {}", error, query),
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::properties::config())]

    #[test]
    fn the_spelling_never_changes_the_meaning(
        source in soup::text(),
        other in soup::text(),
        dialect in soup::dialect(),
        removed in proptest::collection::vec(any::<bool>(), 4),
    ) {
        let (Ok(mut query), Ok(other)) =
            (parse(&source, dialect).into_result(), parse(&other, dialect).into_result())
        else { return Ok(()) };
        prop_assert_eq!(query.as_written(dialect).unwrap(), source.as_str());
        let mut removed = removed.into_iter().cycle();
        query.retain(|_| !removed.next().unwrap_or_default());
        prop_assert!(query.check_logic().is_ok());
        reads_back(&query, dialect)?;
        reads_back(&query.and(other), dialect)?;
    }
}
