use serde_json::Value;

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::Dataset;
use crate::operation::operation;

operation! {
    /// Queries functions of events over time, on servers without events-timeseries.
    GetOrganizationEventsStats(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/events-stats/" -> Value;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Sets the data set.
    one dataset: Dataset;
    /// Adds a function, which is `count()` otherwise.
    texts y_axis = "yAxis";
    /// Keeps the events that match a search.
    text query;
    /// Sets the length of a step, such as `1h`.
    text interval;
    /// Adds a field of the top events.
    texts field;
    /// Asks for one series for each of so many groups; needs `sort` and `field`.
    one top_events: u32 = "topEvents";
    /// Sets what the top events are sorted by.
    text sort;
    /// Adds a project, by its slug or id, to those that are searched; `-1` stands for all.
    texts project;
    /// Adds an environment to those that are searched.
    texts environment;
}

impl OrganizationHandle {
    /// Queries functions of the organization's events over time. The answer is as it came:
    /// `{"data": [[epoch seconds, [{"count": n}]], …]}` for one function, and a map of such
    /// objects for several functions or for top events. Prefer
    /// [`events_timeseries`](Self::events_timeseries).
    pub fn events_stats(&self) -> Call<GetOrganizationEventsStats> {
        self.client
            .call(GetOrganizationEventsStats::new(&self.organization))
    }
}
