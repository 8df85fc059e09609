//! Dashboards.

use sentry_api::endpoints::{Widget, WidgetQuery};
use sentry_api::model::{AxisRange, DisplayType, LegendType, WidgetThresholds, WidgetType};

use super::{END, START, cases, cursor};

/// A widget with everything that one can have.
fn widget() -> Widget {
    let query = WidgetQuery::new()
        .column("transaction")
        .alias("Route")
        .aggregate("p95(span.duration)")
        .name("slow")
        .conditions("is_transaction:true")
        .orderby("-p95(span.duration)")
        .hidden(false)
        .selected_aggregate(0)
        .link("transaction", "2");
    Widget::new("Slowest", DisplayType::Table, WidgetType::Spans)
        .description("By route")
        .query(query)
        .interval("5m")
        .limit(5)
        .at(2, 4)
        .size(4, 1)
        .thresholds(WidgetThresholds::new(200.0, 900.0, "millisecond"))
        .axis_range(AxisRange::DataMin)
        .legend_type(LegendType::Breakdown)
}

fn filter() -> serde_json::Map<String, serde_json::Value> {
    serde_json::Map::from_iter([("tag".to_owned(), "browser.name".into())])
}

cases! {
    ListOrganizationDashboards: |client| client.organization("acme").dashboards(),
        client.organization("acme").dashboards().per_page(5).cursor(cursor());
    CreateOrganizationDashboard: |client| client.organization("acme").create_dashboard("Latency"),
        client
            .organization("acme")
            .create_dashboard("Latency")
            .id("9")
            .widget(widget())
            .widget(Widget::new("Notes", DisplayType::Text, WidgetType::Spans))
            .project("4509101")
            .environment("production")
            .period("24h")
            .start(START)
            .end(END)
            .release("shop-api@4.12.0")
            .global_filter(filter())
            .utc(true)
            .editable_by_everyone(false)
            .editable_by_team("812")
            .is_favorited(true);
    GetOrganizationDashboard: |client| client.organization("acme").dashboard("9").get(),
        client.organization("acme").dashboard("9").get();
    UpdateOrganizationDashboard: |client| client.organization("acme").dashboard("9").update(),
        client
            .organization("acme")
            .dashboard("9")
            .update()
            .id("9")
            .title("Latency")
            .widget(widget())
            .project("4509101")
            .environment("production")
            .period("24h")
            .start(START)
            .end(END)
            .release("shop-api@4.12.0")
            .global_filter(filter())
            .utc(true)
            .editable_by_everyone(false)
            .editable_by_team("812");
    ListOrganizationDashboardRevisions: |client| client.organization("acme").dashboard("9").revisions(),
        client.organization("acme").dashboard("9").revisions().per_page(5).cursor(cursor());
    RestoreOrganizationDashboardRevision: |client| client.organization("acme").dashboard("9").restore_revision("4"),
        client.organization("acme").dashboard("9").restore_revision("4");
}
