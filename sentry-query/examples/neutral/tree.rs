//! The neutral form of a query, shared with the suite.

use sentry_query::schema::IsCode;
use sentry_query::{
    Date, Dialect, Filter, Has, HasKeys, Is, Operator, Parse, Pattern, PatternClass, Term,
    Timestamp, Value, parse,
};
use serde_json::{Value as Json, json};

/// The time that relative dates are resolved against.
pub(crate) const NOW: &str = "2026-01-15T12:00:00Z";

/// Answers one input line.
pub(crate) fn answer(input: &Json) -> Json {
    let dialect = match input.get("dialect").and_then(Json::as_str) {
        Some("events") | None => Dialect::Events,
        Some("issues") => Dialect::Issues,
        Some("events-regex") => Dialect::EventsRegex,
        Some(_) => return json!({ "ok": false, "error": "unknown dialect" }),
    };
    let Some(query) = input.get("query").and_then(Json::as_str) else {
        return json!({ "ok": false, "error": "no query" });
    };
    neutral(&parse(query, dialect))
}

fn neutral(parsed: &Parse) -> Json {
    let now = Timestamp::parse(NOW).unwrap_or(Timestamp::from_micros(0));
    // What a later stage refuses is parsed all the same.
    if parsed
        .diagnostics()
        .iter()
        .any(|problem| problem.code().is_syntax())
    {
        let message = parsed.sentry_message(now);
        return json!({ "ok": false, "error": message });
    }
    let query = parsed.query();
    let ast = terms(query.terms(), now);
    let structured = ast.iter().any(|node| !is_leaf(node));
    let mut answer = json!({ "ok": true, "ast": ast });
    if !structured || query.dialect() == Dialect::Issues {
        if structured {
            set(&mut answer, "bool", tree(&ast, &mut 0));
        }
        return answer;
    }
    match query.check_logic() {
        Ok(()) => set(&mut answer, "bool", tree(&ast, &mut 0)),
        Err(error) => set(&mut answer, "bool_error", json!(error.to_string())),
    }
    answer
}

fn set(object: &mut Json, key: &str, value: Json) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn terms(terms: &[Term], now: Timestamp) -> Vec<Json> {
    let mut nodes = Vec::new();
    for term in terms {
        match term {
            Term::Filter(filter) => self::filter(filter, now, &mut nodes),
            Term::Has(has) => self::has(has, &mut nodes),
            Term::Is(is) => nodes.push(self::is(is)),
            Term::Aggregate(aggregate) => nodes.push(json!({
                "type": "aggregate",
                "key": aggregate.function.call.as_str(),
                "op": aggregate.operator.as_str(),
                "value": value(&aggregate.value, now),
            })),
            Term::FreeText(text) => nodes.push(leaf("message", "=", &pattern(&text.pattern))),
            Term::Group(group) => nodes.push(paren(&self::terms(&group.terms, now))),
            Term::Boolean(operator) => nodes.push(op(operator.word.as_str())),
        }
    }
    nodes
}

fn leaf(key: &str, op: &str, value: &Json) -> Json {
    json!({ "type": "filter", "key": key, "op": op, "value": value })
}

fn paren(children: &[Json]) -> Json {
    json!({ "type": "paren", "children": children })
}

fn op(word: &str) -> Json {
    json!({ "type": "op", "op": word })
}

fn filter(filter: &Filter, now: Timestamp, nodes: &mut Vec<Json>) {
    let key = filter.key.name();
    if let Value::Date(date @ (Date::Day(_) | Date::Around(_))) = &filter.value
        && let (Some(from), Some(until)) = date.bounds(now)
    {
        nodes.push(leaf(key, ">=", &time(from)));
        nodes.push(leaf(key, "<", &time(until)));
        return;
    }
    nodes.push(leaf(
        key,
        filter.operator.as_str(),
        &value(&filter.value, now),
    ));
}

fn has(has: &Has, nodes: &mut Vec<Json>) {
    let (operator, word) = if has.negated {
        ("=", "AND")
    } else {
        ("!=", "OR")
    };
    let one = |key: &sentry_query::Key| leaf(key.name(), operator, &pattern(&Pattern::new("")));
    match &has.keys {
        HasKeys::One(key) => nodes.push(one(key)),
        HasKeys::List(keys) => {
            let mut children = Vec::new();
            for key in keys {
                if !children.is_empty() {
                    children.push(op(word));
                }
                children.push(one(key));
            }
            nodes.push(paren(&children));
        }
    }
}

