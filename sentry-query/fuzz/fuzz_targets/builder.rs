//! A builder's query has exactly the nodes that were asked for, whatever the values are.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use sentry_query::build::{Condition, all, any, field, function, has, text};
use sentry_query::{BooleanWord, Dataset, Query, Term, Value};

#[derive(Arbitrary, Debug)]
enum Meant<'a> {
    Equals(&'a str, &'a str),
    Contains(&'a str, &'a str),
    OneOf(&'a str, Vec<&'a str>),
    Above(&'a str, f64),
    Function(&'a str, Vec<&'a str>, f64),
    Has(&'a str),
    Text(&'a str),
    Not(Box<Meant<'a>>),
    All(Vec<Meant<'a>>),
    Any(Vec<Meant<'a>>),
}

impl Meant<'_> {
    fn built(&self) -> Condition {
        match self {
            Self::Equals(key, value) => field(key).equals(value),
            Self::Contains(key, value) => field(key).contains(value),
            Self::OneOf(key, values) => field(key).one_of(values),
            Self::Above(key, number) => field(key).greater_than(*number),
            Self::Function(name, arguments, number) => function(name, arguments).at_most(*number),
            Self::Has(key) => has(key),
            Self::Text(words) => text(words),
            Self::Not(inner) => !inner.built(),
            Self::All(parts) => all(parts.iter().map(Self::built)),
            Self::Any(parts) => any(parts.iter().map(Self::built)),
        }
    }

    /// How many leaves there are, where no group is empty.
    fn leaves(&self) -> Option<usize> {
        match self {
            Self::Not(inner) => inner.leaves(),
            Self::All(parts) | Self::Any(parts) if parts.is_empty() => None,
            Self::All(parts) | Self::Any(parts) => parts.iter().map(Self::leaves).sum(),
            _ => Some(1),
        }
    }
}

fn leaves(terms: &[Term]) -> usize {
    let count = |term: &Term| match term {
        Term::Group(group) => leaves(&group.terms),
        Term::Boolean(operator) => {
            assert_eq!(operator.word, BooleanWord::Or);
            0
        }
        _ => 1,
    };
    terms.iter().map(count).sum()
}

fuzz_target!(|meant: Meant<'_>| {
    let Ok(query) = Query::spans().and(meant.built()).build() else {
        return;
    };
    let parsed = Dataset::Spans.parse(&query.to_string());
    assert!(parsed.is_ok(), "{}", parsed.render());
    assert_eq!(parsed.query(), &query);
    if let Some(wanted) = meant.leaves() {
        assert_eq!(leaves(parsed.query().terms()), wanted, "{query}");
    }
    let only = match (&meant, parsed.query().terms()) {
        (Meant::Equals(_, value), [Term::Filter(filter)]) => Some((value, filter)),
        _ => None,
    };
    if let Some((value, filter)) = only
        && let Value::Text(pattern) = &filter.value
    {
        assert!(!pattern.is_wildcard());
        assert_eq!(&pattern.text(), value);
    }
});
