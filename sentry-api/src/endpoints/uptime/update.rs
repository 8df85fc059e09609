use serde_json::Value;

use super::arguments::arguments;
use super::{UptimeMonitor, UptimeMonitorHandle, UptimeMonitorStatus};
use crate::call::Call;
use crate::operation::operation;

operation! {
    /// Changes an uptime monitor; what is not set stays as it is.
    UpdateProjectUptimeMonitor(organization, project, monitor)
    PUT "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/uptime/{uptime_detector_id}/"
        -> UptimeMonitor;
    scopes "alerts:write", "project:admin", "project:read", "project:write";

    /// Gives it another name.
    text name;
    /// Asks another address.
    text url;
    /// Asks every so many seconds.
    one interval_seconds: u32 = "intervalSeconds";
    /// Sets the HTTP method; GET where nothing is said.
    text method;
    /// The headers of the request.
    own headers: Vec<(String, String)>;
    /// Sets the body of the request.
    text body;
    /// Sets after how many milliseconds a check has failed.
    one timeout_ms: u32 = "timeoutMs";
    /// Sets what an answer must be like, in Sentry's own form.
    one assertion: Value;
    /// Turns it on or off.
    one status: UptimeMonitorStatus;
    /// Gives it to somebody: `user:ID` or `team:ID`.
    text owner;
    /// Sets the environment of its issues.
    text environment;
    /// Tells whether the checks are traced.
    one trace_sampling: bool = "traceSampling";
    /// Tells whether the answers of failed checks are kept.
    one response_capture_enabled: bool = "responseCaptureEnabled";
    /// Sets how many successes in a row resolve its issue.
    one recovery_threshold: u32 = "recoveryThreshold";
    /// Sets how many failures in a row open one.
    one downtime_threshold: u32 = "downtimeThreshold";
}

arguments!(UpdateProjectUptimeMonitor);

impl UptimeMonitorHandle {
    /// Changes the monitor.
    ///
    /// ```
    /// use sentry_api::endpoints::UptimeMonitorStatus;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let monitor = client.organization("acme").project("shop-api").uptime_monitor("45037");
    /// let paused = monitor.update().status(UptimeMonitorStatus::Disabled).await?;
    /// assert_eq!(paused.status, Some(UptimeMonitorStatus::Disabled));
    /// # Ok(())
    /// # }
    /// ```
    pub fn update(&self) -> Call<UpdateProjectUptimeMonitor> {
        self.client.call(UpdateProjectUptimeMonitor::new(
            &self.organization,
            &self.project,
            &self.uptime_monitor,
        ))
    }
}
