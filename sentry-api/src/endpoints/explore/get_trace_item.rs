use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::TraceItemDataset;
use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::model::TraceId;
use crate::operation::operation;
use crate::wire::{Time, id};

id! {
    /// The id of a span, a log entry or a sample of a metric.
    TraceItemId;
}

operation! {
    /// Gets all attributes of a span, a log entry or a sample of a metric.
    GetProjectTraceItem(
        organization, project, item; trace_id: TraceId, item_type: TraceItemDataset
    )
    GET "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/trace-items/{item_id}/"
        -> TraceItemDetails;
    scopes "project:read", "project:write", "project:admin";
}

/// A span, a log entry or a sample of a metric with all that is known of it.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TraceItemDetails {
    /// The id.
    pub item_id: TraceItemId,
    /// When it happened.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub timestamp: Option<OffsetDateTime>,
    /// The attributes.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub attributes: Vec<TraceItemValue>,
}

/// An attribute with its value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TraceItemValue {
    /// The name.
    pub name: Option<String>,
    /// The type, such as `str`, `int` or `float`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The value.
    #[serde(default)]
    pub value: Value,
}

impl ProjectHandle {
    /// Gets all attributes of an item of a trace.
    pub fn trace_item(
        &self,
        item: impl Into<String>,
        trace: impl Into<String>,
        kind: TraceItemDataset,
    ) -> Call<GetProjectTraceItem> {
        self.client.call(GetProjectTraceItem::new(
            &self.organization,
            &self.project,
            item,
            TraceId::new(trace),
            kind,
        ))
    }
}
