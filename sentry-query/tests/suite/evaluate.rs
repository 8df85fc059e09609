//! Which records match.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;
use sentry_query::{
    BooleanWord, Date, Dialect, EvaluateError, FieldValue, Operator, Pattern, Query, Record, Term,
    Timestamp, Value, evaluate, parse,
};

const NOW: &str = "2026-01-15T12:00:00Z";

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

#[derive(Clone, Debug, Default)]
struct Fields(BTreeMap<&'static str, FieldValue<'static>>);

impl Record for Fields {
    fn field(&self, key: &str) -> FieldValue<'_> {
        self.0.get(key).cloned().unwrap_or(FieldValue::Missing)
    }
}

fn issue() -> Fields {
    let many = |values: [&'static str; 2]| FieldValue::Many(values.map(FieldValue::from).to_vec());
    Fields(BTreeMap::from([
        ("status", FieldValue::Number(0.0)),
        ("substatus", "regressed".into()),
        ("unassigned", true.into()),
        ("for_review", Some(false).into()),
        ("message", "Checkout failed: card declined (code 51)".into()),
        ("title", "PaymentError".into()),
        ("level", "Error".into()),
        ("url", "https://shop.example/api/*/cart".into()),
        ("os.name", many(["iOS", "Android"])),
        ("tags[plan]", "free".into()),
        ("empty", "".into()),
        ("http.status_code", 503.0.into()),
        ("server_name", None::<&str>.into()),
        ("times_seen", FieldValue::Number(250.0)),
        ("user_count", "12".into()),
        ("error.handled", FieldValue::Boolean(false)),
        ("release.version", "shop@2.10.0-rc.1".into()),
        ("first_seen", at("2026-01-14T12:00:00Z").into()),
        ("last_seen", "2026-01-15T11:58:00Z".into()),
    ]))
}

fn decide(query: &str) -> bool {
    let query = parse(query, Dialect::Issues)
        .into_result()
        .unwrap_or_else(|error| panic!("{error}"));
    evaluate(&query, &issue(), at(NOW)).unwrap()
}

#[track_caller]
fn all_match(queries: &[&str]) {
    for query in queries {
        assert!(decide(query), "{query} should match");
    }
}

#[track_caller]
fn none_match(queries: &[&str]) {
    for query in queries {
        assert!(!decide(query), "{query} should not match");
    }
}

#[test]
fn nothing_is_asked_of_an_empty_query() {
    all_match(&["", "  ", "\"\""]);
}

#[test]
fn text_is_compared_whole_and_in_any_case() {
    all_match(&[
        "level:error",
        "level:ERROR",
        "!level:info",
        "level:!=info",
        "level:[info, error]",
    ]);
    none_match(&[
        "level:err",
        "!level:error",
        "!level:[info, error]",
        "level:\"error \"",
    ]);
}

#[test]
fn stars_match_any_run_and_can_be_escaped() {
    all_match(&[
        "level:e*",
        "level:*r",
        "level:*rr*",
        "level:e*r*r",
        "level:*",
        "url:*/api/\\*/*",
        "url:\"https://*\"",
        "!level:*x*",
        "level:**",
        "os.name:a*",
    ]);
    none_match(&[
        "level:x*",
        "level:e*x",
        "level:r*",
        "url:*/api/\\*",
        "level:\\*",
        "nothing:*",
    ]);
}

#[test]
fn free_text_stands_anywhere_in_message_or_title() {
    all_match(&[
        "checkout",
        "\"CARD DECLINED\"",
        "Checkout failed",
        "paymenterror",
        "message:declined",
        "!message:refund",
        "(code 51)",
        "message:[refund, card]",
        "check*",
    ]);
    none_match(&[
        "refund",
        "failed checkout",
        "!message:checkout",
        "card*",
        "\"card  declined\"",
    ]);
}

#[test]
fn a_missing_field_matches_negations_only() {
    all_match(&[
        "!nothing:x",
        "!has:nothing",
        "nothing:\"\"",
        "!nothing:[x, y]",
        "!has:empty",
        "empty:\"\"",
    ]);
    none_match(&[
        "nothing:x",
        "has:nothing",
        "has:empty",
        "!nothing:\"\"",
        "has:tags[nothing]",
    ]);
    all_match(&[
        "has:level",
        "has:tags[plan]",
        "tags[plan]:free",
        "!tags[other]:free",
        "has:os.name",
    ]);
}

#[test]
fn several_values_match_by_any() {
    all_match(&["os.name:ios", "os.name:android", "os.name:[windows, ios]"]);
    none_match(&["!os.name:ios", "!os.name:[windows, ios]", "os.name:windows"]);
}

#[test]
fn is_asks_for_codes_names_and_flags() {
    all_match(&[
        "is:unresolved",
        "!is:resolved",
        "is:regressed",
        "!is:new",
        "is:unassigned",
        "!is:assigned",
        "!is:for_review",
        "status:unresolved",
        "status:[unresolved, resolved]",
        "!status:resolved",
        "substatus:regressed",
    ]);
    none_match(&[
        "is:resolved",
        "!is:unresolved",
        "is:new",
        "is:assigned",
        "is:for_review",
        "is:linked",
    ]);
}

#[test]
fn numbers_are_compared() {
    all_match(&[
        "timesSeen:>249",
        "timesSeen:>=250",
        "timesSeen:250",
        "timesSeen:<1k",
        "timesSeen:!=1",
        "!timesSeen:>250",
        "timesSeen:[1, 250]",
        "userCount:12",
        "userCount:<=12",
        "http.status_code:503",
        "http.status_code:5*",
    ]);
    none_match(&[
        "timesSeen:>250",
        "timesSeen:<250",
        "!timesSeen:250",
        "timesSeen:[1, 2]",
        "userCount:>12",
    ]);
}

#[test]
fn truth_values_are_compared() {
    all_match(&[
        "error.handled:false",
        "error.handled:0",
        "!error.handled:true",
    ]);
    none_match(&[
        "error.handled:1",
        "!error.handled:false",
        "error.unhandled:true",
        "error.unhandled:false",
    ]);
}

#[test]
fn dates_are_resolved_against_now() {
    all_match(&[
        "age:-24h",
        "age:+24h",
        "age:-2d",
        "lastSeen:-5m",
        "firstSeen:2026-01-14",
        "firstSeen:>=2026-01-14T12:00:00",
        "firstSeen:<2026-01-15",
        "firstSeen:2026-01-14T12:04:00",
        "firstSeen:2026-01-14T11:55:00",
        "lastSeen:+1m",
    ]);
    none_match(&[
        "age:-23h",
        "age:+25h",
        "lastSeen:+5m",
        "firstSeen:2026-01-13",
        "firstSeen:2026-01-15",
        "firstSeen:>2026-01-14T12:00:00",
        "firstSeen:2026-01-14T12:06:00",
        "firstSeen:2026-01-14T11:53:00",
        "issue.seer_last_run:-1d",
        "issue.seer_last_run:+1d",
    ]);
}

#[test]
fn versions_have_an_order() {
    all_match(&[
        "release.version:>2.9",
        "release.version:<2.10.0",
        "release.version:>=2.10.0-rc.1",
        "release.version:>2.10.0-beta",
        "release.version:<2.10.0-rc.2",
        "release.version:*2.10*",
        "release.version:2.10.0-rc.1",
        "!release.version:2.10.0",
    ]);
    none_match(&[
        "release.version:>2.10",
        "release.version:<2.9",
        "release.version:>next",
    ]);
}

#[test]
fn boolean_logic_follows_precedence() {
    let decide = |query: &str| {
        let query = parse(query, Dialect::Events).into_result().unwrap();
        evaluate(&query, &issue(), at(NOW)).unwrap()
    };
    assert!(decide("level:info AND url:x OR level:error"));
    assert!(decide("level:error OR level:info url:x"));
    assert!(!decide("(level:error OR level:info) url:x"));
    assert!(decide(
        "(level:x OR (level:error AND !url:x)) has:[nothing, level]"
    ));
    assert!(!decide("!has:[nothing, level]"));
    assert!(decide("!has:[nothing, neither]"));
}

#[test]
fn what_one_record_cannot_decide_is_refused() {
    let refuse = |query: &str, dialect| {
        let parsed = parse(query, dialect);
        evaluate(parsed.query(), &issue(), at(NOW)).unwrap_err()
    };
    let error = refuse("level:error OR count():>5", Dialect::Events);
    assert_eq!(
        error.to_string(),
        "count() cannot be decided for a single record"
    );
    assert!(matches!(
        refuse("a://b//", Dialect::EventsRegex),
        EvaluateError::Regex { .. }
    ));
    assert!(matches!(
        refuse("a:b OR", Dialect::Events),
        EvaluateError::Logic(_)
    ));
}

// The naive second implementation: slow, explicit, and written without the first.

fn naive(query: &Query, record: &Fields, now: Timestamp) -> bool {
    naive_or(query.terms(), record, now)
}

fn naive_or(terms: &[Term], record: &Fields, now: Timestamp) -> bool {
    let or = terms
        .iter()
        .position(|term| matches!(term, Term::Boolean(b) if b.word == BooleanWord::Or));
    if let Some(or) = or {
        let left = naive_or(&terms[..or], record, now);
        let right = naive_or(&terms[or + 1..], record, now);
        left || right
    } else {
        let mut all = true;
        for term in terms {
            all &= naive_term(term, record, now);
        }
        all
    }
}

fn naive_term(term: &Term, record: &Fields, now: Timestamp) -> bool {
    match term {
        Term::Group(group) => naive_or(&group.terms, record, now),
        Term::Boolean(_) => true,
        Term::Has(has) => {
            let set = has
                .keys
                .as_slice()
                .iter()
                .filter(|key| !naive_texts(record, key.name()).is_empty());
            (set.count() > 0) ^ has.negated
        }
        Term::FreeText(text) => naive_message(&text.pattern, record),
        Term::Filter(filter) => {
            let key = filter.key.name();
            let equal = |pattern: &Pattern| {
                if key == "message" {
                    return naive_message(pattern, record);
                }
                let texts = naive_texts(record, key);
                if pattern.raw().is_empty() {
                    texts.is_empty()
                } else {
                    texts.iter().any(|text| naive_whole(pattern.raw(), text))
                }
            };
            match (&filter.value, filter.operator) {
                (Value::Text(pattern), Operator::Equal) => equal(pattern),
                (Value::Text(pattern), Operator::NotEqual) => !equal(pattern),
                (Value::Texts(patterns), Operator::In) => patterns.iter().any(equal),
                (Value::Texts(patterns), _) => !patterns.iter().any(equal),
                (Value::Number(number), operator) => {
                    let FieldValue::Number(have) = record.field(key) else {
                        return operator == Operator::NotEqual;
                    };
                    naive_compare(operator, have, number.0)
                }
                (Value::Date(date), operator) => {
                    let FieldValue::Time(have) = record.field(key) else {
                        return false;
                    };
                    naive_date(date, operator, have, now)
                }
                (value, operator) => unreachable!("not generated: {operator:?} {value:?}"),
            }
        }
        Term::Is(_) | Term::Aggregate(_) => unreachable!("not generated"),
    }
}

#[allow(clippy::float_cmp, reason = "the numbers are small and whole")]
fn naive_compare(operator: Operator, have: f64, want: f64) -> bool {
    match operator {
        Operator::Equal => have == want,
        Operator::NotEqual => have != want,
        Operator::Greater => have > want,
        Operator::GreaterOrEqual => have >= want,
        Operator::Less => have < want,
        Operator::LessOrEqual => have <= want,
        Operator::In | Operator::NotIn => unreachable!("not generated"),
    }
}

fn naive_date(date: &Date, operator: Operator, have: Timestamp, now: Timestamp) -> bool {
    const MINUTE: i64 = 60_000_000;
    let have = have.as_micros();
    match date {
        Date::Instant(want) => {
            let sign = (have - want.as_micros()).signum();
            naive_compare(operator, f64::from(i32::try_from(sign).unwrap()), 0.0)
        }
        Date::Day(day) => (0..24 * 60 * MINUTE).contains(&(have - day.as_micros())),
        Date::Around(want) => (-5 * MINUTE..6 * MINUTE).contains(&(have - want.as_micros())),
        Date::Relative(relative) => {
            let minutes = match relative.unit.as_str() {
                "m" => 1,
                "h" => 60,
                "d" => 24 * 60,
                _ => 7 * 24 * 60,
            };
            let age = now.as_micros() - have;
            let limit = i64::from(relative.amount) * minutes * MINUTE;
            if relative.newer {
                age <= limit
            } else {
                age >= limit
            }
        }
    }
}

fn naive_texts(record: &Fields, key: &str) -> Vec<String> {
    let mut texts = match record.field(key) {
        FieldValue::Missing => vec![],
        FieldValue::Text(text) => vec![text.to_string()],
        FieldValue::Many(values) => values
            .into_iter()
            .map(|value| match value {
                FieldValue::Text(text) => text.to_string(),
                value => unreachable!("not generated: {value:?}"),
            })
            .collect(),
        FieldValue::Number(number) => vec![number.to_string()],
        value => vec![format!("{value:?}")],
    };
    texts.retain(|text| !text.is_empty());
    texts
}

fn naive_message(pattern: &Pattern, record: &Fields) -> bool {
    let texts = [naive_texts(record, "message"), naive_texts(record, "title")].concat();
    let raw = pattern.raw();
    if raw.is_empty() {
        return texts.is_empty();
    }
    let starred = raw.replace("\\\\", "").replace("\\*", "").contains('*');
    if starred {
        return texts.iter().any(|text| naive_whole(raw, text));
    }
    let needle = raw.replace("\\*", "*").to_lowercase();
    texts
        .iter()
        .any(|text| text.to_lowercase().contains(&needle))
}

/// Fills the whole table of "the first i steps match the first j characters".
fn naive_whole(raw: &str, text: &str) -> bool {
    let starred = raw.replace("\\\\", "").replace("\\*", "").contains('*');
    let text: Vec<char> = text.to_lowercase().chars().collect();
    let mut steps = Vec::new();
    let lower = raw.to_lowercase();
    if starred {
        let mut chars = lower.chars();
        while let Some(c) = chars.next() {
            steps.push(match c {
                '*' => None,
                '\\' => Some(chars.next().unwrap_or('\\')),
                c => Some(c),
            });
        }
    } else {
        steps.extend(lower.replace("\\*", "*").chars().map(Some));
    }
    let mut table = vec![vec![false; text.len() + 1]; steps.len() + 1];
    table[0][0] = true;
    for i in 1..=steps.len() {
        for j in 0..=text.len() {
            table[i][j] = match steps[i - 1] {
                None => table[i - 1][j] || (j > 0 && table[i][j - 1]),
                Some(c) => j > 0 && text[j - 1] == c && table[i - 1][j - 1],
            };
        }
    }
    table[steps.len()][text.len()]
}

fn pattern() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        select(vec!["a", "b", "A", "*", "*", "\\*", "\\\\", " ", "ab"]),
        0..6,
    )
    // A quote after a backslash would not close.
    .prop_map(|parts| parts.concat())
    .prop_map(|text| {
        if text.ends_with('\\') {
            text + "a"
        } else {
            text
        }
    })
}

