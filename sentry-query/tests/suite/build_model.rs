//! Built queries against a model of what they mean, which knows nothing of the builder.

use proptest::prelude::*;
use proptest::sample::select;
use sentry_query::build::{Condition, all, any, field, has, text};
use sentry_query::{
    BooleanWord, Dialect, FieldValue, Has, HasKeys, Operator, Query, Record, Term, Timestamp,
    Value, evaluate, parse,
};

use crate::soup;

/// A condition as the test means it.
#[derive(Clone, Debug)]
enum Meant {
    /// The field has this text.
    Text(&'static str, String),
    /// The number is above this one.
    Above(f64),
    /// The field is set.
    Set(&'static str),
    /// The message holds this text.
    Message(String),
    Not(Box<Meant>),
    All(Vec<Meant>),
    Any(Vec<Meant>),
}

/// What has to be read from the printed query.
#[derive(Clone, Debug, PartialEq)]
enum Shape {
    Leaf(String, Operator, String),
    All(Vec<Shape>),
    Any(Vec<Shape>),
}

const KEYS: &[&str] = &["customer", "tags[plan]", "a:b", "names[*]"];

impl Meant {
    fn built(&self) -> Condition {
        match self {
            Self::Text(key, text) => field(key).equals(text),
            Self::Above(number) => field("stack.lineno").greater_than(*number),
            Self::Set(key) => has(key),
            Self::Message(words) => text(words),
            Self::Not(inner) => !inner.built(),
            Self::All(parts) => all(parts.iter().map(Self::built)),
            Self::Any(parts) => any(parts.iter().map(Self::built)),
        }
    }

    fn shape(&self, negated: bool) -> Shape {
        let equality = if negated {
            Operator::NotEqual
        } else {
            Operator::Equal
        };
        match self {
            Self::Text(key, text) => Shape::Leaf((*key).to_owned(), equality, text.clone()),
            Self::Above(number) => {
                let operator = if negated {
                    Operator::LessOrEqual
                } else {
                    Operator::Greater
                };
                Shape::Leaf("stack.lineno".to_owned(), operator, number.to_string())
            }
            Self::Set(key) => Shape::Leaf(format!("has {key}"), equality, String::new()),
            Self::Message(words) => Shape::Leaf("message".to_owned(), equality, words.clone()),
            Self::Not(inner) => inner.shape(!negated),
            Self::All(parts) | Self::Any(parts) => {
                let parts = parts.iter().map(|part| part.shape(negated)).collect();
                if matches!(self, Self::Any(_)) == negated {
                    all_of(parts)
                } else {
                    any_of(parts)
                }
            }
        }
    }

    /// Only backslashes have no spelling here and there.
    fn says_backslash(&self) -> bool {
        match self {
            Self::Text(_, text) | Self::Message(text) => text.contains('\\'),
            Self::Above(_) | Self::Set(_) => false,
            Self::Not(inner) => inner.says_backslash(),
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::says_backslash),
        }
    }

    fn holds(&self, event: &Event) -> bool {
        match self {
            Self::Text(key, text) => event.text(key).to_lowercase() == text.to_lowercase(),
            Self::Above(number) => event.line > *number,
            Self::Set(_) => true,
            Self::Message(words) => event.message.to_lowercase().contains(&words.to_lowercase()),
            Self::Not(inner) => !inner.holds(event),
            Self::All(parts) => parts.iter().all(|part| part.holds(event)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(event)),
        }
    }
}

fn all_of(parts: Vec<Shape>) -> Shape {
    let flat = parts.into_iter().flat_map(|part| match part {
        Shape::All(inner) => inner,
        other => vec![other],
    });
    single(flat.collect()).unwrap_or_else(Shape::All)
}

fn any_of(parts: Vec<Shape>) -> Shape {
    let flat = parts.into_iter().flat_map(|part| match part {
        Shape::Any(inner) => inner,
        other => vec![other],
    });
    single(flat.collect()).unwrap_or_else(Shape::Any)
}

fn single(mut parts: Vec<Shape>) -> Result<Shape, Vec<Shape>> {
    match (parts.pop(), parts.is_empty()) {
        (Some(only), true) => Ok(only),
        (last, _) => {
            parts.extend(last);
            Err(parts)
        }
    }
}

/// Reads terms as Sentry does: AND binds tighter.
fn read(terms: &[Term]) -> Shape {
    let is_or = |term: &Term| matches!(term, Term::Boolean(word) if word.word == BooleanWord::Or);
    any_of(
        terms
            .split(is_or)
            .map(|run| all_of(run.iter().map(leaf).collect()))
            .collect(),
    )
}

fn leaf(term: &Term) -> Shape {
    match term {
        Term::Filter(filter) => {
            let text = match &filter.value {
                Value::Text(pattern) => {
                    assert!(!pattern.is_wildcard());
                    pattern.text().into_owned()
                }
                Value::Number(number) => number.to_string(),
                value => panic!("{value:?}"),
            };
            let members = if filter.key.array { "[*]" } else { "" };
            Shape::Leaf(
                format!("{}{members}", filter.key.name()),
                filter.operator,
                text,
            )
        }
        Term::Has(Has {
            negated,
            keys: HasKeys::One(key),
            ..
        }) => {
            let operator = if *negated {
                Operator::NotEqual
            } else {
                Operator::Equal
            };
            Shape::Leaf(format!("has {}", key.name()), operator, String::new())
        }
        Term::FreeText(text) => {
            let words = text.pattern.text().into_owned();
            Shape::Leaf("message".to_owned(), Operator::Equal, words)
        }
        Term::Group(group) => read(&group.terms),
        other => panic!("{other:?}"),
    }
}

/// Says whether every group is an OR with something beside it that binds tighter.
fn groups_are_needed(terms: &[Term]) -> bool {
    let is_or = |term: &Term| matches!(term, Term::Boolean(word) if word.word == BooleanWord::Or);
    terms.split(is_or).all(|run| {
        run.iter().all(|term| match term {
            Term::Group(group) => {
                run.len() > 1 && group.terms.iter().any(is_or) && groups_are_needed(&group.terms)
            }
            _ => true,
        })
    })
}

fn meant(value: BoxedStrategy<String>) -> impl Strategy<Value = Meant> {
    let leaf = prop_oneof![
        4 => (select(KEYS), value.clone()).prop_map(|(key, text)| Meant::Text(key, text)),
        2 => (-3_i32..3).prop_map(|number| Meant::Above(f64::from(number) / 2.0)),
        1 => select(KEYS).prop_filter("no array", |key| !key.contains('*')).prop_map(Meant::Set),
        1 => value.prop_filter("empty", |text| !text.is_empty()).prop_map(Meant::Message),
    ];
    leaf.prop_recursive(5, 24, 4, |inner| {
        prop_oneof![
            inner.clone().prop_map(|part| Meant::Not(Box::new(part))),
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Meant::All),
            proptest::collection::vec(inner, 1..4).prop_map(Meant::Any),
        ]
    })
}

