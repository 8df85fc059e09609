//! Rows, series and traces of what an organization sent.

super::operations! {
    list_events::ListOrganizationEvents,
    list_events_timeseries::ListOrganizationEventsTimeseries,
    get_trace::GetOrganizationTrace,
    get_trace_meta::GetOrganizationTraceMeta,
    list_tags::ListOrganizationTags,
    list_trace_item_attributes::ListOrganizationTraceItemAttributes,
}

pub use self::get_trace_meta::{TraceMeta, TransactionChildCount};
pub use self::list_events_timeseries::{
    Confidence, EventsTimeseries, EventsTimeseriesMeta, SeriesGroup, TimeSeries, TimeSeriesMeta,
    TimeSeriesValue,
};
pub use self::list_tags::{OrganizationTag, OrganizationTagValue, TagsDataset};
pub use self::list_trace_item_attributes::{
    AttributeSource, AttributeSourceType, AttributeType, TraceItemAttribute, TraceItemDataset,
};
use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// A trace by its id, from which its operations begin.
    TraceHandle: OrganizationHandle(organization)
    /// Names a trace by its id, 32 hexadecimal digits; nothing is sent.
    .trace
}
