//! Rows, series and traces of what an organization sent.

super::operations! {
    list_events::ListOrganizationEvents,
    list_events_timeseries::ListOrganizationEventsTimeseries,
    get_trace::GetOrganizationTrace,
    get_trace_meta::GetOrganizationTraceMeta,
    list_tags::ListOrganizationTags,
    list_trace_item_attributes::ListOrganizationTraceItemAttributes,
    unstable {
        validate_events::ValidateOrganizationEvents,
        get_events_stats::GetOrganizationEventsStats,
        get_trace_item::GetProjectTraceItem,
        list_trace_logs::ListOrganizationTraceLogs,
        list_agent_conversations::ListOrganizationAgentConversations,
        get_agent_conversation::GetOrganizationAgentConversation,
    }
}

#[cfg(feature = "unstable")]
pub use self::get_agent_conversation::AgentConversationDetails;

#[cfg(feature = "unstable")]
pub use self::get_trace_item::{TraceItemDetails, TraceItemId, TraceItemValue};
pub use self::get_trace_meta::{TraceMeta, TransactionChildCount};
#[cfg(feature = "unstable")]
pub use self::list_agent_conversations::{AgentConversation, AgentConversationId};
pub use self::list_events_timeseries::{
    Confidence, EventsTimeseries, EventsTimeseriesMeta, SeriesGroup, TimeSeries, TimeSeriesMeta,
    TimeSeriesValue,
};
pub use self::list_tags::{OrganizationTag, OrganizationTagValue, TagsDataset};
pub use self::list_trace_item_attributes::{
    AttributeSource, AttributeSourceType, AttributeType, TraceItemAttribute, TraceItemDataset,
};
#[cfg(feature = "unstable")]
pub use self::validate_events::{EventsValidation, EventsValidationPart, EventsValidationQuery};
use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// A trace by its id, from which its operations begin.
    TraceHandle: OrganizationHandle(organization)
    /// Names a trace by its id, 32 hexadecimal digits; nothing is sent.
    .trace
}