fn term() -> impl Strategy<Value = String> {
    let sign = || select(vec!["", "!"]);
    let key = || select(vec!["k", "l", "m", "message", "tags[t]"]);
    let operator = || select(vec!["", ">", ">=", "<", "<=", "=", "!="]);
    let date = select(vec![
        "-2h",
        "+2h",
        "-1d",
        "+1d",
        "-1w",
        "+30m",
        "2026-01-14",
        "2026-01-15",
        "2026-01-15T10:00:00",
        ">2026-01-15T10:00:00",
        "<=2026-01-15T10:00:00",
        "=2026-01-15T10:00:00",
    ]);
    prop_oneof![
        (sign(), key(), pattern())
            .prop_map(|(sign, key, value)| format!("{sign}{key}:\"{value}\"")),
        (sign(), key(), pattern(), pattern())
            .prop_map(|(sign, key, a, b)| format!("{sign}{key}:[\"{a}\", \"{b}\"]")),
        (sign(), key()).prop_map(|(sign, key)| format!("{sign}has:{key}")),
        (sign(), key(), key()).prop_map(|(sign, a, b)| format!("{sign}has:[{a}, {b}]")),
        (sign(), operator(), -1..3).prop_map(|(sign, op, n)| format!("{sign}project.id:{op}{n}")),
        date.prop_map(|date| format!("timestamp:{date}")),
        pattern().prop_map(|text| format!("\"x{text}\"")),
    ]
}