#[derive(Clone, Debug)]
struct Event {
    texts: Vec<String>,
    line: f64,
    message: String,
}

impl Event {
    fn text(&self, key: &str) -> &str {
        let at = KEYS
            .iter()
            .position(|known| known.trim_end_matches("[*]") == key.trim_end_matches("[*]"));
        at.map_or("", |at| self.texts[at].as_str())
    }
}

impl Record for Event {
    fn field(&self, key: &str) -> FieldValue<'_> {
        match key {
            "stack.lineno" => FieldValue::Number(self.line),
            "message" => self.message.as_str().into(),
            key => self.text(key).into(),
        }
    }
}

/// Words that are often the same, and all set.
fn word() -> impl Strategy<Value = String> + Clone {
    select(vec!["x", "Y", "OR", "x y", "(", "é"]).prop_map(str::to_owned)
}

fn event() -> impl Strategy<Value = Event> {
    let texts = proptest::collection::vec(word(), KEYS.len());
    (texts, -4_i32..4, word()).prop_map(|(texts, line, message)| Event {
        texts,
        line: f64::from(line) / 2.0,
        message,
    })
}

proptest! {
    #![proptest_config(crate::properties::config())]

    #[test]
    fn hostile_values_give_exactly_the_intended_nodes(meant in meant(soup::value().boxed())) {
        match Query::errors().and(meant.built()).build() {
            Ok(query) => {
                let printed = query.to_string();
                let parsed = parse(&printed, Dialect::Events);
                prop_assert!(parsed.is_ok(), "{}", parsed.render());
                prop_assert_eq!(read(parsed.query().terms()), meant.shape(false), "{}", printed);
                prop_assert!(groups_are_needed(parsed.query().terms()), "{}", printed);
            }
            Err(error) => {
                prop_assert!(meant.says_backslash(), "{}: {:?}", error, meant);
            }
        }
    }

    #[test]
    fn a_negation_matches_exactly_what_the_condition_does_not(meant in meant(word().boxed()), event in event()) {
        let now = Timestamp::from_micros(0);
        let wanted = meant.holds(&event);
        let query = Query::errors().and(meant.built()).build().unwrap();
        prop_assert_eq!(evaluate(&query, &event, now).unwrap(), wanted, "{}", query);
        let opposite = Query::errors().and(!meant.built()).build().unwrap();
        prop_assert_eq!(evaluate(&opposite, &event, now).unwrap(), !wanted, "{}", opposite);
    }
}
