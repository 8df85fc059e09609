//! The tables of fields and functions, held against the language itself.

use std::collections::HashSet;

use sentry_query::schema::{FieldKind, FieldSpec, Values};
use sentry_query::{Dataset, Term};

fn rows() -> impl Iterator<Item = (Dataset, &'static FieldSpec)> {
    let all = Dataset::ALL.iter();
    all.flat_map(|dataset| dataset.fields().map(|row| (*dataset, row)))
}

fn sample(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Date => "-24h",
        FieldKind::Boolean => "true",
        FieldKind::Number | FieldKind::Size => "5",
        FieldKind::Duration => "5s",
        _ => "x",
    }
}

/// A row is of use only if its data set reads its name, and reads it as it says.
#[test]
fn every_name_is_a_key_of_its_kind() {
    for (dataset, row) in rows() {
        for name in row.aliases.iter().chain([&row.name]) {
            let query = format!("\"{name}\":{}", sample(row.kind));
            let parsed = dataset.parse(&query);
            assert!(parsed.is_ok(), "{query}: {}", parsed.render());
            let [Term::Filter(filter)] = parsed.query().terms() else {
                panic!("{query} is no filter");
            };
            assert_eq!(dataset.field(filter.key.name()), Some(row), "{name}");
            let comparison = dataset.parse(&format!("\"{name}\":>5"));
            let texts = matches!(row.kind, FieldKind::Text);
            let warned = comparison
                .diagnostics()
                .iter()
                .any(|said| said.code().as_str() == "operator-in-text");
            assert_eq!(
                texts, warned,
                "{name} of {dataset:?} is not read as {:?}",
                row.kind
            );
        }
    }
}

#[test]
fn values_are_values() {
    for (dataset, row) in rows() {
        let (Values::Only(values) | Values::Suggested(values)) = row.values else {
            continue;
        };
        let once: HashSet<&&str> = values.iter().collect();
        assert_eq!(once.len(), values.len(), "{}", row.name);
        for value in values {
            let query = format!("{}:{value}", row.documented());
            let parsed = dataset.parse(&query);
            assert!(parsed.is_ok(), "{query}");
            assert_eq!(parsed.validate(dataset), [], "{query}");
        }
    }
}

/// What is no name or value any more leads to one that is.
#[test]
fn former_words_lead_to_present_ones() {
    for (dataset, row) in rows() {
        for former in row.former {
            assert_eq!(dataset.field(former), None, "{former}");
        }
        for (word, now) in row.former_values {
            let Values::Only(values) = row.values else {
                panic!("{} has former values only", row.name);
            };
            assert!(values.contains(now) && !values.contains(word), "{word}");
        }
    }
}

#[test]
fn docs_are_sentences() {
    let fields = rows().map(|(_, row)| (row.name, row.doc()));
    let functions = Dataset::ALL.iter().flat_map(|dataset| dataset.functions());
    for (name, doc) in fields.chain(functions.map(|row| (row.name, row.doc()))) {
        assert!(doc.ends_with('.') && !doc.starts_with(' '), "{name}: {doc}");
        assert!(
            doc.starts_with(|c: char| c.is_ascii_uppercase()),
            "{name}: {doc}"
        );
    }
}

#[test]
fn every_function_can_be_called() {
    for dataset in Dataset::ALL {
        for row in dataset.functions() {
            let query = format!("{}:>5", row.call());
            let parsed = dataset.parse(&query);
            let [Term::Aggregate(aggregate)] = parsed.query().terms() else {
                panic!("{query} is no call");
            };
            assert_eq!(aggregate.function.name(), row.name);
            assert!(
                dataset.dialect().has_boolean_logic(),
                "{dataset:?} has functions"
            );
        }
    }
}
