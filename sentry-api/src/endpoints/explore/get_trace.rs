use super::TraceHandle;
use crate::call::Call;
use crate::model::Trace;
use crate::operation::operation;

operation! {
    /// Gets the spans and errors of a trace as a tree.
    ///
    /// Source: [Retrieve a Trace](https://docs.sentry.io/api/discover/retrieve-a-trace/).
    GetOrganizationTrace(organization, trace)
    GET "/api/0/organizations/{organization_id_or_slug}/trace/{trace_id}/" -> Trace;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Makes sure that the event with this id, 32 hexadecimal digits, is in the tree.
    text error_id = "errorId";
    /// Adds an attribute to those that come with each span.
    texts additional_attributes = "additional_attributes";
    /// Tells whether the uptime checks of the trace come along.
    bit include_uptime = "include_uptime";
    /// Names the caller, which is nothing but a note in Sentry's own logs.
    text referrer;
}

impl TraceHandle {
    /// Gets the trace.
    ///
    /// Sentry looks through the newest days alone unless a period is set.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let id = "5e1f8a7726c04d0c9b1d3f60a4b2c977";
    /// let trace = client.organization("acme").trace(id).get().await?;
    /// for node in trace.nodes() {
    ///     if let Some(span) = node.span() {
    ///         let indent = "  ".repeat(node.depth());
    ///         println!("{indent}{} {:?} ms", span.op.as_deref().unwrap_or("?"), span.duration);
    ///     }
    /// }
    /// assert_eq!(trace.roots().count(), 1);
    /// assert!(trace.issues().any(|issue| issue.short_id.as_deref() == Some("SHOP-API-1F")));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganizationTrace> {
        self.client
            .call(GetOrganizationTrace::new(&self.organization, &self.trace))
    }
}
