use super::TraceHandle;
use crate::call::Call;
use crate::model::{EventsRow, EventsTable, TraceId};
use crate::operation::operation;

operation! {
    /// Lists the log entries of traces.
    ListOrganizationTraceLogs(organization; trace_id: TraceId = "traceId")
    GET "/api/0/organizations/{organization_id_or_slug}/trace-logs/"
        -> pages of EventsRow, in data of EventsTable;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Keeps the entries that match a search.
    text query;
    /// Sorts by a field; with `-` before it the greatest comes first.
    text sort;
    /// Sets how many there are on a page, at most 100.
    one per_page: u32;
}

impl TraceHandle {
    /// Lists the log entries of the trace, with columns such as `message`, `severity` and
    /// `timestamp`.
    pub fn logs(&self) -> Call<ListOrganizationTraceLogs> {
        self.client.call(ListOrganizationTraceLogs::new(
            &self.organization,
            TraceId::new(&self.trace),
        ))
    }
}
