//! Traces of any depth, whole and damaged.

use sentry_api::ErrorKind;
use sentry_api::model::{Trace, TraceItem, TraceNode};
use serde_json::{Value, json};

use crate::script::{Script, json as answer};

/// A trace of spans, each within the one before it.
fn chain(depth: usize) -> String {
    let before = (0..depth).map(|level| {
        format!(
            r#"{{"event_id": "{level:016x}", "event_type": "span", "op": "a [\"{{", "children": ["#
        )
    });
    let before: Vec<_> = before.collect();
    let after = r#"], "errors": [], "duration": 1.5}"#.repeat(depth);
    format!("[{}{after}]", before.concat())
}

fn shape(trace: &Trace) -> Vec<(usize, String)> {
    let span = |item: &TraceItem| match item {
        TraceItem::Span(span) => span.event_id.to_string(),
        TraceItem::Issue(issue) => issue.event_id.to_string(),
        _ => unreachable!(),
    };
    trace
        .nodes()
        .map(|node| (node.depth(), span(node.item())))
        .collect()
}

async fn fetched(body: impl Into<String>) -> Result<Trace, sentry_api::Error> {
    let client = Script::acts([answer(200, body.into())]).client();
    client.organization("acme").trace("1").get().await
}

#[tokio::test]
async fn a_trace_may_be_of_any_depth() {
    for depth in [1, 64, 127, 50_000] {
        let trace = fetched(chain(depth)).await.unwrap();
        assert_eq!(trace.len(), depth);
        let deepest = trace.nodes().last().unwrap();
        assert_eq!(deepest.depth(), depth - 1);
        let span = deepest.span().unwrap();
        assert_eq!(
            (span.op.as_deref(), span.duration),
            (Some("a [\"{"), Some(1.5))
        );
        let text = serde_json::to_string(&trace).unwrap();
        assert_eq!(serde_json::from_str::<Trace>(&text).unwrap(), trace);
    }
}

#[tokio::test]
async fn the_tree_is_walked_in_its_order() {
    let body = json!([
        {"event_id": "1", "event_type": "span", "children": [
            {"event_id": "2", "children": [{"event_id": "3", "children": []}]},
            {"children": [], "name": "children", "event_id": "4", "measurements": {"children": [1]}},
        ], "errors": [{"event_id": "e", "event_type": "error", "short_id": "SHOP-1"}]},
        {"event_id": "5", "event_type": "error", "issue_id": 7},
        {"event_id": "6", "event_type": "uptime_check", "children": []},
    ]);
    let trace = fetched(body.to_string()).await.unwrap();
    let expected = [(0, "1"), (1, "2"), (2, "3"), (1, "4"), (0, "5"), (0, "6")];
    let expected = expected.map(|(depth, id)| (depth, id.to_owned()));
    assert_eq!(shape(&trace), expected);
    let root = trace.roots().next().unwrap();
    assert_eq!(root.children().count(), 2);
    assert_eq!(root.descendants().count(), 3);
    assert_eq!(trace.roots().count(), 3);
    let third = trace.nodes().nth(2).unwrap();
    assert_eq!(
        third.parent().unwrap().span().unwrap().event_id.as_str(),
        "2"
    );
    assert!(root.parent().is_none());
    let issues: Vec<_> = trace
        .issues()
        .map(|issue| issue.event_id.as_str())
        .collect();
    assert_eq!(issues, ["e", "5"]);
}

#[tokio::test]
async fn a_damaged_node_costs_itself_alone() {
    let body = json!([{"event_id": "1", "duration": "long", "op": 5, "children": [
        {"op": "no id", "children": [{"event_id": "below", "children": []}]},
        null,
        [{"event_id": "2"}],
        {"event_id": "3", "event_type": "novelty", "errors": [{"event_id": {}}, {"event_id": "e"}]},
    ]}]);
    let text = body.to_string().replace("novelty", "cut \\ud83d");
    let trace = fetched(text).await.unwrap();
    let ids: Vec<_> = shape(&trace).into_iter().map(|(_, id)| id).collect();
    assert_eq!(ids, ["1", "2", "3"]);
    assert_eq!(trace.issues().count(), 1);
    assert_eq!(trace.nodes().next().unwrap().span().unwrap().duration, None);
}

#[tokio::test]
async fn what_is_no_trace_is_an_error() {
    for body in [
        r#"{"detail": []}"#,
        "[null]",
        "[[]]",
        "[5]",
        r#"[{"op": "db"}]"#,
        "[{",
    ] {
        let error = fetched(body).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
    assert!(fetched("[]").await.unwrap().is_empty());
    assert!(serde_json::from_value::<Trace>(Value::Null).is_err());
}

#[test]
fn a_depth_that_cannot_be_is_the_next_one() {
    let text =
        r#"[{"event_id": "1"}, {"event_id": "2", "depth": 9}, {"event_id": "3", "depth": -1}]"#;
    let trace: Trace = serde_json::from_str(text).unwrap();
    let depths: Vec<_> = trace.nodes().map(TraceNode::depth).collect();
    assert_eq!(depths, [0, 1, 0]);
}
