//! Tables of events.

use futures::TryStreamExt;
use sentry_api::ErrorKind;
use sentry_api::endpoints::TraceItemDataset;
use sentry_api::model::{DataScanned, Dataset};
use sentry_fixtures::Sandbox;
use time::macros::datetime;

use crate::script::{Script, json};

#[tokio::test]
async fn rows_of_all_pages_know_their_units() {
    let client = Sandbox::at(datetime!(2026-01-15 12:00 UTC))
        .client()
        .unwrap();
    let spans = client
        .organization("acme")
        .events(Dataset::Spans, ["id", "span.duration", "timestamp"])
        .stats_period("24h")
        .per_page(50);
    let rows: Vec<_> = spans.stream().try_collect().await.unwrap();
    assert!(rows.len() > 100, "{}", rows.len());
    for row in rows {
        assert_eq!(row.meta().unit("span.duration"), Some("millisecond"));
        let millis = row.number("span.duration").unwrap();
        let duration = row.duration("span.duration").unwrap();
        assert!((duration.as_secs_f64() * 1000.0 - millis).abs() < 1e-3);
        assert!(row.time("timestamp").unwrap() > datetime!(2026-01-14 11:59 UTC));
    }
}

#[tokio::test]
async fn a_column_is_read_as_what_it_is_or_not_at_all() {
    let body = r#"{"data": [{"a": "x", "n": 2.5, "t": true, "when": "2026-01-15T12:00:00",
        "neg": -1, "huge": 1e300, "none": null, "days": 2}],
        "meta": {"fields": {"a": "string", "n": 5}, "units": {"n": "second", "days": "day",
        "a": null, "neg": "furlong"}, "dataScanned": "partial", "dataset": "novelty"}}"#;
    let client = Script::acts([json(200, body)]).client();
    let table = client
        .organization("acme")
        .events(Dataset::Logs, ["a"])
        .await;
    let table = table.unwrap();
    let row = &table.data[0];
    assert_eq!(
        (row.text("a"), row.text("n"), row.text("absent")),
        (Some("x"), None, None)
    );
    assert_eq!((row.number("n"), row.boolean("t")), (Some(2.5), Some(true)));
    assert_eq!(row.time("when"), Some(datetime!(2026-01-15 12:00 UTC)));
    assert_eq!(row.time("a"), None);
    assert_eq!(row.duration("n").unwrap().as_millis(), 2_500);
    assert_eq!(row.duration("days").unwrap().as_secs(), 172_800);
    for none in ["neg", "huge", "none", "a", "absent"] {
        assert_eq!(row.duration(none), None, "{none}");
    }
    assert_eq!(row.columns().count(), 8);
    assert_eq!(table.meta.kind("a"), Some("string"));
    assert_eq!(table.meta.data_scanned, Some(DataScanned::Partial));
    assert_eq!(table.meta.dataset.as_ref().unwrap().as_str(), "novelty");
}

#[tokio::test]
async fn what_nobody_documents_is_read_as_far_as_it_goes() {
    let item = r#"{"itemId": 77, "timestamp": "2026-01-15T12:00:00Z", "attributes": [
        {"name": "span.op", "type": "str", "value": "db"}, {"name": "n", "type": "int", "value": 5}]}"#;
    let logs = r#"{"data": [{"message": "late", "severity": "warn"}], "meta": {"fields": {}}}"#;
    let stats = r#"{"data": [[1768478400, [{"count": 3}]]]}"#;
    let script = Script::acts([json(200, item), json(200, logs), json(200, stats)]);
    let acme = script.client().organization("acme");
    let shop = acme.project("shop-api");
    let item = shop.trace_item("77", "5e1f", TraceItemDataset::Spans).await;
    let item = item.unwrap();
    assert_eq!(item.item_id.as_str(), "77");
    assert_eq!(item.attributes[1].value, 5);
    let logs = acme.trace("5e1f").logs().await.unwrap();
    assert_eq!(logs.data[0].text("message"), Some("late"));
    let stats = acme.events_stats().y_axis("count()").await.unwrap();
    assert_eq!(stats["data"][0][1][0]["count"], 3);
    let sent: Vec<_> = script.seen().into_iter().map(|seen| seen.url).collect();
    assert!(
        sent[0].ends_with("trace-items/77/?trace_id=5e1f&item_type=spans"),
        "{}",
        sent[0]
    );
    assert!(
        sent[1].ends_with("/trace-logs/?traceId=5e1f"),
        "{}",
        sent[1]
    );
}

#[tokio::test]
async fn a_query_that_would_not_run_is_told_apart() {
    let client = Sandbox::at(datetime!(2026-01-15 12:00 UTC))
        .client()
        .unwrap();
    let acme = client.organization("acme");
    let check = || acme.validate_events(Dataset::Spans).field("span.op");
    assert_eq!(check().orderby("-span.op").await.unwrap().valid, Some(true));
    for wrong in [
        check().field("frobnicate(x)"),
        check().orderby("count()"),
        check().query("(span.op:db"),
    ] {
        let error = wrong.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadRequest);
    }
}
