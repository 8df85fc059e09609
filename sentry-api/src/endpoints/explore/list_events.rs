use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::{Dataset, EventsRow, EventsTable};
use crate::operation::operation;

operation! {
    /// Queries events as a table of fields and functions.
    ///
    /// Source: [Query Explore Events in Table Format](https://docs.sentry.io/api/explore/query-explore-events-in-table-format/).
    ListOrganizationEvents(organization; dataset: Dataset, field: Vec<String>)
    GET "/api/0/organizations/{organization_id_or_slug}/events/"
        -> pages of EventsRow, in data of EventsTable;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Keeps the events that match a search, which can compare functions too: `p95(span.duration):>1s`.
    text query;
    /// Sorts by one of the fields; with `-` before it the greatest comes first.
    text sort;
    /// Adds a project, by its slug or id, to those that are searched; `-1` stands for all.
    texts project;
    /// Adds an environment to those that are searched.
    texts environment;
    /// Sets how many rows there are on a page, at most 100.
    one per_page: u32;
    /// Tells whether the search may compare functions, which it may otherwise.
    one allow_aggregate_conditions: bool = "allowAggregateConditions";
}

impl OrganizationHandle {
    /// Queries the organization's events: a column for each field, at most 20 of them. A row
    /// is an event, or a group of events where a field is a function such as `count()`.
    ///
    /// ```
    /// use sentry_api::model::Dataset;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let slowest = client
    ///     .organization("acme")
    ///     .events(Dataset::Spans, ["transaction", "p95(span.duration)"])
    ///     .query("is_transaction:true")
    ///     .sort("-p95(span.duration)")
    ///     .stats_period("24h")
    ///     .per_page(10)
    ///     .await?;
    /// for row in &slowest.data {
    ///     let p95 = row.duration("p95(span.duration)").unwrap_or_default();
    ///     println!("{p95:?} {}", row.text("transaction").unwrap_or("(none)"));
    /// }
    /// assert_eq!(slowest.data.len(), 10);
    /// assert_eq!(slowest.meta.unit("p95(span.duration)"), Some("millisecond"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn events(
        &self,
        dataset: Dataset,
        fields: impl IntoIterator<Item = impl Into<String>>,
    ) -> Call<ListOrganizationEvents> {
        let fields = fields.into_iter().map(Into::into).collect();
        self.client.call(ListOrganizationEvents::new(
            &self.organization,
            dataset,
            fields,
        ))
    }
}
