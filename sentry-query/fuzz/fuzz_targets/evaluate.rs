//! A query decides the same after it was printed and read back, and its opposite decides otherwise.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use sentry_query::{FieldValue, Record, Timestamp, evaluate};
use sentry_query_fuzz::Search;

#[derive(Arbitrary, Debug)]
enum Held<'a> {
    Missing,
    Text(&'a str),
    Number(f64),
    Boolean(bool),
    Time(i64),
    Many(Vec<&'a str>),
}

/// A record that holds its values by the length of their keys.
#[derive(Arbitrary, Debug)]
struct Event<'a> {
    fields: Vec<Held<'a>>,
}

impl Record for Event<'_> {
    fn field(&self, key: &str) -> FieldValue<'_> {
        let Some(at) = key.len().checked_rem(self.fields.len()) else {
            return FieldValue::Missing;
        };
        match &self.fields[at] {
            Held::Missing => FieldValue::Missing,
            Held::Text(text) => FieldValue::from(*text),
            Held::Number(number) => FieldValue::Number(*number),
            Held::Boolean(value) => FieldValue::Boolean(*value),
            Held::Time(micros) => FieldValue::Time(Timestamp::from_micros(*micros)),
            Held::Many(texts) => {
                FieldValue::Many(texts.iter().map(|text| FieldValue::from(*text)).collect())
            }
        }
    }
}

fuzz_target!(|input: (Search<'_>, Event<'_>, i64)| {
    let (search, event, now) = input;
    let now = Timestamp::from_micros(now);
    let parsed = search.parse(search.text);
    let decided = evaluate(parsed.query(), &event, now);
    if parsed.is_ok() {
        let again = search.parse(&parsed.query().to_string());
        assert_eq!(evaluate(again.query(), &event, now).ok(), decided.ok());
    }
});