fn query() -> impl Strategy<Value = String> {
    term().prop_recursive(3, 12, 4, |inner| {
        let joined = (
            inner.clone(),
            select(vec![" ", " AND ", " OR "]),
            inner.clone(),
        );
        prop_oneof![
            joined.prop_map(|(left, word, right)| format!("{left}{word}{right}")),
            inner.prop_map(|terms| format!("({terms})")),
        ]
    })
}

fn record() -> impl Strategy<Value = Fields> {
    let text = || {
        select(vec![
            "", "a", "b", "ab", "a*b", "*", "A b", "xa", "\\", "a\\b",
        ])
    };
    let field = prop_oneof![
        2 => Just(FieldValue::Missing),
        6 => text().prop_map(FieldValue::from),
        2 => (text(), text())
            .prop_map(|(a, b)| FieldValue::Many(vec![FieldValue::from(a), FieldValue::from(b)])),
    ];
    let fields = proptest::collection::vec(field, 6);
    (
        fields,
        -1..3,
        select(vec![0, 1, 119, 120, 121, 60 * 24, 60 * 24 * 7, 60 * 24 * 8]),
    )
        .prop_map(|(fields, number, minutes)| {
            let keys = ["k", "l", "m", "message", "tags[t]", "title"];
            let mut fields: BTreeMap<_, _> = keys.into_iter().zip(fields).collect();
            fields.insert("project.id", FieldValue::Number(f64::from(number)));
            let time = at(NOW).as_micros() - minutes * 60_000_000;
            fields.insert("timestamp", FieldValue::Time(Timestamp::from_micros(time)));
            Fields(fields)
        })
}

proptest! {
    #![proptest_config(crate::properties::config())]

    #[test]
    fn a_naive_implementation_agrees(query in query(), record in record()) {
        let parsed = parse(&query, Dialect::Events);
        prop_assert!(parsed.is_ok(), "{}", query);
        let now = at(NOW);
        let decided = evaluate(parsed.query(), &record, now);
        prop_assert_eq!(decided, Ok(naive(parsed.query(), &record, now)), "{}", query);
    }
}