fn is(is: &Is) -> Json {
    let operator = if is.negated {
        Operator::NotEqual
    } else {
        Operator::Equal
    };
    let value = match is.value.code {
        IsCode::Code(code) => json!({ "kind": "enum", "value": code }),
        IsCode::Flag(flag) => json!({ "kind": "boolean", "value": flag }),
    };
    leaf(is.value.key, operator.as_str(), &value)
}

fn value(value: &Value, now: Timestamp) -> Json {
    match value {
        Value::Text(text) => pattern(text),
        Value::Texts(texts) => {
            json!({ "kind": "texts", "values": texts.iter().map(pattern).collect::<Vec<_>>() })
        }
        Value::Number(value) => json!({ "kind": "number", "value": number(value.0) }),
        Value::Numbers(values) => {
            let values: Vec<Json> = values.iter().map(|value| number(value.0)).collect();
            json!({ "kind": "numbers", "values": values })
        }
        Value::Duration(value) => {
            json!({ "kind": "duration", "ms": number(value.as_millis()) })
        }
        Value::Size(value) => json!({ "kind": "size", "bytes": number(value.as_bytes()) }),
        Value::Percentage(value) => {
            json!({ "kind": "percentage", "fraction": number(value.as_fraction()) })
        }
        Value::Boolean(value) => json!({ "kind": "boolean", "value": value }),
        Value::Date(date) => match date.bounds(now) {
            (Some(at), _) | (None, Some(at)) => time(at),
            (None, None) => Json::Null,
        },
        Value::Regex(regex) => json!({ "kind": "regex", "pattern": regex.pattern.as_str() }),
    }
}

/// Whole numbers below 2^53 are written as integers.
#[allow(clippy::cast_possible_truncation, reason = "the bound is checked")]
fn number(value: f64) -> Json {
    if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
        json!(value as i64)
    } else {
        json!(value)
    }
}

fn time(at: Timestamp) -> Json {
    json!({ "kind": "date", "value": at.to_string() })
}

fn pattern(pattern: &Pattern) -> Json {
    let class = match pattern.class() {
        None => {
            return json!({ "kind": "text", "raw": pattern.raw(), "text": pattern.text() });
        }
        Some(PatternClass::Prefix) => "prefix",
        Some(PatternClass::Suffix) => "suffix",
        Some(PatternClass::Infix) => "infix",
        Some(PatternClass::Other) => "other",
    };
    let mut node = json!({
        "kind": "wildcard",
        "raw": pattern.raw(),
        "segments": pattern.segments(),
        "class": class,
    });
    if class != "other" {
        set(&mut node, "text", json!(pattern.trimmed()));
    }
    node
}

fn is_leaf(node: &Json) -> bool {
    matches!(
        node.get("type").and_then(Json::as_str),
        Some("filter" | "aggregate")
    )
}

/// The boolean structure: AND binds tighter, a group of one is its element.
fn tree(nodes: &[Json], ordinal: &mut usize) -> Json {
    let mut alternatives = vec![Vec::new()];
    for node in nodes {
        let word = node.get("op").and_then(Json::as_str);
        if is_leaf(node) {
            if let Some(last) = alternatives.last_mut() {
                last.push(json!(*ordinal));
            }
            *ordinal += 1;
        } else if let Some(children) = node.get("children").and_then(Json::as_array) {
            let inner = tree(children, ordinal);
            if let Some(last) = alternatives.last_mut() {
                last.push(inner);
            }
        } else if word == Some("OR") && nodes.len() > 1 {
            alternatives.push(Vec::new());
        }
    }
    let mut alternatives: Vec<Json> = alternatives
        .into_iter()
        .map(|run| joined("and", run))
        .collect();
    if alternatives.len() == 1 {
        alternatives.remove(0)
    } else {
        joined("or", alternatives)
    }
}

fn joined(word: &str, mut parts: Vec<Json>) -> Json {
    if parts.len() == 1 {
        parts.remove(0)
    } else {
        json!({ word: parts })
    }
}
