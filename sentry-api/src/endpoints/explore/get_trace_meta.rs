use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};

use super::TraceHandle;
use crate::call::Call;
use crate::model::EventId;
use crate::operation::operation;
use crate::wire::Number;

operation! {
    /// Counts what is in a trace.
    ///
    /// Source: [Retrieve Trace Metadata](https://docs.sentry.io/api/discover/retrieve-trace-metadata/).
    GetOrganizationTraceMeta(organization, trace)
    GET "/api/0/organizations/{organization_id_or_slug}/trace-meta/{trace_id}/" -> TraceMeta;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Tells whether uptime checks are counted too.
    bit include_uptime = "include_uptime";
}

/// What is in a trace, in numbers.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TraceMeta {
    /// How many errors.
    #[serde_as(as = "Option<Number>")]
    #[serde(alias = "errors")]
    pub errors_count: Option<u64>,
    /// How many log entries.
    #[serde_as(as = "Option<Number>")]
    #[serde(alias = "logs")]
    pub logs_count: Option<u64>,
    /// How many samples of metrics.
    #[serde_as(as = "Option<Number>")]
    pub metrics_count: Option<u64>,
    /// How many performance issues.
    #[serde_as(as = "Option<Number>")]
    #[serde(alias = "performance_issues")]
    pub performance_issues_count: Option<u64>,
    /// How many spans.
    #[serde_as(as = "Option<Number>")]
    #[serde(alias = "span_count")]
    pub spans_count: Option<u64>,
    /// How many uptime checks, where that was asked for.
    #[serde_as(as = "Option<Number>")]
    pub uptime_count: Option<u64>,
    /// How many spans there are of each operation, such as `db`.
    #[serde_as(as = "DefaultOnNull<BTreeMap<_, Number>>")]
    #[serde(default, alias = "span_count_map")]
    pub spans_count_map: BTreeMap<String, u64>,
    /// How many spans there are in each transaction.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub transaction_child_count_map: Vec<TransactionChildCount>,
}

/// How many spans a transaction has.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TransactionChildCount {
    /// The event of the transaction.
    #[serde(rename = "transaction.event_id", alias = "transaction.id")]
    pub event_id: Option<EventId>,
    /// How many spans.
    #[serde_as(as = "Option<Number>")]
    #[serde(rename = "count()")]
    pub count: Option<u64>,
}

impl TraceHandle {
    /// Counts what is in the trace.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let id = "b7c60f2c8d7a4d5ebd3f2f44a39f4a15";
    /// let meta = client.organization("acme").trace(id).meta().await?;
    /// assert!(meta.spans_count_map["db"] >= 48);
    /// assert_eq!(meta.performance_issues_count, Some(1));
    /// # Ok(())
    /// # }
    /// ```
    pub fn meta(&self) -> Call<GetOrganizationTraceMeta> {
        self.client.call(GetOrganizationTraceMeta::new(
            &self.organization,
            &self.trace,
        ))
    }
}
